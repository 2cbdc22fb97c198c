import { type RunOutcome, runTask } from './run-task';
import { newLease } from './sources';
import type { Task } from './task';
import { registeredTasks, takeTask } from './task-store';
import type { Worker } from './worker';

/** Runs a task at once, whether it is due or not; undefined while another process runs it. */
export async function runNow(worker: Worker, task: Task): Promise<RunOutcome | undefined> {
  const { db } = worker.context;
  const lease = newLease(worker);
  const [row] = await registeredTasks(db, [task], lease.now, lease.now);
  const claim = row && (await db.write((tx) => takeTask(db, tx, row, lease)));
  return claim && runTask(worker, task, { ...claim, due: lease.now });
}
