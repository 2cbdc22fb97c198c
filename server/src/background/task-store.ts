import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Database, Tx } from '../db/types';
import { type Claim, heldBy, LeaseLost } from './lease';
import { firstRun, nextRun } from './schedule';
import type { Task } from './task';

export type TaskRow = Database['tables']['tasks']['$inferSelect'];

export const listTasks = ({ tables: { tasks }, read }: Database): Promise<TaskRow[]> =>
  read.select().from(tasks).orderBy(asc(tasks.dueAt), asc(tasks.name));

/** By how much clocks may differ without a process taking another's next run for that of an older schedule. */
const toleranceMs = 60_000;

/** Tasks without a row, and tasks whose schedule became denser after their next run was set. */
function unregistered(rows: readonly TaskRow[], list: readonly Task[], now: Date) {
  const known = new Map(rows.map((row) => [row.name, row]));
  return {
    missing: list.filter(({ name }) => !known.has(name)),
    early: list.filter(({ name, schedule }) => {
      const row = known.get(name);
      if (row === undefined || row.leasedBy !== null) return false;
      return row.scheduledFor.getTime() > nextRun(schedule, now).getTime() + toleranceMs;
    }),
  };
}

async function register(
  { tables: { tasks } }: Database,
  tx: Tx,
  list: readonly Task[],
  since: Date,
  now: Date,
): Promise<void> {
  // Another process may have registered them meanwhile, and run them already.
  const { missing, early } = unregistered(await tx.select().from(tasks), list, now);
  for (const { name, schedule } of missing) {
    const first = firstRun(schedule, since);
    await tx.insert(tasks).values({ name, scheduledFor: first, dueAt: first });
  }
  for (const { name, schedule } of early) {
    const next = nextRun(schedule, now);
    await tx.update(tasks).set({ scheduledFor: next, dueAt: next }).where(eq(tasks.name, name));
  }
}

/** The rows of these tasks; a task that has none is new at `since`. */
export async function registeredTasks(
  db: Database,
  list: readonly Task[],
  since: Date,
  now: Date,
): Promise<TaskRow[]> {
  let rows = await listTasks(db);
  const { missing, early } = unregistered(rows, list, now);
  if (missing.length + early.length > 0) {
    await db.write((tx) => register(db, tx, list, since, now));
    rows = await listTasks(db);
  }
  const names = new Set(list.map(({ name }) => name));
  return rows.filter(({ name }) => names.has(name));
}

/** True when the time of the task has come and no living process runs it. */
export const isTaskDue = ({ dueAt, leasedBy, leaseUntil }: TaskRow, now: Date): boolean =>
  dueAt <= now && (leasedBy === null || (leaseUntil !== null && leaseUntil <= now));

interface Lease {
  token: string;
  now: Date;
  until: Date;
}

/**
 * Takes one task of those that were read before, due or not; undefined when another process took it since, or runs it. Finds
 * the row by its key alone: on PostgreSQL a transaction that searched the table would conflict with every run.
 */
export async function takeTask(
  { tables: { tasks } }: Database,
  tx: Tx,
  row: TaskRow,
  { token, now, until }: Lease,
): Promise<Claim | undefined> {
  const died = row.leasedBy !== null;
  const failures = row.failures + (died ? 1 : 0);
  const [taken] = await tx
    .update(tasks)
    .set({
      leasedBy: token,
      leaseUntil: until,
      lastStartedAt: now,
      failures,
      lastError: died ? 'The process ended during the run' : row.lastError,
    })
    .where(
      and(
        eq(tasks.name, row.name),
        eq(tasks.dueAt, row.dueAt),
        row.leasedBy === null
          ? isNull(tasks.leasedBy)
          : and(eq(tasks.leasedBy, row.leasedBy), lte(tasks.leaseUntil, now)),
      ),
    )
    .returning({ due: tasks.scheduledFor });
  return taken && { name: row.name, token, due: taken.due, failures };
}

/**
 * Ends a run: writes its outcome and when the task runs next.
 * @throws LeaseLost
 */
export async function endRun(
  { tables: { tasks } }: Database,
  tx: Tx,
  claim: Claim,
  change: Partial<Omit<TaskRow, 'name' | 'leasedBy' | 'leaseUntil'>>,
): Promise<void> {
  const ended = await tx
    .update(tasks)
    .set({ ...change, leasedBy: null, leaseUntil: null })
    .where(heldBy(tasks, claim))
    .returning({ name: tasks.name });
  if (ended.length === 0) throw new LeaseLost(claim);
}
