import { and, eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';

/** When this person confirmed this round; keeps the first time. */
export async function putRead(
  { tables: { postReads } }: Database,
  tx: Tx,
  row: { postId: string; userId: string; round: number; readAt: Date },
): Promise<Date> {
  const { round, readAt } = row;
  await tx
    .insert(postReads)
    .values(row)
    .onConflictDoUpdate({
      target: [postReads.postId, postReads.userId],
      set: { round, readAt },
      setWhere: sql`${postReads.round} < ${round}`,
    });
  const [kept] = await tx
    .select({ readAt: postReads.readAt })
    .from(postReads)
    .where(and(eq(postReads.postId, row.postId), eq(postReads.userId, row.userId)));
  return kept?.readAt ?? readAt;
}
