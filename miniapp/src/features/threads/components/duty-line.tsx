import type { Board } from '@qihang/shared/boards/contract';
import { Text, View } from '@tarojs/components';
import { useMe } from '@/common/account/me';
import { open } from '@/platform/navigation';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { useDutyToday } from '../duty-today';
import './duty-line.scss';

const waitWords = (minutes: number) => (minutes < 60 ? `${minutes} 分钟` : `${Math.ceil(minutes / 60)} 小时`);

interface Props {
  board: Board | undefined;
  /** Room for who alone. */
  short?: boolean;
}

/** Who answers on the board that is shown, and how fast; several boards have neither in common. */
export function DutyLine({ board, short = false }: Props) {
  const name = useDutyToday(board?.slug, null)?.person?.name;
  const minutes = board?.activity.firstAnswerMinutes ?? null;
  if (short)
    return (
      <>
        {name !== undefined && <Text className="cap qd-short">今天 {name} 值班</Text>}
        <RotaLink board={board} />
      </>
    );
  return (
    <View className="qd">
      <Icon name="clock" size={20} className="qd-i" />
      <Text className="grow">
        {name === undefined ? '可匿名提问，每个问题都有人值班' : '可匿名提问。今天 '}
        {name !== undefined && <Text className="qd-b">{name}</Text>}
        {name !== undefined && ' 值班'}
        {minutes !== null && '，通常 '}
        {minutes !== null && <Text className="qd-b">{waitWords(minutes)}</Text>}
        {minutes !== null && '内答复'}
      </Text>
      <RotaLink board={board} />
    </View>
  );
}

/** The whole rota, for those who hold an office on the board. */
function RotaLink({ board }: Pick<Props, 'board'>) {
  const { data: me } = useMe();
  const keeps = me?.roles?.some(
    ({ role, boards }) =>
      role !== 'graduate' && (boards === null || board === undefined || boards.includes(board.slug)),
  );
  if (!keeps) return null;
  return (
    <Tap
      className="qd-r"
      role="link"
      label="看值班表"
      onTap={() => open('duty', board ? { board: board.slug } : {})}
    >
      <Text className="link">值班表</Text>
    </Tap>
  );
}
