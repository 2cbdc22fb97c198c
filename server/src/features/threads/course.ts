import type { threadsContract } from '@qihang/shared/threads/contract';
import type { Actor } from '../../actor/rules';
import { emit } from '../../background/events';
import { isPublished } from '../../content/rules';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { startClock } from './clock';
import { getVisibleThread, showThread } from './reading';
import type { ThreadRow } from './row';
import { canAcceptAnswer, canSeeAnswer } from './rules';
import { canActOn, waitingStates } from './state-rules';
import { findAnswer, findThread, updateThread } from './store';

type C = typeof threadsContract;

type AskersAct = 'unsolved' | 'reopen' | 'close';

/** @throws AppError `action.forbidden` for people other than the asker; `thread.wrong-state` */
function refuseAct(act: AskersAct, actor: Actor, thread: ThreadRow): void {
  if (actor.id !== thread.askerId || !isPublished(thread)) throw new AppError('action.forbidden');
  if (!canActOn(act, thread, 'asker')) throw new AppError('thread.wrong-state');
}

/** The clock of a question that waits again: for the next in its chain, who answers what the last did not. */
async function startAgain(context: Context, tx: Tx, thread: ThreadRow, at: Date): Promise<void> {
  await startClock(context, tx, thread, saidAt(at, thread.alias !== null), thread.escalation + 1);
}

/** Does what the asker alone does to a question, in one transaction. */
async function actOnOwn(
  context: Context,
  { params, actor, now }: Pick<Call<C['unsolved']>, 'params' | 'actor' | 'now'>,
  act: AskersAct,
  carryOut: (tx: Tx, thread: ThreadRow) => Promise<void>,
) {
  await context.db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    refuseAct(act, actor, thread);
    await carryOut(tx, thread);
  });
  return showThread(context, actor, params.id, now);
}

export async function acceptThreadAnswer(context: Context, { params, body, actor, now }: Call<C['accept']>) {
  const { db } = context;
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    const answer = await findAnswer(db, tx, body.answerId);
    if (!answer || answer.threadId !== thread.id || !canSeeAnswer(actor, thread, answer))
      throw new AppError('resource.not-found');
    if (actor.id === thread.askerId && thread.state === 'solved') throw new AppError('thread.already-solved');
    if (!canAcceptAnswer(actor, thread, answer)) throw new AppError('action.forbidden');
    await updateThread(db, tx, thread.id, { acceptedAnswerId: answer.id, solvedAt: now });
    const { id: threadId, board } = thread;
    await emit(context, tx, 'thread.accepted', { threadId, board, answerId: answer.id, at: now });
  });
  return showThread(context, actor, params.id, now);
}

export const sayUnsolved = (context: Context, call: Call<C['unsolved']>) =>
  actOnOwn(context, call, 'unsolved', async (tx, thread) => {
    const { now } = call;
    await updateThread(context.db, tx, thread.id, { unsolvedAt: now });
    await startAgain(context, tx, thread, now);
    await emit(context, tx, 'thread.unsolved', { threadId: thread.id, board: thread.board, at: now });
  });

export const reopenThread = (context: Context, call: Call<C['reopen']>) =>
  actOnOwn(context, call, 'reopen', async (tx, thread) => {
    const { db } = context;
    const closed = { closedBy: null, closedAt: null, closedReason: null };
    const solved = { acceptedAnswerId: null, solvedAt: null };
    await updateThread(db, tx, thread.id, thread.state === 'closed' ? closed : solved);
    const after = await findThread(db, tx, thread.id);
    // Nobody answers for the time in which it was closed.
    if (after && waitingStates.includes(after.thread.state)) await startAgain(context, tx, thread, call.now);
  });

export const closeThread = (context: Context, call: Call<C['close']>) =>
  actOnOwn(context, call, 'close', (tx, thread) =>
    updateThread(context.db, tx, thread.id, {
      closedBy: 'asker',
      closedAt: call.now,
      closedReason: call.body?.reason ?? '',
    }),
  );
