import type { answerClockContract } from '@qihang/shared/duty/clock';
import { dutySteps, measuredDays } from '@qihang/shared/duty/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { forbidden, refuseMuted } from '../../actor/refusals';
import { type Actor, canModerate, moderatorRoles } from '../../actor/rules';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getBoardFor } from '../boards/public-store';
import { type Assignment, assign, openRota } from '../duty/public';
import { bylines } from '../users/public';
import { dutiesOf, passedOf, passOn } from './clock';
import { answerStats, overdueActionsFor } from './clock-rules';
import { findWaiting, listMeasured, listOverdue } from './clock-store';
import type { ThreadRow } from './row';

type C = typeof answerClockContract;

/** Nobody works through more at once; the next come when these are answered. */
const most = 50;

export async function showOverdue(context: Context, actor: Actor, slug: string | undefined, now: Date) {
  const { db } = context;
  const board = await getBoardFor(db, db.read, 'thread', slug);
  if (!canModerate(actor, board.slug)) throw forbidden(actor, moderatorRoles, board.slug);
  const rows = await listOverdue(db, db.read, board.slug, now, most);
  const duties = await dutiesOf(context, db.read, rows, now);
  const askers = await bylines(
    db,
    rows.flatMap(({ alias, askerId }) => (alias === null ? [askerId] : [])),
    now,
  );
  const { emptyWeekdays } = await openRota(context, db.read, board.slug, now);
  const since = new Date(now.getTime() - measuredDays * dayMs);
  return {
    items: rows.flatMap((row) => {
      const duty = duties.get(row.id);
      if (!duty) return [];
      const { id, title, category, alias, askerId, askedAt, promisedAt, dueAt } = row;
      return [
        {
          id,
          title,
          category,
          board: row.board,
          author: alias ?? askers.get(askerId)?.name ?? '已注销用户',
          anonymous: alias !== null,
          askedAt: saidAt(askedAt, alias !== null).toISOString(),
          promisedAt: saidAt(promisedAt ?? dueAt, alias !== null).toISOString(),
          duty,
          viewer: { can: overdueActionsFor(actor, row) },
        },
      ];
    }),
    stats: answerStats(await listMeasured(db, db.read, board.slug, since), emptyWeekdays, now),
  };
}

/** Gives an overdue question on by hand. */
async function giveOn(
  context: Context,
  { actor, params, now }: Call<C['take']>,
  action: 'take' | 'ask-teacher',
  choose: (tx: Tx, thread: ThreadRow) => Promise<Assignment>,
) {
  const { db } = context;
  const board = await db.write(async (tx) => {
    const thread = await findWaiting(db, tx, params.id);
    if (!thread) throw new AppError('resource.not-found');
    if (!canModerate(actor, thread.board)) throw forbidden(actor, moderatorRoles, thread.board);
    refuseMuted(actor);
    if ((thread.promisedAt ?? thread.dueAt) > now) throw new AppError('duty.not-overdue');
    if (!overdueActionsFor(actor, thread).includes(action)) throw new AppError('action.forbidden');
    const next = await choose(tx, thread);
    if (next.onDutyId === null || !(await passOn(context, tx, thread, next, now)))
      throw new AppError('duty.not-overdue');
    return thread.board;
  });
  return showOverdue(context, actor, board, now);
}

/** The actor answers it: with the hours of a step, at the step where the question is. */
export const takeOverdue = (context: Context, call: Call<C['take']>) =>
  giveOn(context, call, 'take', async (tx, { board, category, escalation }) => {
    const at = call.now;
    const { dueAt } = await assign(context, tx, { board, category, at, step: escalation, overdue: true });
    return { onDutyId: call.actor.id, dueAt, step: escalation };
  });

export const askTeacher = (context: Context, call: Call<C['askTeacher']>) =>
  giveOn(context, call, 'ask-teacher', async (tx, thread) => {
    const { board, category } = thread;
    const passed = await passedOf(context, tx, thread);
    const step = dutySteps.indexOf('teacher');
    return assign(context, tx, { board, category, at: call.now, step, passed, overdue: true });
  });
