import type { Notification } from '@qihang/shared/notifications/contract';
import { clockWords, daysFrom, slashWords, weekdayWords } from '@/ui/date-words';

/** Messages of one day, as they stand in one card. */
export interface Day {
  key: string;
  /** Null where the page before ended within the same day. */
  heading: string | null;
  items: Notification[];
}

const headings: Record<number, string> = { 0: '今天', [-1]: '昨天' };
const earlier = '更早';

const headingOf = (at: string, now: Date): string => headings[daysFrom(now, new Date(at))] ?? earlier;

/** When it was, next to its day: `08:20`, `周日` within a week, else `11/12`. */
export function timeWords(at: string, now: Date): string {
  const instant = new Date(at);
  const days = daysFrom(now, instant);
  if (days >= -1) return clockWords(instant);
  return days > -7 ? weekdayWords(instant) : slashWords(instant);
}

/** Each page of messages, which come newest first, by day. */
export function byDay(pages: readonly (readonly Notification[])[], now: Date): Day[][] {
  let last: string | null = null;
  return pages.map((items, page) => {
    const days: Day[] = [];
    for (const item of items) {
      const heading = headingOf(item.at, now);
      const current = days[days.length - 1];
      if (current && heading === last) current.items.push(item);
      else
        days.push({ key: `${page}:${heading}`, heading: heading === last ? null : heading, items: [item] });
      last = heading;
    }
    return days;
  });
}
