import { eq, inArray } from 'drizzle-orm';
import type { Database, Reader } from '../../db/types';

/** Who asked and who is on duty; undefined for a question that is gone. */
export async function findThreadPeople(
  { tables: { threads } }: Database,
  read: Reader,
  threadId: string,
): Promise<{ askerId: string; onDutyId: string | null } | undefined> {
  const { askerId, onDutyId } = threads;
  const [row] = await read.select({ askerId, onDutyId }).from(threads).where(eq(threads.id, threadId));
  return row;
}

/** Those who follow the question. */
export async function listFollowers(
  { tables: { threadFollows } }: Database,
  read: Reader,
  threadId: string,
): Promise<string[]> {
  const { userId } = threadFollows;
  const rows = await read.select({ userId }).from(threadFollows).where(eq(threadFollows.threadId, threadId));
  return rows.map((row) => row.userId);
}

export async function findAnswerAuthor(
  { tables: { answers } }: Database,
  read: Reader,
  answerId: string,
): Promise<string | undefined> {
  const [row] = await read
    .select({ authorId: answers.authorId })
    .from(answers)
    .where(eq(answers.id, answerId));
  return row?.authorId;
}

/** The questions of these answers, by answer. */
export async function threadsOf(
  { read, tables: { answers } }: Database,
  answerIds: readonly string[],
): Promise<Map<string, string>> {
  if (answerIds.length === 0) return new Map();
  const { id, threadId } = answers;
  const rows = await read
    .select({ id, threadId })
    .from(answers)
    .where(inArray(id, [...answerIds]));
  return new Map(rows.map((row) => [row.id, row.threadId]));
}
