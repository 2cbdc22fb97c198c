import { and, count, desc, eq, gt } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';

/** How many questions and answers of a person readers see; counting stops at `most`. */
export async function countSeen(
  { tables: { threads, answers } }: Database,
  read: Reader,
  authorId: string,
  most: number,
): Promise<number> {
  const asked = await read
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.askerId, authorId), readable(threads)))
    .limit(most);
  const given = await read
    .select({ id: answers.id })
    .from(answers)
    .where(and(eq(answers.authorId, authorId), readable(answers)))
    .limit(most);
  return asked.length + given.length;
}

export async function countAsked(
  { tables: { threads } }: Database,
  read: Reader,
  askerId: string,
  since: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(threads)
    .where(and(eq(threads.askerId, askerId), gt(threads.writtenAt, since)));
  return row?.n ?? 0;
}

export async function countGiven(
  { tables: { answers } }: Database,
  read: Reader,
  authorId: string,
  since: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(answers)
    .where(and(eq(answers.authorId, authorId), gt(answers.writtenAt, since)));
  return row?.n ?? 0;
}

/** The question that this person asked in the same words since `since`, by name or without. */
export async function findSameThread(
  { tables: { threads } }: Database,
  read: Reader,
  { askerId, board, title, body }: { askerId: string; board: string; title: string; body: string },
  since: Date,
): Promise<string | undefined> {
  const [row] = await read
    .select({ id: threads.id })
    .from(threads)
    .where(
      and(
        eq(threads.askerId, askerId),
        gt(threads.writtenAt, since),
        eq(threads.board, board),
        eq(threads.title, title),
        eq(threads.body, body),
      ),
    )
    .orderBy(desc(threads.writtenAt), desc(threads.id))
    .limit(1);
  return row?.id;
}

/** The same for an answer to one question. */
export async function findSameAnswer(
  { tables: { answers } }: Database,
  read: Reader,
  { authorId, threadId, body }: { authorId: string; threadId: string; body: string },
  since: Date,
): Promise<string | undefined> {
  const [row] = await read
    .select({ id: answers.id })
    .from(answers)
    .where(
      and(
        eq(answers.threadId, threadId),
        eq(answers.authorId, authorId),
        gt(answers.writtenAt, since),
        eq(answers.body, body),
      ),
    )
    .limit(1);
  return row?.id;
}
