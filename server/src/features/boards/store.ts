import { and, count, eq, gte, isNotNull } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../../db/types';
import type { BoardRow } from './public';

export async function findBoard({ tables: { boards } }: Database, read: Reader, slug: string) {
  const [row] = await read.select().from(boards).where(eq(boards.slug, slug));
  return row;
}

export const insertBoard = ({ tables: { boards } }: Database, tx: Tx, row: BoardRow) =>
  tx.insert(boards).values(row);

export const updateBoard = (
  { tables: { boards } }: Database,
  tx: Tx,
  slug: string,
  change: Partial<BoardRow>,
) => tx.update(boards).set(change).where(eq(boards.slug, slug));

/** What appeared since `since`, by board; only what readers can see. */
export async function countSince(
  { tables }: Database,
  read: Reader,
  since: Date,
): Promise<Map<string, number>> {
  const { jobs, posts, threads } = tables;
  const found = await Promise.all([
    read
      .select({ board: jobs.board, n: count() })
      .from(jobs)
      .where(and(gte(jobs.publishedAt, since), eq(jobs.hidden, false)))
      .groupBy(jobs.board),
    read
      .select({ board: posts.board, n: count() })
      .from(posts)
      .where(and(gte(posts.publishedAt, since), eq(posts.hidden, false)))
      .groupBy(posts.board),
    read
      .select({ board: threads.board, n: count() })
      .from(threads)
      .where(and(gte(threads.askedAt, since), eq(threads.hidden, false)))
      .groupBy(threads.board),
  ]);
  return new Map(found.flat().map(({ board, n }) => [board, n]));
}

/** Milliseconds from question to first answer, of the questions asked since `since`. */
export async function answerTimes(
  { tables: { threads } }: Database,
  read: Reader,
  since: Date,
): Promise<number[]> {
  const rows = await read
    .select({ askedAt: threads.askedAt, firstAnsweredAt: threads.firstAnsweredAt })
    .from(threads)
    .where(and(gte(threads.askedAt, since), isNotNull(threads.firstAnsweredAt), eq(threads.hidden, false)))
    .limit(2000);
  return rows.flatMap(({ askedAt, firstAnsweredAt }) =>
    firstAnsweredAt ? [firstAnsweredAt.getTime() - askedAt.getTime()] : [],
  );
}
