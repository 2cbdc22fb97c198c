import type { CalendarDay } from '@qihang/shared/duty/contract';
import { addDays } from '@qihang/shared/time/shanghai';

/** Days in a row of one name. */
export interface CalendarRange {
  from: string;
  until: string;
  works: boolean;
  name: string;
}

export function rangesOf(days: readonly CalendarDay[]): CalendarRange[] {
  const ranges: CalendarRange[] = [];
  for (const { day, works, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = ranges[ranges.length - 1];
    if (last && last.name === name && last.works === works && addDays(last.until, 1) === day)
      last.until = day;
    else ranges.push({ from: day, until: day, works, name });
  }
  return ranges;
}

export const withoutRange = (days: readonly CalendarDay[], { from, until }: CalendarRange): CalendarDay[] =>
  days.filter(({ day }) => day < from || day > until);

/** A range takes the place of what its days were before. */
export function withRange(days: readonly CalendarDay[], range: CalendarRange): CalendarDay[] {
  const added: CalendarDay[] = [];
  for (let day = range.from; day <= range.until; day = addDays(day, 1))
    added.push({ day, works: range.works, name: range.name });
  return [...withoutRange(days, range), ...added].sort((a, b) => (a.day < b.day ? -1 : 1));
}
