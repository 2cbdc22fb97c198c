/**
 * Wall-clock time in Asia/Shanghai, which has had no daylight saving since 1991: a fixed eight hours ahead of UTC. Phones
 * have no reliable `Intl`, and a graduate abroad must read the same deadline as one at home.
 */
const offset = 8 * 60 * 60 * 1000;
export const dayMs = 24 * 60 * 60 * 1000;

const pad = (n: number): string => String(n).padStart(2, '0');

export interface WallClock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  /** 0 is Sunday. */
  weekday: number;
}

/** What a clock on a wall in Shanghai shows at `instant` (milliseconds since 1970). */
export function wallClockAt(instant: number): WallClock {
  const shifted = new Date(instant + offset);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
  };
}

/** `YYYY-MM-DD` in Shanghai at `instant`. */
export function dayAt(instant: number): string {
  const { year, month, day } = wallClockAt(instant);
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The instant (milliseconds) at which the day of `instant` begins in Shanghai. */
export const startOfDay = (instant: number): number =>
  Math.floor((instant + offset) / dayMs) * dayMs - offset;

/** The instant at which the day of `instant` is over in Shanghai. */
export const endOfDay = (instant: number): number => startOfDay(instant) + dayMs;

/** `YYYY-MM-DD` so many days later (or earlier). */
export const addDays = (day: string, days: number): string =>
  dayAt(Date.parse(`${day}T00:00:00+08:00`) + days * dayMs);

/**
 * The instant a deadline stands for: `YYYY-MM-DD` ends with that day (24:00), `YYYY-MM-DDTHH:mm` at that minute.
 * The text must be a date that exists, see `isWallClock`.
 */
export function deadlineInstant(text: string): number {
  return text.length === 10 ? Date.parse(`${text}T00:00:00+08:00`) + dayMs : Date.parse(`${text}:00+08:00`);
}
