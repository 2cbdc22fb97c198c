import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import type { Unseeding } from '../../demo/seeding';
import { authoredAnswers } from './authored-store';
import { countVotes } from './marks-store';

/**
 * Removes what demo people asked and answered. A question that others answered stays, as one of a person who left: it is the
 * others' words that would go with it.
 */
export async function unseedThreads({ context: { db }, ids }: Unseeding, tx: Tx): Promise<void> {
  const { threads, answers, answerVotes } = db.tables;
  const voted = await tx
    .delete(answerVotes)
    .where(inArray(answerVotes.userId, [...ids]))
    .returning({ answerId: answerVotes.answerId });
  for (const answerId of new Set(voted.map((vote) => vote.answerId))) await countVotes(db, tx, answerId);
  for (const id of ids) await authoredAnswers.remove(db, tx, id);
  const asked = await tx
    .select({ id: threads.id, answerId: answers.id })
    .from(threads)
    .leftJoin(answers, eq(answers.threadId, threads.id))
    .where(inArray(threads.askerId, [...ids]));
  for (const { id, answerId } of asked) {
    if (answerId !== null) continue;
    await tx.delete(threads).where(eq(threads.id, id));
    await db.search.remove(tx, 'thread', id);
  }
}
