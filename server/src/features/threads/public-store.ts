import { and, count, eq, gt, gte, isNotNull, lte, max, ne } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';
import { waiting } from './clock-store';

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

/**
 * Questions that readers see, that wait for a person, and that are due within `(after, until]`: who that is, and since when.
 * @param id only this one
 */
export async function listWaitingUntil(
  db: Database,
  read: Reader,
  { after, until }: { after: Date; until: Date },
  id?: string,
) {
  const { threads, threadDuties } = db.tables;
  const { dueAt, onDutyId } = threads;
  const rows = await read
    .select({
      id: threads.id,
      board: threads.board,
      askerId: threads.askerId,
      onDutyId,
      dueAt,
      since: max(threadDuties.since),
    })
    .from(threads)
    .leftJoin(threadDuties, eq(threadDuties.threadId, threads.id))
    .where(
      and(
        waiting(db, read),
        gt(dueAt, after),
        lte(dueAt, until),
        isNotNull(onDutyId),
        id === undefined ? undefined : eq(threads.id, id),
      ),
    )
    .groupBy(threads.id);
  return rows.flatMap(({ onDutyId: personId, since, ...row }) =>
    personId === null ? [] : [{ ...row, personId, since }],
  );
}
