import type { DutyWeek } from '@qihang/shared/duty/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { CourseLine } from '@/ui/course-line';
import { momentWords } from '@/ui/date-words';
import { todayWords } from '../words';
import './today-card.scss';

interface Props {
  week: DutyWeek;
  now: Date;
  /** Asks others to take today. */
  onSwap: () => void;
}

/** How much of the way from `askedAt` to `dueAt` is passed, 0 to 1. */
function passedOf({ askedAt, dueAt }: { askedAt: string; dueAt: string }, now: Date): number {
  const start = Date.parse(askedAt);
  const whole = Math.max(Date.parse(dueAt) - start, 1);
  return Math.min(Math.max((now.getTime() - start) / whole, 0), 1);
}

/** Who has the duty now, and what waits for the person who reads it, the most urgent first. */
export function TodayCard({ week, now, onSwap }: Props) {
  const { waiting, urgent } = week.mine;
  const maySwap = week.mine.onDuty && week.days[0]?.viewer.can.includes('swap') === true;
  return (
    <Card>
      <View className="row">
        <Text className="grow du-t">{todayWords(week, now)}</Text>
        <Text className="meta">{waiting > 0 ? `${waiting} 个待答` : '没有待答'}</Text>
      </View>
      {urgent && (
        <>
          <Text className="meta du-u">最急的：{urgent.title}</Text>
          <CourseLine
            tone="warm"
            ring
            passed={passedOf(urgent, now)}
            stops={[
              { text: `${momentWords(new Date(urgent.askedAt), now)} 提问`, done: true },
              { text: `${momentWords(new Date(urgent.dueAt), now)} 前答复`, done: false },
            ]}
          />
        </>
      )}
      {(maySwap || urgent) && (
        <View className="du-two">
          {maySwap && <Button text="请人替我" look="quiet" tall onTap={onSwap} />}
          {urgent && <Button text="去回答" look="main" onTap={() => open('thread', { id: urgent.id })} />}
        </View>
      )}
    </Card>
  );
}
