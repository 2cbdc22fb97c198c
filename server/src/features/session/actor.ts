import { and, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Actor } from '../../actor/rules';
import { preparedQuery } from '../../db/prepared';
import type { Database } from '../../db/types';
import { AppError } from '../../errors';
import { endOfTerm } from '../users/rules';

/** A signed-in person; while the account is being closed that counts in few places. */
export type SignedIn = Actor & { closing: boolean };

const p = sql.placeholder;

/** The person of a session that lasts, with the mute that ends last. */
const holder = preparedQuery(({ tables: { users, sessions, mutes, accountClosures } }, read) =>
  read
    .select({
      id: users.id,
      name: users.name,
      verified: users.verified,
      graduationYear: users.graduationYear,
      mutedUntil: mutes.endsAt,
      mutedFor: mutes.reason,
      closingSince: accountClosures.requestedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(accountClosures, eq(accountClosures.userId, users.id))
    .leftJoin(
      mutes,
      and(
        eq(mutes.userId, users.id),
        isNull(mutes.liftedAt),
        gt(mutes.endsAt, sql.param(p('now'), mutes.endsAt)),
      ),
    )
    .where(
      and(
        eq(sessions.tokenHash, p('tokenHash')),
        gt(sessions.expiresAt, sql.param(p('now'), sessions.expiresAt)),
      ),
    )
    .orderBy(desc(mutes.endsAt))
    .limit(1)
    .prepare('session_holder'),
);

const begunGrants = preparedQuery(({ tables: { roleGrants } }, read) => {
  const { userId, role, boards, startsAt, endsAt } = roleGrants;
  return read
    .select({ role, boards, startsAt, endsAt })
    .from(roleGrants)
    .where(and(eq(userId, p('userId')), lte(startsAt, sql.param(p('now'), startsAt))))
    .prepare('session_grants');
});

/**
 * Who holds the session, with the roles that hold at `now`, those that are over, and whether the person is muted. The clock
 * decides at every request: a term that ends takes effect without anybody doing anything.
 * @throws AppError `session.invalid` for a session that is unknown, ended or expired
 */
export async function findActor(db: Database, tokenHash: string, now: Date): Promise<SignedIn> {
  const [found] = await holder(db, db.read).execute({ tokenHash, now });
  if (!found) throw new AppError('session.invalid');
  const { closingSince, graduationYear, ...user } = found;
  const granted = await begunGrants(db, db.read).execute({ userId: user.id, now });
  const rows = granted.map((row) => ({ ...row, endsAt: endOfTerm(row, graduationYear, now) }));
  const ended = rows.flatMap(({ role, boards, startsAt, endsAt }) =>
    // One that was taken back before it began never held.
    endsAt !== null && endsAt <= now && endsAt > startsAt ? [{ role, boards, endedAt: endsAt }] : [],
  );
  const grants = rows
    .filter(({ endsAt }) => endsAt === null || endsAt > now)
    .map(({ role, boards, endsAt }) => ({ role, boards, endsAt }));
  return { ...user, grants, ended, closing: closingSince !== null };
}
