import { and, count, eq, inArray } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';

/** Which of these questions a person follows. */
export async function followedAmong(
  { tables: { threadFollows } }: Database,
  read: Reader,
  userId: string | undefined,
  ids: readonly string[],
): Promise<Set<string>> {
  if (userId === undefined || ids.length === 0) return new Set();
  const rows = await read
    .select({ id: threadFollows.threadId })
    .from(threadFollows)
    .where(and(eq(threadFollows.userId, userId), inArray(threadFollows.threadId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** Which of these answers a person found useful. */
export async function votedAmong(
  { tables: { answerVotes } }: Database,
  read: Reader,
  userId: string | undefined,
  ids: readonly string[],
): Promise<Set<string>> {
  if (userId === undefined || ids.length === 0) return new Set();
  const rows = await read
    .select({ id: answerVotes.answerId })
    .from(answerVotes)
    .where(and(eq(answerVotes.userId, userId), inArray(answerVotes.answerId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** The numbers of a thread's anonymous voices, by person. */
export async function voicesIn(
  { tables: { threadVoices } }: Database,
  read: Reader,
  threadId: string,
): Promise<Map<string, number>> {
  const rows = await read.select().from(threadVoices).where(eq(threadVoices.threadId, threadId));
  return new Map(rows.map(({ userId, n }) => [userId, n]));
}

export const follow = (
  { tables: { threadFollows } }: Database,
  tx: Tx,
  threadId: string,
  userId: string,
  followedAt: Date,
) => tx.insert(threadFollows).values({ threadId, userId, followedAt }).onConflictDoNothing();

export const unfollow = ({ tables: { threadFollows } }: Database, tx: Tx, threadId: string, userId: string) =>
  tx.delete(threadFollows).where(and(eq(threadFollows.threadId, threadId), eq(threadFollows.userId, userId)));

/** Keeps the count of an answer in step with its votes. */
export async function countVotes(
  { tables: { answers, answerVotes } }: Database,
  tx: Tx,
  answerId: string,
): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(answerVotes).where(eq(answerVotes.answerId, answerId));
  const n = row?.n ?? 0;
  await tx.update(answers).set({ usefulCount: n }).where(eq(answers.id, answerId));
  return n;
}

export async function vote(
  db: Database,
  tx: Tx,
  answerId: string,
  userId: string,
  votedAt: Date,
): Promise<number> {
  await tx.insert(db.tables.answerVotes).values({ answerId, userId, votedAt }).onConflictDoNothing();
  return countVotes(db, tx, answerId);
}

export async function unvote(db: Database, tx: Tx, answerId: string, userId: string): Promise<number> {
  const { answerVotes } = db.tables;
  await tx.delete(answerVotes).where(and(eq(answerVotes.answerId, answerId), eq(answerVotes.userId, userId)));
  return countVotes(db, tx, answerId);
}
