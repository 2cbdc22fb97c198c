import type { CaseItem } from '@qihang/shared/cases/contract';
import { Text, View } from '@tarojs/components';
import { useNow } from '@/platform/clock';
import { a11y } from '@/ui/a11y';
import { cx } from '@/ui/class-names';
import { clockWords } from '@/ui/date-words';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { isTaken } from '../queue-order';
import { countdownWords } from '../words';
import './claim-bar.scss';
import { Key } from './key';

interface Props {
  item: CaseItem;
  /** A reason is typed that is not sent yet. */
  typed: boolean;
  busy: boolean;
  /** Names the keys of the keyboard. */
  keys: boolean;
  onClaim: () => void;
  onRelease: () => void;
}

const lastMinute = 60_000;

/** Who has the case in hand, for how long still, and how to put it back. Time is the server's. */
export function ClaimBar({ item, typed, busy, keys, onClaim, onRelease }: Props) {
  const now = useNow(1_000);
  const { kind, claimedBy, viewer } = item;
  const canClaim = viewer.can.includes('claim');
  const claimTap = (text: string) => (
    <Tap className="cb-b" label={text} disabled={busy} onTap={onClaim}>
      <Text>{text}</Text>
      {keys && <Key name="C" />}
    </Tap>
  );
  if (claimedBy !== null && isTaken(item, now))
    return (
      <View className="cb cb-taken">
        <Icon name="lock" size={20} />
        <Text className="grow">
          {claimedBy.name} 正在处理，最晚 {clockWords(new Date(claimedBy.until))} 放回
        </Text>
      </View>
    );
  if (claimedBy?.mine) {
    const left = Date.parse(claimedBy.until) - now.getTime();
    if (left <= 0)
      return (
        <View className="cb cb-over" {...a11y({ role: 'alert' })}>
          <Icon name="clock" size={20} />
          <Text className="grow">已放回队列{typed ? '，你写的原因还在' : ''}</Text>
          {claimTap('再认领')}
        </View>
      );
    const ending = left <= lastMinute;
    return (
      <View className={cx('cb', ending && 'cb-last')}>
        <Icon name="lock" size={20} />
        <Text className="grow">
          {kind === 'appeal' ? '申诉由你处理' : '你正在处理'}，{countdownWords(left)}后放回队列
        </Text>
        {ending && claimTap('再要 10 分钟')}
        <Tap className="cb-b" label="放回" disabled={busy} onTap={onRelease}>
          <Text>放回</Text>
          {keys && <Key name="Esc" />}
        </Tap>
      </View>
    );
  }
  if (!canClaim) return null;
  return (
    <View className="cb cb-free">
      <Icon name="lock" size={20} />
      <Text className="grow">
        {kind === 'appeal' ? '你没审过它，可以处理申诉' : '还没有人认领，认领后 10 分钟内归你'}
      </Text>
      {claimTap('认领')}
    </View>
  );
}
