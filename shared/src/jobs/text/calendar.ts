/** A wall-clock day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const millisecondsPerDay = 86400000;

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The last date of a month. */
export function monthLength(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** `YYYY-MM-DD`, or null when the calendar has no such day (2月30日). */
export function toDay(year: number, month: number, date: number): Day | null {
  if (year < 1900 || year > 2200 || date < 1 || date > monthLength(year, month)) return null;
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** Year, month and date of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}

function serial(day: Day): number {
  const { year, month, date } = partsOf(day);
  return Math.round(Date.UTC(year, month - 1, date) / millisecondsPerDay);
}

/** The day `count` days after `day`. */
export function addDays(day: Day, count: number): Day {
  return new Date((serial(day) + count) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Monday = 1 … Sunday = 7. */
export function weekday(day: Day): number {
  return ((serial(day) + 3) % 7) + 1;
}

/** The first day from `today` on that is written month/date; null when neither this nor next year has it. */
export function nextDay(month: number, date: number, today: Day): Day | null {
  const { year } = partsOf(today);
  const here = toDay(year, month, date);
  return here !== null && here >= today ? here : toDay(year + 1, month, date);
}

/** `HH:mm` of a wall clock; 24:00 is the last minute of the same day. Null when no clock shows it. */
export function toTime(hour: number, minute: number): string | null {
  if (hour === 24 && minute === 0) return '23:59';
  if (hour > 23 || minute > 59) return null;
  return `${pad(hour)}:${pad(minute)}`;
}
