import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

type AttemptRow = Database['tables']['claimAttempts']['$inferSelect'];

/** The counts that last at `now`, by key. */
export async function findCounts(
  { tables: { claimAttempts } }: Database,
  read: Reader,
  keys: readonly string[],
  now: Date,
): Promise<Map<string, AttemptRow>> {
  const rows = await read
    .select()
    .from(claimAttempts)
    .where(and(inArray(claimAttempts.key, [...keys]), gt(claimAttempts.forgetAt, now)));
  return new Map(rows.map((row) => [row.key, row]));
}

export const deleteOver = ({ tables: { claimAttempts } }: Database, tx: Tx, now: Date) =>
  tx.delete(claimAttempts).where(lte(claimAttempts.forgetAt, now));

export const insertCount = ({ tables: { claimAttempts } }: Database, tx: Tx, row: AttemptRow) =>
  tx.insert(claimAttempts).values(row);

export const updateFailures = (
  { tables: { claimAttempts } }: Database,
  tx: Tx,
  { key, failures }: Pick<AttemptRow, 'key' | 'failures'>,
) => tx.update(claimAttempts).set({ failures }).where(eq(claimAttempts.key, key));

export const deleteCounts = ({ tables: { claimAttempts } }: Database, tx: Tx, keys: readonly string[]) =>
  tx.delete(claimAttempts).where(inArray(claimAttempts.key, [...keys]));
