import { and, asc, count, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Context } from '../../context';
import type { Database, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public';
import type { Moderatable } from '../moderation/rules';
import type { HoldingKind } from '../people/rules';
import { leadsOf } from '../users/public';
import { canSeeAnswer, canSeeThread, chooseOnDuty } from './rules';
import {
  countDuties,
  findAnswer,
  findThread,
  putAllInSearch,
  setAnswerHidden,
  setThreadHidden,
} from './store';

/** Lets moderation take a question out of sight and bring it back. */
export const moderatableThread = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await findThread(db, read, id);
    if (!row || !canSeeThread(actor, row.thread)) return undefined;
    const { board, hidden, hiddenReason, askerId, alias, title } = row.thread;
    return { board, hidden, hiddenReason, authorId: askerId, anonymous: alias !== null, title };
  },
  setHidden: (tx, id, reason) => setThreadHidden(db, tx, id, reason),
});

/** Lets moderation take one answer out of sight; counts, state and search of its question follow. */
export const moderatableAnswer = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const answer = await findAnswer(db, read, id);
    const row = answer && (await findThread(db, read, answer.threadId));
    if (!row || !canSeeThread(actor, row.thread) || !canSeeAnswer(actor, row.thread, answer))
      return undefined;
    const { board, askerId, alias } = row.thread;
    const { authorId, hidden, hiddenReason, body } = answer;
    const anonymous = alias !== null && authorId === askerId;
    return { board, hidden, hiddenReason, authorId, anonymous, title: body };
  },
  setHidden: (tx, id, reason) => setAnswerHidden(db, tx, id, reason),
});

/** Fills an empty search index. */
export const indexThreads = ({ db }: Context, tx: Tx): Promise<void> => putAllInSearch(db, tx);

/**
 * Questions nobody has answered, by whoever is on duty. Given to its own asker, a question is not refused: the refusal would
 * tell who asked anonymously; the answer clock goes on, and what the asker adds is no answer.
 */
export function heldThreads(db: Database): HoldingKind {
  const { threads } = db.tables;
  const open = and(
    eq(threads.state, 'open'),
    eq(threads.hidden, false),
    inArray(threads.board, enabledSlugs(db, db.read, 'thread')),
  );
  const columns = {
    id: threads.id,
    board: threads.board,
    title: threads.title,
    ownerId: threads.onDutyId,
    since: threads.askedAt,
    until: threads.dueAt,
  };
  return {
    countByOwner: (read) =>
      read
        .select({ ownerId: threads.onDutyId, board: threads.board, n: count() })
        .from(threads)
        .where(open)
        .groupBy(threads.onDutyId, threads.board),
    list(read, owners, _now, limit) {
      const named = owners.filter((owner) => owner !== null);
      const of = or(
        inArray(threads.onDutyId, named),
        owners.includes(null) ? isNull(threads.onDutyId) : undefined,
      );
      return read
        .select(columns)
        .from(threads)
        .where(and(of, open))
        .orderBy(asc(threads.dueAt), asc(threads.id))
        .limit(limit);
    },
    find: (read, ids) =>
      read
        .select(columns)
        .from(threads)
        .where(and(inArray(threads.id, [...ids]), open)),
    async give(tx, ids, to) {
      await tx
        .update(threads)
        .set({ onDutyId: to })
        .where(inArray(threads.id, [...ids]));
    },
  };
}

/** Gives the unanswered questions that wait for this person to the leads of their boards, one by one to whoever has the fewest. */
export async function handOverDuties(db: Database, tx: Tx, userId: string, now: Date): Promise<void> {
  const { threads } = db.tables;
  const waiting = await tx
    .select({ id: threads.id, board: threads.board, askerId: threads.askerId })
    .from(threads)
    .where(and(eq(threads.onDutyId, userId), eq(threads.state, 'open')));
  for (const { id, board, askerId } of waiting) {
    const leads = (await leadsOf(db, tx, board, now)).filter((lead) => lead !== userId && lead !== askerId);
    const onDutyId = chooseOnDuty(await countDuties(db, tx, leads));
    await tx.update(threads).set({ onDutyId }).where(eq(threads.id, id));
  }
}
