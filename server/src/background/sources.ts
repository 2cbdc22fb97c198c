import type { Database, Tx } from '../db/types';
import { type Deliver, deliverMessage } from './deliver';
import { buryAbandoned, findDueMessages, takeMessage } from './outbox-store';
import { runTask } from './run-task';
import { isTaskDue, registeredTasks, takeTask } from './task-store';
import type { Worker } from './worker';

/** Takes up to `limit` pieces of due work for this process and gives back how each is done. */
export type Source = (limit: number) => Promise<(() => Promise<unknown>)[]>;

/** Token and times for what this process takes next, drawn outside the transaction, which may repeat. */
export function newLease({ context: { clock, ids }, pace }: Worker) {
  const now = clock.now();
  return { token: ids.next(now), now, until: new Date(now.getTime() + pace.leaseMs) };
}

/** Takes the first `limit` of what was read as due, except what another process took since. */
async function takeFirst<D, T>(
  db: Database,
  due: readonly D[],
  limit: number,
  take: (tx: Tx, one: D) => Promise<T | undefined>,
): Promise<T[]> {
  // Looks before it writes: a commit every second would empty the caches of answers.
  if (due.length === 0) return [];
  return db.write(async (tx) => {
    const taken: T[] = [];
    for (const one of due.slice(0, limit)) {
      const mine = await take(tx, one);
      if (mine !== undefined) taken.push(mine);
    }
    return taken;
  });
}

export const dueTasks = (worker: Worker): Source => {
  const { db, clock, registry } = worker.context;
  const byName = new Map(registry.tasks.map((task) => [task.name, task]));
  // A task that is new waits for its first time from here on, however late the first look is.
  const since = clock.now();
  return async (limit) => {
    const lease = newLease(worker);
    const rows = await registeredTasks(db, registry.tasks, since, lease.now);
    const due = rows.filter((row) => isTaskDue(row, lease.now));
    const claims = await takeFirst(db, due, limit, (tx, row) => takeTask(db, tx, row, lease));
    return claims.flatMap((claim) => {
      const task = byName.get(claim.name);
      return task ? [() => runTask(worker, task, claim)] : [];
    });
  };
};

export const dueMessages = (worker: Worker): Source => {
  const { db, registry } = worker.context;
  // A row holds the payload that its kind was enqueued with.
  const deliveries = registry.deliveries as Readonly<Record<string, Deliver>>;
  const kinds = Object.keys(deliveries);
  return async (limit) => {
    const lease = newLease(worker);
    const { ids, abandoned } = await findDueMessages(db, kinds, limit, lease.now);
    if (abandoned) {
      for (const { id, kind } of await db.write((tx) => buryAbandoned(db, tx, lease.now)))
        worker.log.error({ message: id, kind }, 'a process ended while it sent a message');
    }
    const messages = await takeFirst(db, ids, limit, (tx, id) => takeMessage(db, tx, id, lease));
    return messages.flatMap((message) => {
      const deliver = deliveries[message.kind];
      return deliver ? [() => deliverMessage(worker, deliver, message)] : [];
    });
  };
};
