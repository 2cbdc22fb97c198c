import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { CookieNames } from '@qihang/shared/session/cookie';
import { and, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/database';
import { preparedQuery } from '../db/prepared';
import { AppError } from '../errors';
import { type Actor, endOfTerm } from '../features/users/rules';
import { tokenInCookies } from './session-cookie';

/** A new bearer token: 256 bits of chance, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: a leaked table opens no session. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The token a request shows. A cookie is sent by the browser itself, whoever made the page, and so proves less. */
export interface Shown {
  token: string;
  hash: string;
  by: 'header' | 'cookie';
}

/**
 * The token in an `Authorization: Bearer` header or, without one, in the session cookie; null for a visitor.
 * @throws AppError `session.invalid` for an Authorization header of any other form
 */
export function shownBy({ authorization, cookie }: IncomingHttpHeaders, names: CookieNames): Shown | null {
  if (authorization !== undefined) {
    const token = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
    if (!token) throw new AppError('session.invalid');
    return { token, hash: hashToken(token), by: 'header' };
  }
  const token = tokenInCookies(cookie, names);
  return token === undefined ? null : { token, hash: hashToken(token), by: 'cookie' };
}

/** Whoever is signed in; while the account is being closed that counts in few places. */
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
