import type { CalendarEntry } from '@qihang/shared/saves/contract';
import { daysFrom, slashWords, startOfDay, weekdayWords } from '@/ui/date-words';
import type { DayTone } from '@/ui/month-grid';

/** How near a day is: within three days it is warm. */
const toneOf = (day: string, now: Date): DayTone => {
  const days = daysFrom(now, startOfDay(day));
  return days <= 3 ? 'signal' : days <= 7 ? 'week' : 'far';
};

/** The days of the grid on which something ends. */
export const marksOf = (entries: readonly CalendarEntry[], now: Date): Record<string, DayTone> =>
  Object.fromEntries(entries.map(({ day }) => [day, toneOf(day, now)]));

/** Two short lines beside an entry: `今天` over `18:00`, `周日` over `11/22`. */
export function entryWhen({ day, time }: Pick<CalendarEntry, 'day' | 'time'>, now: Date): [string, string] {
  const at = startOfDay(day);
  const near = { 0: '今天', 1: '明天' }[daysFrom(now, at)];
  return near === undefined ? [weekdayWords(at), slashWords(at)] : [near, time ?? '24:00'];
}

export const entryWhat = ({ kind, time }: Pick<CalendarEntry, 'kind' | 'time'>) =>
  kind === 'recheck' ? '岗位复核' : `${time ?? '24:00'} 投递截止`;
