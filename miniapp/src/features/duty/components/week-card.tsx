import type { DutyDay, DutyWeek } from '@qihang/shared/duty/contract';
import { Text, View } from '@tarojs/components';
import { toast } from '@/platform/feedback';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/class-names';
import { Icon } from '@/ui/icon/icon';
import { Tap } from '@/ui/tap';
import { useDayMoves } from '../hooks';
import { dayNotes, personWords, rangeWords, refusalWords, weekdayOfDay } from '../words';
import './week-card.scss';

interface Props {
  week: DutyWeek;
  /** Undefined where there is nothing more to see. */
  onBefore: (() => void) | undefined;
  onAfter: (() => void) | undefined;
  onSwap: (day: DutyDay) => void;
}

const Turn = ({
  label,
  icon,
  onTap,
}: {
  label: string;
  icon: 'back' | 'chevron-right';
  onTap: (() => void) | undefined;
}) => (
  <Tap
    className={cx('du-wa', onTap === undefined && 'du-wa-off')}
    label={label}
    disabled={onTap === undefined}
    onTap={() => onTap?.()}
  >
    <Icon name={icon} size={20} />
  </Tap>
);

/** Seven days: who, the deputy, and what can be done with each. */
export function WeekCard({ week, onBefore, onAfter, onSwap }: Props) {
  return (
    <Card className="du-w">
      <View className="du-wh">
        <Turn label="上一周" icon="back" onTap={onBefore} />
        <Text className="du-wt">{rangeWords(week.from, week.until)}</Text>
        <Turn label="下一周" icon="chevron-right" onTap={onAfter} />
      </View>
      {week.days.map((day) => (
        <Day key={day.day} board={week.board} day={day} onSwap={() => onSwap(day)} />
      ))}
    </Card>
  );
}

function Day({ board, day, onSwap }: { board: string; day: DutyDay; onSwap: () => void }) {
  const moves = useDayMoves();
  const busy = [moves.take, moves.accept, moves.decline, moves.withdraw].some(({ isPending }) => isPending);
  const after = (done: string) => ({
    onSuccess: () => toast(done),
    onError: (error: Error) => toast(refusalWords(error)),
  });
  const can = (action: DutyDay['viewer']['can'][number]) => day.viewer.can.includes(action);
  const { swap } = day;
  const notes = dayNotes(day);
  return (
    <View className={cx('du-d', day.person?.self && 'du-me')}>
      <View className="du-dd">
        <Text>{weekdayOfDay(day.day)}</Text>
        <Text className="du-dn">{Number(day.day.slice(8))}</Text>
      </View>
      <View className="grow">
        <Text className={cx('du-p', day.person === null && 'du-no')}>{personWords(day)}</Text>
        {notes !== '' && <Text className="cap du-n">{notes}</Text>}
      </View>
      <View className="du-b">
        {can('take') && (
          <Button
            text="我来"
            loading={busy}
            onTap={() => moves.take.mutate({ board, day: day.day }, after('记下了，这天你值班'))}
          />
        )}
        {swap && can('decline') && (
          <Button
            text="替不了"
            look="quiet"
            disabled={busy}
            onTap={() => moves.decline.mutate(swap.id, after('已告诉对方'))}
          />
        )}
        {swap && can('accept') && (
          <Button
            text="我替"
            loading={busy}
            onTap={() => moves.accept.mutate(swap.id, after('换好了，这天你值班'))}
          />
        )}
        {swap && can('withdraw') && (
          <Button
            text="撤回"
            look="quiet"
            loading={busy}
            onTap={() => moves.withdraw.mutate(swap.id, after('不找人替了，还是你值班'))}
          />
        )}
        {can('swap') && <Button text="请人替" look="quiet" onTap={onSwap} />}
      </View>
    </View>
  );
}
