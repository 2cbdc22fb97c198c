import type { FeedbackKind } from '@qihang/shared/post-feedback/vocabulary';
import { and, count, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';

export type FeedbackRow = Database['tables']['postFeedback']['$inferSelect'];

/** By kind, how many say so, how many of them wait for an answer, and whether this person is one of them. */
export function countFeedback(
  { tables: { postFeedback } }: Database,
  read: Reader,
  postId: string,
  userId: string | null,
) {
  const { kind } = postFeedback;
  const ofMine = userId === null ? sql`1 = 0` : eq(postFeedback.userId, userId);
  const number = (condition: ReturnType<typeof eq>) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);
  return read
    .select({ kind, n: count(), open: number(isNull(postFeedback.settledAt)), mine: number(ofMine) })
    .from(postFeedback)
    .where(eq(postFeedback.postId, postId))
    .groupBy(kind);
}

const voice = (
  { tables: { postFeedback } }: Database,
  { postId, userId, kind }: Pick<FeedbackRow, 'postId' | 'userId' | 'kind'>,
) => and(eq(postFeedback.postId, postId), eq(postFeedback.userId, userId), eq(postFeedback.kind, kind));

/** Writes what a person says; said again, it counts once and waits for an answer again. */
export async function putFeedback(db: Database, tx: Tx, row: FeedbackRow): Promise<void> {
  const { postFeedback } = db.tables;
  const { note, at, seenAt, settledAt } = row;
  await tx
    .insert(postFeedback)
    .values(row)
    .onConflictDoUpdate({
      target: [postFeedback.postId, postFeedback.userId, postFeedback.kind],
      set: { note, at, seenAt, settledAt },
    });
}

export const deleteFeedback = (db: Database, tx: Tx, of: Pick<FeedbackRow, 'postId' | 'userId' | 'kind'>) =>
  tx.delete(db.tables.postFeedback).where(voice(db, of));

/** How many pieces of feedback this person gave or changed since `since`. */
export const countGivenSince = (
  { tables: { postFeedback } }: Database,
  tx: Tx,
  userId: string,
  since: Date,
): Promise<number> =>
  tx.$count(postFeedback, and(eq(postFeedback.userId, userId), gt(postFeedback.at, since)));

/** What has words or asks for something, the newest first; 有用 is a number and no more. */
export function listFeedback(
  { tables: { postFeedback } }: Database,
  read: Reader,
  postId: string,
  after: Place | undefined,
  limit: number,
) {
  const { id, kind, note, at, settledAt } = postFeedback;
  const said = sql`(${ne(kind, 'useful')} or ${ne(note, '')})`;
  return read
    .select({ id, kind, note, at, settledAt })
    .from(postFeedback)
    .where(
      and(
        eq(postFeedback.postId, postId),
        said,
        after && sql`(${at}, ${id}) < (${sql.param(after.at, at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

/** Answers all that waits at an article; how much it was, by kind. */
export async function settleFeedback(
  { tables: { postFeedback } }: Database,
  tx: Tx,
  postId: string,
  now: Date,
): Promise<Partial<Record<FeedbackKind, number>>> {
  const rows = await tx
    .update(postFeedback)
    .set({ settledAt: now })
    .where(
      and(eq(postFeedback.postId, postId), isNull(postFeedback.settledAt), ne(postFeedback.kind, 'useful')),
    )
    .returning({ kind: postFeedback.kind });
  const settled: Partial<Record<FeedbackKind, number>> = {};
  for (const { kind } of rows) settled[kind] = (settled[kind] ?? 0) + 1;
  return settled;
}
