import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Database } from '../db/database';
import { AppError } from '../errors';
import type { Actor } from '../features/users/rules';

/** A new bearer token: 256 bits of chance, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: a leaked table opens no session. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Hash of the token in an `Authorization: Bearer` header; null without the header.
 * @throws AppError `session.invalid` for a header of any other form
 */
export function sessionOf(authorization: string | undefined): string | null {
  if (authorization === undefined) return null;
  const token = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
  if (!token) throw new AppError('session.invalid');
  return hashToken(token);
}

/** Whoever is signed in; while the account is being closed that counts in few places. */
export type SignedIn = Actor & { closing: boolean };

/**
 * Who holds the session, with the roles that hold at `now`, those that are over, and whether the person is muted. The clock
 * decides at every request: a term that ends takes effect without anybody doing anything.
 * @throws AppError `session.invalid` for a session that is unknown, ended or expired
 */
export async function findActor(db: Database, tokenHash: string, now: Date): Promise<SignedIn> {
  const { users, sessions, roleGrants, mutes, accountClosures } = db.tables;
  const [found] = await db.read
    .select({
      id: users.id,
      name: users.name,
      verified: users.verified,
      mutedUntil: mutes.endsAt,
      mutedFor: mutes.reason,
      closingSince: accountClosures.requestedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(accountClosures, eq(accountClosures.userId, users.id))
    .leftJoin(mutes, and(eq(mutes.userId, users.id), isNull(mutes.liftedAt), gt(mutes.endsAt, now)))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)))
    .orderBy(desc(mutes.endsAt))
    .limit(1);
  if (!found) throw new AppError('session.invalid');
  const { closingSince, ...user } = found;
  const { role, boards, startsAt, endsAt } = roleGrants;
  const rows = await db.read
    .select({ role, boards, startsAt, endsAt })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, user.id), lte(startsAt, now)));
  const ended = rows.flatMap(({ role, boards, startsAt, endsAt }) =>
    // One that was taken back before it began never held.
    endsAt !== null && endsAt <= now && endsAt > startsAt ? [{ role, boards, endedAt: endsAt }] : [],
  );
  const grants = rows
    .filter(({ endsAt }) => endsAt === null || endsAt > now)
    .map(({ role, boards, endsAt }) => ({ role, boards, endsAt }));
  return { ...user, grants, ended, closing: closingSince !== null };
}
