import { and, eq, ne } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

/**
 * Signs a person out everywhere, from the commit on: a person who loses a role, account or password must not go on with an
 * old token. `except` is the token hash of the one session that stays.
 */
export async function endSessionsOf(
  { tables: { sessions } }: Database,
  tx: Tx,
  userId: string,
  except?: string,
): Promise<void> {
  await tx
    .delete(sessions)
    .where(
      and(eq(sessions.userId, userId), except === undefined ? undefined : ne(sessions.tokenHash, except)),
    );
}

/** When the session with this token hash began; undefined when there is none. */
export async function findSessionStart(
  { read, tables: { sessions } }: Database,
  tokenHash: string,
): Promise<Date | undefined> {
  const [row] = await read
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.tokenHash, tokenHash));
  return row?.createdAt;
}

/** The person that a WeChat account signs in as; undefined for an unknown one. */
export async function findWechatUserId(
  { tables: { wechatIdentities } }: Database,
  tx: Tx,
  openid: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: wechatIdentities.userId })
    .from(wechatIdentities)
    .where(eq(wechatIdentities.openid, openid));
  return row?.userId;
}

/** The WeChat account that a person signs in with; undefined for a person without one. */
export async function findOpenid(
  { tables: { wechatIdentities } }: Database,
  read: Reader,
  userId: string,
): Promise<string | undefined> {
  const [row] = await read
    .select({ openid: wechatIdentities.openid })
    .from(wechatIdentities)
    .where(eq(wechatIdentities.userId, userId));
  return row?.openid;
}

/** Unbinds a person from the WeChat account; other ways of signing in stay. */
export const deleteWechatIdentity = ({ tables: { wechatIdentities } }: Database, tx: Tx, openid: string) =>
  tx.delete(wechatIdentities).where(eq(wechatIdentities.openid, openid));
