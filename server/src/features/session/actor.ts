import type { Actor } from '../../actor/rules';
import type { Database } from '../../db/types';
import { AppError } from '../../errors';
import { endOfTerm } from '../users/rules';
import { findHolder, listBegunGrants } from './actor-store';

/** A signed-in person; while the account is being closed that counts in few places. */
export type SignedIn = Actor & { closing: boolean };

/**
 * Who holds the session, with the roles that hold at `now`, those that are over, and whether the person is muted. The clock
 * decides at every request: a term that ends takes effect without anybody doing anything.
 * @throws AppError `session.invalid` for a session that is unknown, ended or expired
 */
export async function findActor(db: Database, tokenHash: string, now: Date): Promise<SignedIn> {
  const found = await findHolder(db, tokenHash, now);
  if (!found) throw new AppError('session.invalid');
  const { closingSince, graduationYear, anonymousUntil, anonymousFor, ...user } = found;
  const anonymousMute = anonymousUntil && { until: anonymousUntil, reason: anonymousFor ?? '' };
  const granted = await listBegunGrants(db, user.id, now);
  const rows = granted.map((row) => ({ ...row, endsAt: endOfTerm(row, graduationYear, now) }));
  const ended = rows.flatMap(({ role, boards, startsAt, endsAt }) =>
    // One that was taken back before it began never held.
    endsAt !== null && endsAt <= now && endsAt > startsAt ? [{ role, boards, endedAt: endsAt }] : [],
  );
  const grants = rows
    .filter(({ endsAt }) => endsAt === null || endsAt > now)
    .map(({ role, boards, endsAt }) => ({ role, boards, endsAt }));
  return { ...user, anonymousMute, grants, ended, closing: closingSince !== null };
}
