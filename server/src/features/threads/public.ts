import type { Context } from '../../context';
import type { Tx } from '../../db/database';
import type { Moderatable } from '../moderation/rules';
import { canSeeAnswer, canSeeThread } from './rules';
import { findAnswer, findThread, putAllInSearch, setAnswerHidden, setThreadHidden } from './store';

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
