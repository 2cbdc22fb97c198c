import type { threadMeasuresContract } from '@qihang/shared/threads/measures';
import { forbidden } from '../../actor/refusals';
import { type Actor, canModerate, moderatorRoles, rankOn } from '../../actor/rules';
import { emit } from '../../background/events';
import { refuseBarred } from '../../content/moving';
import { barOf, isPublished, teacherRoles } from '../../content/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public-store';
import { startClock } from './clock';
import { canMoveTo, canReopen } from './measures-rules';
import { copyFollowers, dropCopied } from './measures-store';
import type { ThreadRow } from './row';
import { asPiece, canSeeThread, playerOf } from './rules';
import { canActOn, waitingStates } from './state-rules';
import { findThread, updateThread } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that moves a question, with all its answers, to another board. */
    'thread.moved': { threadId: string; from: string; to: string; at: Date };
  }
}

type C = typeof threadMeasuresContract;

/** @throws AppError `resource.not-found` also for a question the actor may not know of, or whose board is off */
async function getThread({ db }: Context, tx: Tx, actor: Actor, id: string): Promise<ThreadRow> {
  const row = await findThread(db, tx, id);
  if (!row?.boardEnabled || !canSeeThread(actor, row.thread)) throw new AppError('resource.not-found');
  return row.thread;
}

interface Measured {
  change: Partial<ThreadRow>;
  /** What the audit log keeps of it: states, boards and ids, never words or people. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** What follows from it, once the question is changed. */
  afterwards?: () => Promise<void>;
}

/** Finds the question, asks the rules that all measures share, changes it and records the act, in one transaction. */
async function measure<K extends keyof C>(
  context: Context,
  call: Call<C[K]>,
  name: K,
  decide: (tx: Tx, thread: ThreadRow) => Promise<Measured>,
): Promise<undefined> {
  const { db, ids } = context;
  const { actor, now, requestId, body } = call as Call<C['lock']>;
  const auditId = ids.next(now);
  await db.write(async (tx) => {
    const thread = await getThread(context, tx, actor, body.target.id);
    refuseBarred('hide', actor, asPiece(thread));
    if (!isPublished(thread)) throw new AppError('thread.wrong-state');
    const { change, before, after, afterwards } = await decide(tx, thread);
    await updateThread(db, tx, thread.id, change);
    await afterwards?.();
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: `moderation.${name}`,
      targetType: 'thread',
      targetId: thread.id,
      before,
      after,
      reason: body.reason,
      requestId,
    });
  });
}

function refuseState(act: 'lock' | 'unlock' | 'merge', actor: Actor, thread: ThreadRow): void {
  if (!canActOn(act, thread, playerOf(actor, thread))) throw new AppError('thread.wrong-state');
}

/** Takes no more answers, and stays readable. */
export const lockThread = (context: Context, call: Call<C['lock']>) =>
  measure(context, call, 'lock', async (_, thread) => {
    const { actor, now, body } = call;
    refuseState('lock', actor, thread);
    const closed = { closedAt: now, closedReason: body.reason, closedRank: rankOn(actor, thread.board) };
    return {
      change: { ...closed, closedBy: 'moderator' },
      before: { state: thread.state },
      after: { state: 'closed' },
    };
  });

/** Opens again what was locked, or merged: it stands for itself, and its followers follow it alone. */
export const unlockThread = (context: Context, call: Call<C['unlock']>) =>
  measure(context, call, 'unlock', async (tx, thread) => {
    const { actor } = call;
    refuseState('unlock', actor, thread);
    if (!canReopen(actor, thread))
      throw new AppError('action.forbidden', '关闭它的人职务比你高，要由对方或更高的职务来打开');
    const { mergedIntoId, closedAt } = thread;
    if (mergedIntoId !== null && closedAt !== null)
      await dropCopied(context.db, tx, { from: thread.id, into: mergedIntoId, at: closedAt });
    const open = { closedBy: null, closedAt: null, closedReason: null, closedRank: null, mergedIntoId: null };
    return {
      change: open,
      before: { state: 'closed', ...(mergedIntoId === null ? {} : { into: mergedIntoId }) },
      after: { state: 'open' },
    };
  });

/** Points to the question that asks the same; what was answered stays readable here. */
export const mergeThread = (context: Context, call: Call<C['merge']>) =>
  measure(context, call, 'merge', async (tx, thread) => {
    const { actor, now, body } = call;
    refuseState('merge', actor, thread);
    const into = await getThread(context, tx, actor, body.into);
    // Nothing is taken from the other question, so the rank of its author is no bar.
    if (barOf('hide', actor, asPiece(into)) !== 'author-rank') refuseBarred('hide', actor, asPiece(into));
    if (into.id === thread.id || into.state === 'closed' || !isPublished(into))
      throw new AppError('thread.wrong-state', '要合并到的问题得是另一个、公开、没有关闭的问题');
    await copyFollowers(context.db, tx, { from: thread.id, into: into.id, at: now });
    const closed = { closedAt: now, closedReason: body.reason, closedRank: rankOn(actor, thread.board) };
    return {
      change: { ...closed, closedBy: 'merge', mergedIntoId: into.id },
      before: { state: thread.state },
      after: { state: 'closed', into: into.id },
    };
  });

/** Belongs to another board from now on: its people keep it clean, and one of them answers it. */
export const moveThread = (context: Context, call: Call<C['move']>) =>
  measure(context, call, 'move', async (tx, thread) => {
    const { actor, now, body } = call;
    if (thread.state === 'closed') throw new AppError('thread.wrong-state');
    const board = await getEnabledBoard(context.db, tx, body.board);
    if (board.kind !== 'thread') throw new AppError('board.wrong-kind');
    if (board.slug === thread.board) throw new AppError('thread.wrong-state', '它已经在这个栏目里');
    if (!canMoveTo(actor, board)) {
      const roles = canModerate(actor, board.slug) ? teacherRoles : moderatorRoles;
      throw forbidden(actor, roles, board.slug);
    }
    const afterwards = async () => {
      if (waitingStates.includes(thread.state))
        await startClock(context, tx, { ...thread, board: board.slug }, now, 0);
      const moved = { threadId: thread.id, from: thread.board, to: board.slug, at: now };
      await emit(context, tx, 'thread.moved', moved);
    };
    const change = { board: board.slug };
    return { change, before: { board: thread.board }, after: { board: board.slug }, afterwards };
  });
