import type { Database } from '../../db/database';
import { findActor, hashToken, newToken } from '../../http/auth';
import type { UserRow } from './store';
import { viewMe } from './view';

const sessionMs = 30 * 24 * 60 * 60 * 1000;

/** A session of 30 days: the token for its holder, and the row to insert, which lacks only whose it is. */
export function openSession(now: Date) {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + sessionMs);
  return { token, row: { tokenHash: hashToken(token), createdAt: now, expiresAt } };
}

/** What every way of signing in answers, once the session's row is written. */
export async function answerSession(
  db: Database,
  { token, row }: ReturnType<typeof openSession>,
  user: UserRow,
  now: Date,
) {
  const actor = await findActor(db, row.tokenHash, now);
  return { token, expiresAt: row.expiresAt.toISOString(), user: viewMe(user, actor) };
}
