import { dayMs, startOfDay, wallClockAt } from '@qihang/shared/time/shanghai';

const minuteMs = 60_000;

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When a task runs; the times are `HH:mm` on a wall clock in Shanghai. */
export type Schedule =
  | { everyMinutes: number }
  /** As the clock shows a multiple of so many minutes; a divisor of 60. */
  | { onMinutes: number }
  /** As a minute begins, for what people plan to the minute. */
  | { onTheMinute: true }
  | { dailyAt: string }
  | { weeklyOn: Weekday; at: string };

/** Milliseconds from midnight to `HH:mm`. */
function sinceMidnight(time: string): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) throw new Error(`Not a time of day (HH:mm): ${time}`);
  return (Number(hour) * 60 + Number(minute)) * minuteMs;
}

const weekdayAt = (instant: number): number => wallClockAt(instant).weekday || 7;

/** The first `time` later than `after`, on the day that is `first` days after that of `after` or `step` days later. */
function atTime(after: Date, time: string, first: number, step: number): Date {
  const start = startOfDay(after.getTime()) + first * dayMs + sinceMidnight(time);
  return new Date(start > after.getTime() ? start : start + step * dayMs);
}

/** The first instant later than `after` at which the clock shows a multiple of so many minutes. */
function onTheClock(after: Date, minutes: number): Date {
  if (60 % minutes !== 0) throw new Error(`Not a divisor of 60: ${minutes}`);
  const step = minutes * minuteMs;
  return new Date((Math.floor(after.getTime() / step) + 1) * step);
}

/** The first instant later than `after` at which the schedule asks for a run. */
export function nextRun(schedule: Schedule, after: Date): Date {
  if ('everyMinutes' in schedule) {
    const { everyMinutes } = schedule;
    if (!Number.isInteger(everyMinutes) || everyMinutes < 1)
      throw new Error(`Not a whole number of minutes: ${everyMinutes}`);
    return new Date(after.getTime() + everyMinutes * minuteMs);
  }
  if ('onTheMinute' in schedule) return onTheClock(after, 1);
  if ('onMinutes' in schedule) return onTheClock(after, schedule.onMinutes);
  if ('dailyAt' in schedule) return atTime(after, schedule.dailyAt, 0, 1);
  const { weeklyOn, at } = schedule;
  return atTime(after, at, (weeklyOn - weekdayAt(after.getTime()) + 7) % 7, 7);
}

/** The first run of a task that is new at `now`: an interval begins at once, a time of day is waited for. */
export const firstRun = (schedule: Schedule, now: Date): Date =>
  'everyMinutes' in schedule || 'onMinutes' in schedule || 'onTheMinute' in schedule
    ? now
    : nextRun(schedule, now);

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** The schedule as people say it: `每周一 08:00`. */
export function scheduleWords(schedule: Schedule): string {
  if ('onTheMinute' in schedule) return '每分钟';
  if ('dailyAt' in schedule) return `每天 ${schedule.dailyAt}`;
  if ('weeklyOn' in schedule) return `每周${weekdays[schedule.weeklyOn - 1]} ${schedule.at}`;
  if ('onMinutes' in schedule) return `每 ${schedule.onMinutes} 分钟，整点起`;
  const { everyMinutes } = schedule;
  if (everyMinutes === 60) return '每小时';
  return everyMinutes % 60 === 0 ? `每 ${everyMinutes / 60} 小时` : `每 ${everyMinutes} 分钟`;
}
