import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useNow } from '@/platform/clock';
import { a11y } from '@/ui/a11y';
import { Button } from '@/ui/button';
import { cx } from '@/ui/class-names';
import { Chip, Chips } from '@/ui/filter-bar';
import { Switch } from '@/ui/form/choice-field';
import { TimeCore } from '@/ui/form/time-core';
import { Icon } from '@/ui/icon/icon';
import { MonthGrid } from '@/ui/month-grid';
import { Sheet } from '@/ui/sheet';
import { Tap } from '@/ui/tap';
import {
  dayWords,
  instantOf,
  type Plan,
  partsOf,
  planProblems,
  planWords,
  usualMoments,
} from './schedule-plan';
import './schedule-sheet.scss';

interface Props {
  open: boolean;
  /** Who looks at the piece before readers do. */
  review: ReviewPolicy;
  /** Readers see it already: only its end can be planned. */
  published?: boolean;
  /** What is planned so far. */
  plan: Plan;
  /** What the server refused, by field. */
  problems?: Record<string, string>;
  busy?: boolean;
  onApply: (plan: Plan) => void;
  onClose: () => void;
}

/** When readers get to see a piece and until when, to the minute; ends in a sentence that says what will happen. */
export function ScheduleSheet({
  open,
  review,
  published = false,
  plan: known,
  problems: refused = {},
  busy = false,
  onApply,
  onClose,
}: Props) {
  const now = useNow();
  const today = dayAt(now.getTime());
  const [plan, setPlan] = useState<Plan>(known);
  const [tried, setTried] = useState(false);
  // Opens with what holds now, not with what an earlier visit left unapplied.
  useEffect(() => {
    if (!open) return;
    setPlan(known);
    setTried(false);
  }, [open]);
  const own = planProblems(published ? { ...plan, publishAt: null } : plan, now);
  const problemOf = (field: keyof Plan) => (tried || own[field] ? (own[field] ?? refused[field]) : undefined);
  const apply = () => {
    setTried(true);
    if (Object.keys(own).length === 0) onApply(plan);
  };
  const start = plan.publishAt === null ? today : partsOf(plan.publishAt, false).day;
  return (
    <Sheet
      open={open}
      title={published ? '什么时候下架' : '什么时候给读者看'}
      onClose={onClose}
      footer={<Button text="就这样定" look="main" grow loading={busy} onTap={apply} />}
    >
      {!published && (
        <>
          <Choice
            text={review === 'direct' ? '马上' : '审核通过后马上'}
            on={plan.publishAt === null}
            onTap={() => setPlan({ ...plan, publishAt: null })}
          />
          <Choice
            text="定个时间"
            on={plan.publishAt !== null}
            onTap={() =>
              plan.publishAt === null &&
              setPlan({ ...plan, publishAt: instantOf(addDays(today, 1), '08:00') })
            }
          />
          {plan.publishAt !== null && (
            <Moment
              name="发布"
              value={plan.publishAt}
              ends={false}
              now={now}
              problem={problemOf('publishAt')}
              onChange={(publishAt) => setPlan({ ...plan, publishAt })}
            />
          )}
        </>
      )}
      <View className="sch-off">
        <View className="grow">
          <Text className="sch-t">到时候自动下架</Text>
          <Text className="cap">下架后只有你和负责人看得到</Text>
        </View>
        <View className="sch-sw">
          <Switch
            label="到时候自动下架"
            on={plan.unpublishAt !== null}
            onChange={(on) =>
              setPlan({ ...plan, unpublishAt: on ? instantOf(addDays(start, 7), '24:00') : null })
            }
          />
        </View>
      </View>
      {plan.unpublishAt !== null && (
        <Moment
          name="下架"
          value={plan.unpublishAt}
          ends
          now={now}
          problem={problemOf('unpublishAt')}
          onChange={(unpublishAt) => setPlan({ ...plan, unpublishAt })}
        />
      )}
      <View className="sch-say">
        <Text>{planWords(plan, now, review, published)}</Text>
      </View>
    </Sheet>
  );
}

const Choice = ({ text, on, onTap }: { text: string; on: boolean; onTap: () => void }) => (
  <Tap className="sch-c" role="radio" label={text} checked={on} onTap={onTap}>
    <View className={cx('sch-r', on && 'sch-r-on')} />
    <Text>{text}</Text>
  </Tap>
);

interface MomentProps {
  name: string;
  value: string;
  /** It ends something, so that midnight is 24:00 of the day before. */
  ends: boolean;
  now: Date;
  problem: string | undefined;
  onChange: (instant: string) => void;
}

/** A day and a time in two boxes; the month opens below them. */
function Moment({ name, value, ends, now, problem, onChange }: MomentProps) {
  const [choosing, setChoosing] = useState(false);
  const { day, time } = partsOf(value, ends);
  const today = dayAt(now.getTime());
  return (
    <View className={cx('sch-m', problem !== undefined && 'sch-bad')}>
      <View className="sch-b">
        <Tap
          className="sch-f"
          label={`${name}的日子，${dayWords(day, now)}`}
          onTap={() => setChoosing(!choosing)}
        >
          <Text className="grow">{dayWords(day, now)}</Text>
          <Icon name="calendar" size={16} />
        </Tap>
        <View className="sch-f">
          <TimeCore
            className="sch-i"
            label={`${name}的时间`}
            value={time}
            onChange={(next) => onChange(instantOf(day, next))}
          />
        </View>
      </View>
      {problem !== undefined && (
        <Text className="sch-p" {...a11y({ role: 'alert' })}>
          {problem}
        </Text>
      )}
      {choosing && (
        <MonthGrid
          today={today}
          from={today}
          value={day}
          onPick={(picked) => {
            onChange(instantOf(picked, time));
            setChoosing(false);
          }}
        />
      )}
      <Chips>
        {ends ? (
          <Chip text="当天 24:00" on={time === '24:00'} onTap={() => onChange(instantOf(day, '24:00'))} />
        ) : (
          usualMoments(now).map((usual) => (
            <Chip
              key={usual.text}
              text={usual.text}
              on={usual.day === day && usual.time === time}
              onTap={() => onChange(instantOf(usual.day, usual.time))}
            />
          ))
        )}
      </Chips>
    </View>
  );
}
