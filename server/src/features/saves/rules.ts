import { saveLimits } from '@qihang/shared/saves/vocabulary';
import { addDays, dayAt, deadlineInstant } from '@qihang/shared/time/shanghai';

const usualDays = 90;

/** The days a calendar shows: `[from, to]`, both included, at most 370 days on; null when they are the wrong way round. */
export function calendarDays(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: Date,
): { from: string; to: string } | null {
  const first = from ?? dayAt(now.getTime());
  const last = to ?? addDays(first, usualDays);
  if (last < first || last > addDays(first, saveLimits.calendarDays)) return null;
  return { from: first, to: last };
}

/** The instants of these days: what ends with a day belongs to it, what ends as the first begins does not. */
export const instantsOf = ({ from, to }: { from: string; to: string }): { after: Date; until: Date } => ({
  after: new Date(deadlineInstant(addDays(from, -1))),
  until: new Date(deadlineInstant(to)),
});
