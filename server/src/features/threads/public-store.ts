import type { ThreadCloser } from '@qihang/shared/threads/vocabulary';
import { and, count, eq, gte, ne } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader, Tx } from '../../db/types';
import { updateThread } from './store';

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

/** Why a question takes no more answers. */
export interface Closing {
  by: ThreadCloser;
  at: Date;
  reason: string;
  /** The question that it is merged with. */
  intoId?: string;
}

/** Closes a question: what was answered stays readable. Whether that may be done is asked before. */
export const closeQuestion = (db: Database, tx: Tx, id: string, { by, at, reason, intoId }: Closing) =>
  updateThread(db, tx, id, {
    closedBy: by,
    closedAt: at,
    closedReason: reason,
    mergedIntoId: intoId ?? null,
  });

/** Opens a question that was closed: its state follows from its answers again. */
export const openQuestion = (db: Database, tx: Tx, id: string) =>
  updateThread(db, tx, id, { closedBy: null, closedAt: null, closedReason: null, mergedIntoId: null });
