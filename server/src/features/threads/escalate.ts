import type { Task } from '../../background/task';
import type { Context } from '../../context';
import { assign } from '../duty/public';
import { passedOf, passOn } from './clock';
import { findWaiting, listDue } from './clock-store';

const atATime = 100;

/** Gives one overdue question to the next in its chain; where nobody is left who is there, it stays and is tried again. */
async function escalate(context: Context, id: string, now: Date): Promise<void> {
  const { db } = context;
  await db.write(async (tx) => {
    const thread = await findWaiting(db, tx, id);
    if (!thread || thread.dueAt > now) return;
    const { board, category, escalation } = thread;
    const passed = await passedOf(context, tx, thread);
    const next = await assign(context, tx, {
      board,
      category,
      at: now,
      step: escalation + 1,
      passed,
      overdue: true,
    });
    if (next.onDutyId !== null) await passOn(context, tx, thread, next, now);
  });
}

/**
 * Overdue questions go to the deputy, the teacher, the admins. Each step is one transaction, whose mark is the new due time: a
 * run that is repeated, or that runs in two processes, finds the question no longer due.
 */
export const escalateOverdue: Task = {
  name: 'duty.escalate',
  schedule: { onTheMinute: true },
  async run(context, now, signal) {
    let after = '';
    for (;;) {
      const due = await listDue(context.db, now, after, atATime);
      for (const id of due) {
        signal.throwIfAborted();
        await escalate(context, id, now);
      }
      const last = due.at(-1);
      if (last === undefined || due.length < atATime) return;
      after = last;
    }
  },
};
