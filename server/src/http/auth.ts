import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
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

/**
 * Who holds the session, with the roles that hold at `now`.
 * @throws AppError `session.invalid` for a session that is unknown, ended or expired
 */
export async function findActor(db: Database, tokenHash: string, now: Date): Promise<Actor> {
  const { users, sessions, roleGrants } = db.tables;
  const [user] = await db.read
    .select({ id: users.id, name: users.name, verified: users.verified })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)));
  if (!user) throw new AppError('session.invalid');
  const grants = await db.read
    .select({ role: roleGrants.role, boards: roleGrants.boards, endsAt: roleGrants.endsAt })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.userId, user.id),
        lte(roleGrants.startsAt, now),
        or(isNull(roleGrants.endsAt), gt(roleGrants.endsAt, now)),
      ),
    );
  return { ...user, grants };
}
