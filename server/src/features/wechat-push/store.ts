import { asc, eq, isNull } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export type PushRow = Database['tables']['wechatPushes']['$inferSelect'];

export async function isNonceUsed(
  { tables: { wechatPushes } }: Database,
  read: Reader,
  nonce: string,
): Promise<boolean> {
  const rows = await read
    .select({ id: wechatPushes.id })
    .from(wechatPushes)
    .where(eq(wechatPushes.nonce, nonce));
  return rows.length > 0;
}

/** False, and nothing done, for a message that has come before. */
export async function insertPush(
  { tables: { wechatPushes } }: Database,
  tx: Tx,
  row: PushRow,
): Promise<boolean> {
  const made = await tx.insert(wechatPushes).values(row).onConflictDoNothing().returning();
  return made.length > 0;
}

/** Pushes that still have to be dealt with, in the order they came. */
export const listPending = ({ tables: { wechatPushes } }: Database, read: Reader): Promise<PushRow[]> =>
  read
    .select()
    .from(wechatPushes)
    .where(isNull(wechatPushes.doneAt))
    .orderBy(asc(wechatPushes.receivedAt), asc(wechatPushes.id));

export const setDone = ({ tables: { wechatPushes } }: Database, tx: Tx, id: string, at: Date) =>
  tx.update(wechatPushes).set({ doneAt: at, openid: null }).where(eq(wechatPushes.id, id));
