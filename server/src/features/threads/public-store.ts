import { and, count, eq, gte, ne } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';

/**
 * How many answers a person gave by name to questions of others since `since`, of those that readers see. An anonymous one is not
 * counted: the number that grows with it would name its author.
 */
export async function countAnswers(
  { tables: { threads, answers } }: Database,
  read: Reader,
  authorId: string,
  since: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: count() })
    .from(answers)
    .innerJoin(threads, eq(threads.id, answers.threadId))
    .where(
      and(
        eq(answers.authorId, authorId),
        gte(answers.answeredAt, since),
        readable(answers),
        eq(answers.anonymous, false),
        ne(threads.askerId, authorId),
      ),
    );
  return row?.n ?? 0;
}
