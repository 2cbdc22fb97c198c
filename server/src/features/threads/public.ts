import type { Context } from '../../context';
import type { Tx } from '../../db/database';
import type { Moderatable } from '../moderation/rules';
import { canSeeAnswer, canSeeThread } from './rules';
import { findAnswer, findThread, putAllInSearch, setAnswerHidden, setThreadHidden } from './store';

/** Lets moderation take a question out of sight and bring it back. */
export const moderatableThread = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await findThread(db, read, id);
    return row && canSeeThread(actor, row.thread) ? row.thread : undefined;
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
    return { board: row.thread.board, hidden: answer.hidden, hiddenReason: answer.hiddenReason };
  },
  setHidden: (tx, id, reason) => setAnswerHidden(db, tx, id, reason),
});

/** Fills an empty search index. */
export const indexThreads = ({ db }: Context, tx: Tx): Promise<void> => putAllInSearch(db, tx);
