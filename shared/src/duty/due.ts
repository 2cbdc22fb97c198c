import { addDays, dayAt, dayMs, endOfDay, startOfDay, wallClockAt } from '../time/shanghai';
import type { AnswerClock } from './vocabulary';

/** Days (`YYYY-MM-DD`) on which the week's rule does not count, and what they are called. */
export type Calendar = ReadonlyMap<string, { works: boolean; name: string }>;

/** How a board counts the hours of an answer. `from` and `until` are its duty hours, `HH:mm`. */
export interface ClockRule {
  answerHours: number;
  clock: AnswerClock;
  from: string;
  until: string;
  stepHours: number;
}

const hourMs = 3_600_000;

/** Midnight in Shanghai at which `day` begins, in milliseconds since 1970. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** The instant of `HH:mm` on `day`. */
export const timeOn = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => wallClockAt(dayStart(day)).weekday || 7;

/** Monday to Friday are worked, unless the calendar says otherwise. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean =>
  calendar.get(day)?.works ?? weekdayOf(day) <= 5;

/** The years whose calendars a time counted from `start` can need. */
export const calendarYears = (start: number): number[] => {
  const { year } = wallClockAt(start);
  return [year, year + 1];
};

/** Longer than any row of holidays: a calendar without a working day must not count for ever. */
const mostDays = 400;

/**
 * The instant at which so many hours have passed that count. `counts` gives the stretch of a day that does, or null.
 * Where nothing counts for more than a year, the hours are those of the clock.
 */
function addHours(
  start: number,
  hours: number,
  counts: (day: string) => { from: number; until: number } | null,
): number {
  let left = hours * hourMs;
  let day = dayAt(start);
  for (let i = 0; i < mostDays; i++, day = addDays(day, 1)) {
    const stretch = counts(day);
    if (stretch === null) continue;
    const from = Math.max(start, stretch.from);
    if (from >= stretch.until) continue;
    if (left <= stretch.until - from) return from + left;
    left -= stretch.until - from;
  }
  return start + hours * hourMs;
}

/** By when a question that is asked at `start` is answered: round the clock, or in the hours of working days. */
export function answerDue(start: number, { answerHours, clock }: ClockRule, calendar: Calendar): number {
  if (clock === 'hours') return start + answerHours * hourMs;
  return addHours(start, answerHours, (day) =>
    isWorkingDay(calendar, day) ? { from: dayStart(day), until: dayStart(day) + dayMs } : null,
  );
}

/**
 * Until when the next one in the chain has a question that becomes theirs at `start`. Their hours are counted within duty hours:
 * nobody is passed over while asleep.
 */
export const stepDue = (
  start: number,
  { stepHours, clock, from, until }: ClockRule,
  calendar: Calendar,
): number =>
  addHours(start, stepHours, (day) =>
    clock === 'hours' || isWorkingDay(calendar, day)
      ? { from: timeOn(day, from), until: timeOn(day, until) }
      : null,
  );

/** When so many hours are left until `end`, counted within duty hours as those of `stepDue` are. */
export function hoursBefore(
  end: number,
  hours: number,
  { clock, from, until }: Pick<ClockRule, 'clock' | 'from' | 'until'>,
  calendar: Calendar,
): number {
  let left = hours * hourMs;
  let day = dayAt(end - 1);
  for (let i = 0; i < mostDays; i++, day = addDays(day, -1)) {
    if (clock === 'working-days' && !isWorkingDay(calendar, day)) continue;
    const begins = timeOn(day, from);
    const ends = Math.min(end, timeOn(day, until));
    if (ends <= begins) continue;
    if (left <= ends - begins) return ends - left;
    left -= ends - begins;
  }
  return end - hours * hourMs;
}

/** The day whose person has a question of this instant: after the end of duty hours it is the next day's. */
export const dutyDayAt = (instant: number, { until }: Pick<ClockRule, 'until'>): string =>
  instant < timeOn(dayAt(instant), until) ? dayAt(instant) : dayAt(endOfDay(instant));

/** When the duty of `day` begins and ends: from the end of the day before. */
export const dutyStretch = (
  day: string,
  { until }: Pick<ClockRule, 'until'>,
): { from: number; until: number } => ({
  from: timeOn(addDays(day, -1), until),
  until: timeOn(day, until),
});

/** The Monday after the day of `instant`. */
export function nextMonday(instant: number): string {
  const today = dayAt(startOfDay(instant));
  return addDays(today, 8 - weekdayOf(today));
}
