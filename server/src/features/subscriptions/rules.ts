import { remindersOf } from '@qihang/shared/reminders/times';
import { type Purpose, purposes } from '@qihang/shared/subscriptions/vocabulary';

/** The mini-program and WeChat report one consent within this time of each other, each by its own clock. */
export const pairedWithinMs = 10 * 60_000;

/** How far ahead a more important message is provided for. */
export const providedForMs = 72 * 60 * 60_000;

interface Entry {
  id: string;
  change: number;
  cause: 'granted' | 'spent' | 'returned' | 'zeroed';
  source: string;
  at: Date;
  pairedWith: string | null;
}

/** WeChat's times are whole seconds: what happened within the second of the other may have come after it. */
const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000) * 1000;

/** Whether a consent of that time is gone with a zeroing, of which it may be told only afterwards. */
export const isVoid = (grantedAt: Date, zeroedAt: Date | undefined): boolean =>
  zeroedAt !== undefined && grantedAt.getTime() < secondOf(zeroedAt);

/** The report of the same consent by the other side: of those that have no partner, the one nearest in time. */
export function partnerOf(
  reports: readonly Entry[],
  source: 'client' | 'popup',
  at: Date,
): Entry | undefined {
  const distance = (entry: Entry) => Math.abs(entry.at.getTime() - at.getTime());
  return reports
    .filter(
      (entry) =>
        entry.cause === 'granted' &&
        entry.source !== source &&
        entry.pairedWith === null &&
        distance(entry) <= pairedWithinMs,
    )
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** What is left when a zeroing of that time is learned: what was granted after it, less what was spent of it since. */
export function leftAfterZero(entries: readonly Entry[], zeroedAt: Date): number {
  const sum = entries
    .filter(({ at, cause }) =>
      cause === 'granted' ? !isVoid(at, zeroedAt) : at.getTime() > zeroedAt.getTime(),
    )
    .reduce((total, { change }) => total + change, 0);
  return Math.max(0, sum);
}

/** The instants from `now` on, within `withinMs`, at which saved jobs are reminded of; those of one minute are one message. */
export function remindersAhead(closing: readonly { closesAt: Date }[], now: Date, withinMs: number): number {
  const times = closing
    .flatMap(({ closesAt }) => remindersOf(closesAt.getTime()))
    .filter((at) => at > now.getTime() && at <= now.getTime() + withinMs);
  return new Set(times.map((at) => Math.floor(at / 60_000))).size;
}

/** The purposes that go before this one. */
export const higherThan = (purpose: Purpose): readonly Purpose[] =>
  purposes.slice(0, purposes.indexOf(purpose));

/** Whether a message may be sent while more important ones, by the same template, will need so many of its credits. */
export const maySpend = (balance: number, needed: number): boolean => balance > needed;
