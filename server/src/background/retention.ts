import { dayMs } from '@qihang/shared/time/shanghai';
import { lte } from 'drizzle-orm';
import { deletesRows, runRetention } from '../retention';
import type { Task } from './task';

/** How long a message is recognised after it was sent, and a dead one can be sent again, in milliseconds. */
const settledMs = 7 * dayMs;

export const outboxRetention = [
  deletesRows(
    'outbox.settled',
    ({ outbox }) => outbox,
    (outbox, now) => lte(outbox.settledAt, new Date(now.getTime() - settledMs)),
  ),
];

/** Deletes expired records. */
export const retentionTask: Task = {
  name: 'retention',
  schedule: { everyMinutes: 60 },
  async run(context, _, signal) {
    const failed = (await runRetention(context, { signal })).filter(({ error }) => error);
    if (failed.length === 0) return;
    throw new AggregateError(
      failed.map(({ error }) => error),
      `Retention rules failed: ${failed.map(({ rule }) => rule).join(', ')}`,
    );
  },
};
