import type { Audience } from '@qihang/shared/must-read/notice';
import { mustReadLimits } from '@qihang/shared/must-read/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { isAlumnus } from '@qihang/shared/verification/standing';
import { type Actor, canModerate } from '../../actor/rules';

/** What an audience is chosen by. */
export interface Member {
  verified: boolean;
  college: string | null;
  className: string | null;
  graduationYear: number | null;
}

/** Years that have not left yet begin here: a notice to everyone is not for those who left years ago. */
export function firstPresentYear(now: Date): number {
  const year = now.getUTCFullYear();
  return isAlumnus(year, now) ? year + 1 : year;
}

/** Whether a notice is for this person. `audienceIs` of the store is the same as a condition of a query. */
export function isInAudience(audience: Audience, member: Member, now: Date): boolean {
  const { verified, college, className, graduationYear } = member;
  if (!verified || graduationYear === null) return false;
  if (audience.to === 'everyone') return graduationYear >= firstPresentYear(now);
  if (audience.to === 'years') return audience.years.includes(graduationYear);
  return audience.classes.some(
    (one) => one.graduationYear === graduationYear && one.className === className && one.college === college,
  );
}

/** Instants before this one: notices sent then are asked about no more. */
export const oldestAsked = (now: Date): Date => new Date(now.getTime() - mustReadLimits.days * dayMs);

/** How far a notice was read is for its author, as long as that is a moderator, and for the moderators of its board. */
export const canSeeReaders = (actor: Actor | null, { board }: { board: string }): boolean =>
  canModerate(actor, board);

interface Group {
  size: number;
  read: number;
}

/** `read / size`, 0 to 1; 0 for an audience of nobody. */
export const shareOf = ({ size, read }: Group): number => (size === 0 ? 0 : read / size);

/** All groups together. */
export const totalOf = (groups: readonly Group[]): Group => ({
  size: groups.reduce((sum, { size }) => sum + size, 0),
  read: groups.reduce((sum, { read }) => sum + read, 0),
});

/** The slowest first: they are why a person looks. */
export const slowestFirst = <G extends Group>(groups: readonly G[]): G[] =>
  [...groups].sort((a, b) => shareOf(a) - shareOf(b) || b.size - a.size);
