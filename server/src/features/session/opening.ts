import type { SessionKind } from '@qihang/shared/session/vocabulary';
import type { Database } from '../../db/types';
import type { Caller } from '../../http/caller';
import { hashToken, newToken } from '../../ports/tokens';
import { findActor } from './actor';
import { readMe } from './me';
import { deviceWords } from './rules';

const sessionMs = 30 * 24 * 60 * 60 * 1000;

/** A session of 30 days: the token for its holder, and the row to insert, which lacks only whose it is. */
export function openSession(
  { userAgent, wantsCookie }: Caller,
  now: Date,
  via: SessionKind = wantsCookie ? 'browser' : 'program',
) {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + sessionMs);
  const device = deviceWords(userAgent);
  return { token, row: { tokenHash: hashToken(token), createdAt: now, expiresAt, via, device } };
}

/** What every way of signing in answers, once the session's row is written. */
export async function answerSession(db: Database, { token, row }: ReturnType<typeof openSession>, now: Date) {
  const actor = await findActor(db, row.tokenHash, now);
  return { token, expiresAt: row.expiresAt.toISOString(), user: await readMe(db, actor, now) };
}
