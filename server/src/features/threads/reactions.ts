import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import { emit, type Reactions } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { handOverDuties, startClock } from './clock';
import { findAnswer, findThread } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction in which readers see a question for the first time: as it is asked, or approved later. */
    'thread.asked': { threadId: string; board: string; category: ThreadCategory; at: Date };
    /** In the transaction in which readers see an answer for the first time. What the asker adds is none. */
    'thread.answered': { threadId: string; board: string; answerId: string; at: Date };
    'thread.accepted': { threadId: string; board: string; answerId: string; at: Date };
    /** Its asker says, once, that the answers had not helped. */
    'thread.unsolved': { threadId: string; board: string; at: Date };
  }
}

interface Appeared {
  id: string;
  move: string;
  at: Date;
}

/** Readers see it for the first time with this move. */
const isFirst = ({ appearedAt }: { appearedAt: Date | null }, { move, at }: Appeared): boolean =>
  move === 'create' || (move !== 'restore' && appearedAt?.getTime() === at.getTime());

async function threadAppeared(context: Context, tx: Tx, appeared: Appeared): Promise<void> {
  const row = await findThread(context.db, tx, appeared.id);
  if (!row || !isFirst(row.thread, appeared)) return;
  const { id: threadId, board, category, askedAt: at } = row.thread;
  await startClock(context, tx, row.thread, at, 0);
  await emit(context, tx, 'thread.asked', { threadId, board, category, at });
}

async function answerAppeared(context: Context, tx: Tx, appeared: Appeared): Promise<void> {
  const answer = await findAnswer(context.db, tx, appeared.id);
  const row = answer && (await findThread(context.db, tx, answer.threadId));
  if (!row || !isFirst(answer, appeared) || answer.authorId === row.thread.askerId) return;
  const { id: threadId, board } = row.thread;
  await emit(context, tx, 'thread.answered', { threadId, board, answerId: answer.id, at: answer.answeredAt });
}

/** What follows when readers see a question or an answer for the first time, however it came there. */
export const threadReactions: Reactions = {
  'account.closing': (context, tx, { userId, at }) => handOverDuties(context, tx, userId, at),
  async 'content.moved'(context, tx, { type, to, ...appeared }) {
    if (to !== 'published') return;
    if (type === 'thread') await threadAppeared(context, tx, appeared);
    if (type === 'answer') await answerAppeared(context, tx, appeared);
  },
};
