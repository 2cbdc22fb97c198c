import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

export type ClosureRow = Database['tables']['accountClosures']['$inferSelect'];

export async function findClosure(
  { tables: { accountClosures } }: Database,
  read: Reader,
  userId: string,
): Promise<ClosureRow | undefined> {
  const [row] = await read.select().from(accountClosures).where(eq(accountClosures.userId, userId));
  return row;
}

/** False when the account is being closed already. */
export async function insertClosure(
  { tables: { accountClosures } }: Database,
  tx: Tx,
  row: Omit<ClosureRow, 'erasedAt'>,
): Promise<boolean> {
  const made = await tx.insert(accountClosures).values(row).onConflictDoNothing().returning();
  return made.length > 0;
}

export const deleteClosure = ({ tables: { accountClosures } }: Database, tx: Tx, userId: string) =>
  tx.delete(accountClosures).where(eq(accountClosures.userId, userId));

/** Closings whose grace is over at `now` and that are still to be carried out, the oldest first. */
export const listDueClosures = (
  { tables: { accountClosures } }: Database,
  read: Reader,
  now: Date,
): Promise<ClosureRow[]> =>
  read
    .select()
    .from(accountClosures)
    .where(and(isNull(accountClosures.erasedAt), lte(accountClosures.eraseAt, now)))
    .orderBy(asc(accountClosures.eraseAt), asc(accountClosures.userId));

export const setErased = ({ tables: { accountClosures } }: Database, tx: Tx, userId: string, at: Date) =>
  tx.update(accountClosures).set({ erasedAt: at, name: null }).where(eq(accountClosures.userId, userId));
