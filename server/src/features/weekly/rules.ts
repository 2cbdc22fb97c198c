import { addDays, dayAt, dayMs, wallClockAt } from '@qihang/shared/time/shanghai';
import { weeklyLimits } from '@qihang/shared/weekly/vocabulary';

/** On Sundays, the hour from which a week has its digest. */
export const digestHour = 19;

/** The Sunday, `YYYY-MM-DD`, whose digest is the latest at an instant. */
export function weekAt(now: Date): string {
  const { weekday, hour } = wallClockAt(now.getTime());
  const ago = weekday === 0 && hour < digestHour ? 7 : weekday;
  return addDays(dayAt(now.getTime()), -ago);
}

/** What is older is not of this week. */
export const weekBefore = (now: Date): Date => new Date(now.getTime() - weeklyLimits.days * dayMs);
/** What closes until then closes soon. */
export const weekAfter = (now: Date): Date => new Date(now.getTime() + weeklyLimits.days * dayMs);
export const idleBefore = (now: Date): Date => new Date(now.getTime() - weeklyLimits.idleDays * dayMs);

/** Who opens nothing gets one digest in four; nobody gets two of a week. */
export const isDue = (week: string, { last, active }: { last: string | null; active: boolean }): boolean =>
  last === null || last <= addDays(week, active ? -1 : -weeklyLimits.idleDays);

/** How much of each part a digest holds. */
export interface Parts {
  matches: number;
  follows: number;
  closing: number;
  threads: number;
}

/** The parts that hold anything, as a notification carries them; null where none does. */
export function dataOf(parts: Parts): Record<string, string> | null {
  const filled = Object.entries(parts).filter(([, n]) => n > 0);
  return filled.length === 0 ? null : Object.fromEntries(filled.map(([part, n]) => [part, String(n)]));
}
