import { and, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { preparedQuery } from '../../db/prepared';
import type { Database } from '../../db/types';

const p = sql.placeholder;

const holder = preparedQuery(({ tables: { users, sessions, mutes, accountClosures } }, read) => {
  const anonymous = alias(mutes, 'anonymous_mutes');
  const runs = (of: typeof mutes, anonymousOnly: boolean) =>
    and(
      eq(of.userId, users.id),
      eq(of.anonymousOnly, anonymousOnly),
      isNull(of.liftedAt),
      gt(of.endsAt, sql.param(p('now'), mutes.endsAt)),
    );
  return read
    .select({
      id: users.id,
      name: users.name,
      verified: users.verified,
      graduationYear: users.graduationYear,
      mutedUntil: mutes.endsAt,
      mutedFor: mutes.reason,
      anonymousUntil: anonymous.endsAt,
      anonymousFor: anonymous.reason,
      closingSince: accountClosures.requestedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(accountClosures, eq(accountClosures.userId, users.id))
    .leftJoin(mutes, runs(mutes, false))
    .leftJoin(anonymous, runs(anonymous as unknown as typeof mutes, true))
    .where(
      and(
        eq(sessions.tokenHash, p('tokenHash')),
        gt(sessions.expiresAt, sql.param(p('now'), sessions.expiresAt)),
      ),
    )
    .orderBy(desc(mutes.endsAt), desc(mutes.id), desc(anonymous.endsAt), desc(anonymous.id))
    .limit(1)
    .prepare('session_holder');
});

const begun = preparedQuery(({ tables: { roleGrants } }, read) => {
  const { userId, role, boards, startsAt, endsAt } = roleGrants;
  return read
    .select({ role, boards, startsAt, endsAt })
    .from(roleGrants)
    .where(and(eq(userId, p('userId')), lte(startsAt, sql.param(p('now'), startsAt))))
    .prepare('session_grants');
});

/** The person of a session that lasts, with the mute that ends last; undefined for a session that is unknown or over. */
export async function findHolder(db: Database, tokenHash: string, now: Date) {
  const [found] = await holder(db, db.read).execute({ tokenHash, now });
  return found;
}

/** Every term of a person that has begun, those that are over among them. */
export const listBegunGrants = (db: Database, userId: string, now: Date) =>
  begun(db, db.read).execute({ userId, now });
