import type { GrantState, OrphanReason } from '@qihang/shared/people/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import { dayAt, dayMs, deadlineInstant } from '@qihang/shared/time/shanghai';
import { canModerate } from '../../actor/rules';

export interface Term {
  role: Role;
  boards: readonly string[] | null;
  startsAt: Date;
  endsAt: Date | null;
}

export function grantState({ startsAt, endsAt }: Term, now: Date): GrantState {
  if (endsAt !== null && endsAt <= startsAt) return 'withdrawn';
  if (endsAt !== null && endsAt <= now) return 'ended';
  return startsAt > now ? 'upcoming' : 'current';
}

/** A term that runs or will. */
export const isOpenTerm = (term: Term, now: Date): boolean =>
  ['current', 'upcoming'].includes(grantState(term, now));

/** The last day of a term in Shanghai. */
export const lastDayOf = ({ endsAt }: Pick<Term, 'endsAt'>): string | null =>
  endsAt && dayAt(endsAt.getTime() - 1);

/** A term from the beginning of one day, or from now on, to the end of another. */
export function termTimes(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  now: Date,
): { startsAt: Date; endsAt: Date | null } {
  const today = dayAt(now.getTime());
  const startsAt =
    startsOn === null || startsOn === today ? now : new Date(deadlineInstant(startsOn) - dayMs);
  return { startsAt, endsAt: endsOn === null ? null : new Date(deadlineInstant(endsOn)) };
}

interface FieldError {
  path: string;
  message: string;
}

/** What is wrong with a new or changed term, by field; empty when nothing is. */
export function termProblems(term: Term, knownBoards: readonly string[], now: Date): FieldError[] {
  const { role, boards, startsAt, endsAt } = term;
  const problems: FieldError[] = [];
  if (startsAt < now && dayAt(startsAt.getTime()) < dayAt(now.getTime()))
    problems.push({ path: 'startsOn', message: '开始日期已经过了' });
  if (endsAt !== null && endsAt <= now) problems.push({ path: 'endsOn', message: '结束日期已经过了' });
  else if (endsAt !== null && endsAt <= startsAt)
    problems.push({ path: 'endsOn', message: '结束日期要在开始之后' });
  if (boards !== null && role !== 'lead')
    problems.push({ path: 'boards', message: '只有宣传骨干按栏目任职' });
  else if (boards?.some((board) => !knownBoards.includes(board)))
    problems.push({ path: 'boards', message: '没有这个栏目，请重新选' });
  return problems;
}

const sameBoards = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  JSON.stringify(a && [...a].sort()) === JSON.stringify(b && [...b].sort());

/** The same role on the same boards at the same time: given twice, it would have to be ended twice. */
export const isSameOffice = (a: Term, b: Term): boolean =>
  a.role === b.role &&
  sameBoards(a.boards, b.boards) &&
  (a.endsAt === null || a.endsAt > b.startsAt) &&
  (b.endsAt === null || b.endsAt > a.startsAt);

/**
 * Somebody must always be able to give roles: at least one admin holds the role now and without an end, so that neither a
 * hand nor the clock can leave the place without one.
 */
export const keepsAnAdmin = (grants: readonly Term[], now: Date): boolean =>
  grants.some(
    (grant) => grant.role === 'admin' && grant.endsAt === null && grantState(grant, now) === 'current',
  );

/** Who keeps a board clean may hold its things. */
export const mayHold = (grants: readonly Term[], board: string, now: Date): boolean =>
  canModerate({ grants: grants.filter((grant) => grantState(grant, now) === 'current') }, board);

/** Why `owner` no longer looks after a thing of this board, and since when; null when the owner does. */
export function orphanedSince(
  owner: { grants: readonly Term[] } | null,
  named: boolean,
  board: string,
  now: Date,
): { why: OrphanReason; endedAt: Date | null } | null {
  if (!owner) return { why: named ? 'gone' : 'nobody', endedAt: null };
  if (mayHold(owner.grants, board, now)) return null;
  const ends = owner.grants.flatMap((grant) =>
    grantState(grant, now) === 'ended' && grant.endsAt && canModerate({ grants: [grant] }, board)
      ? [grant.endsAt]
      : [],
  );
  const endedAt = ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
  return { why: endedAt ? 'ended' : 'none', endedAt };
}
