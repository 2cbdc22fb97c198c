import { addDays, dayAt, dayMs, startOfDay } from '../time/shanghai';

const hourMs = 3_600_000;
const morningMs = 9 * hourMs;
const eveningMs = 21.5 * hourMs;
/** What ends earlier in the day is reminded of on the evening before: at 9:00 it would be over, or nearly. */
const earlyMs = 10 * hourMs;

/** How long before its deadline a job is reminded of first. */
export const soonMs = 72 * hourMs;

/** Instants are milliseconds since 1970; a stretch is `(after, until]`. */
export interface Stretch {
  after: number;
  until: number;
}

/** The instant at which the last day of a deadline begins; what ends at 24:00 belongs to the day that is over then. */
const lastDayOf = (closesAt: number): number => startOfDay(closesAt - 1);

/** When a deadline is reminded of for the last time: at 9:00 of its day, or at 21:30 of the evening before. */
export function lastReminderAt(closesAt: number): number {
  const day = lastDayOf(closesAt);
  return closesAt - day < earlyMs ? day - dayMs + eveningMs : day + morningMs;
}

/** When a deadline is reminded of: 72 hours before, and for the last time. */
export const remindersOf = (closesAt: number): [soon: number, last: number] => [
  closesAt - soonMs,
  lastReminderAt(closesAt),
];

/** The days of a stretch on which the instant so long after midnight lies within it, as their midnights. */
function daysWith({ after, until }: Stretch, sinceMidnight: number): number[] {
  const days: number[] = [];
  for (let day = startOfDay(after); day + sinceMidnight <= until; day += dayMs)
    if (day + sinceMidnight > after) days.push(day);
  return days;
}

/** The days (`YYYY-MM-DD`) whose 9:00 lies within a stretch. */
export const morningsIn = (stretch: Stretch): string[] =>
  daysWith(stretch, morningMs).map((day) => dayAt(day));

/** The stretches of deadlines whose last reminder lies within a stretch: none while no 9:00 and no 21:30 do. */
export const closingWhenLastIn = (stretch: Stretch): Stretch[] => [
  // To the minute, as deadlines are written: the last before 10:00 is 9:59.
  ...daysWith(stretch, morningMs).map((day) => ({ after: day + earlyMs - 1, until: day + dayMs })),
  ...daysWith(stretch, eveningMs).map((day) => ({ after: day + dayMs, until: day + dayMs + earlyMs - 1 })),
];

/** At 9:00, so many days before the last day of what ends at this instant. */
export const morningBefore = (endsAt: number, days: number): number =>
  Date.parse(`${addDays(dayAt(lastDayOf(endsAt)), -days)}T00:00:00+08:00`) + morningMs;
