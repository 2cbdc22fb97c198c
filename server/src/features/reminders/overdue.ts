import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { openHours } from '../duty/public';
import { dutyOf } from '../notifications/public';
import { listWaitingUntil } from '../threads/public-store';
import type { Part, Run } from './part';
import { remind } from './remind';

/** Hours of duty before a question is overdue. */
const hoursLeft = 2;
/** No two hours of duty lie further apart than the longest holidays. */
const furthestMs = 15 * dayMs;

type Waiting = Awaited<ReturnType<typeof listWaitingUntil>>[number];

async function remindOfQuestion(context: Context, thread: Waiting, { now }: Run): Promise<void> {
  const { db } = context;
  const { id, dueAt, personId } = thread;
  await db.write(async (tx) => {
    const exactly = { after: new Date(dueAt.getTime() - 1), until: dueAt };
    const [waiting] = await listWaitingUntil(db, tx, exactly, id);
    // Nobody is asked to answer an own question.
    if (waiting?.personId !== personId || waiting.askerId === personId) return;
    const reminder = {
      kind: 'thread.overdue-soon',
      cause: `thread:${id}:${dueAt.toISOString()}`,
      ref: { type: 'thread', id } as const,
      late: dueAt <= now,
      causeId: dutyOf(id),
      data: {},
      until: dueAt,
    } as const;
    await remind(context, tx, reminder, [personId], now);
  });
}

/** Reminds the person on duty two hours before a question is overdue, where it has been theirs for longer than that. */
export const overdueSoon: Part = {
  name: 'thread.overdue-soon',
  async run(context, run) {
    const { db } = context;
    const { after, until } = run.stretch;
    const due = { after: new Date(after), until: new Date(until + furthestMs) };
    const hours = new Map<string, Awaited<ReturnType<typeof openHours>>>();
    for (const thread of await listWaitingUntil(db, db.read, due)) {
      run.signal.throwIfAborted();
      const { board, dueAt, since } = thread;
      const before = hours.get(board) ?? (await openHours(context, db.read, board, run.now));
      hours.set(board, before);
      const at = before(dueAt, hoursLeft);
      if (at.getTime() <= after || at.getTime() > until || (since !== null && at <= since)) continue;
      await remindOfQuestion(context, thread, run);
    }
  },
};
