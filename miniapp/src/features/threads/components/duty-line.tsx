import type { Board } from '@qihang/shared/boards/contract';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/ui/icon/icon';
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
  if (short) return name === undefined ? null : <Text className="cap qd-short">今天 {name} 值班</Text>;
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
    </View>
  );
}
