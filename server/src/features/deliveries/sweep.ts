import type { Task } from '../../background/task';
import type { Context } from '../../context';
import { giveBack } from '../subscriptions/public';
import { sendLater } from './plan';
import { lostAfterMs, traceMs } from './rules';
import { type DeliveryRow, findDelivery, listForgotten, listStarted, settleAttempt } from './store';

/** How many of a kind one run deals with; the next is a minute later. */
const limit = 500;

/** A process ended between taking the credit and hearing the answer: nobody knows whether it was sent. */
const markLost = ({ db }: Context, row: DeliveryRow) =>
  db.write(async (tx) => {
    const current = await findDelivery(db, tx, row.id);
    if (current?.state === 'sending')
      await settleAttempt(db, tx, row, { state: 'unknown', reason: 'interrupted' });
  });

/** No push has told of it: it was not sent, and its credit is the person's again. */
const giveUp = (context: Context, row: DeliveryRow, now: Date) =>
  context.db.write(async (tx) => {
    const { id, userId, templateId, startedAt, attempts } = row;
    const to = { state: 'failed', reason: 'no-trace', settledAt: now } as const;
    if (!(await settleAttempt(context.db, tx, row, to)) || templateId === null || startedAt === null) return;
    const attempt = { userId, templateId, deliveryId: id, attempt: attempts };
    await giveBack(context, tx, { ...attempt, spentAt: startedAt, at: now });
  });

const sendAgain = ({ db }: Context, id: string, now: Date) =>
  db.write(async (tx) => {
    const row = await findDelivery(db, tx, id);
    if (row?.state !== 'waiting') return;
    await sendLater(db, tx, id, now, now);
  });

/** Finds what processes left behind that ended while they sent: every message comes to an end, and is sent at most once. */
export const sweepDeliveries: Task = {
  name: 'deliveries.sweep',
  schedule: { onTheMinute: true },
  async run(context, now, signal) {
    const { db } = context;
    const before = (ms: number) => new Date(now.getTime() - ms);
    for (const row of await listStarted(db, db.read, 'sending', before(lostAfterMs), limit)) {
      signal.throwIfAborted();
      await markLost(context, row);
    }
    for (const row of await listStarted(db, db.read, 'unknown', before(traceMs), limit)) {
      signal.throwIfAborted();
      await giveUp(context, row, now);
    }
    for (const { id } of await listForgotten(db, db.read, before(lostAfterMs), limit)) {
      signal.throwIfAborted();
      await sendAgain(context, id, now);
    }
  },
};
