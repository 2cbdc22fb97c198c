import { and, eq } from 'drizzle-orm';
import type { Context } from '../context';
import type { Database, Tx } from '../db/types';

/** One run of one task by one process. */
export interface Claim {
  name: string;
  /** Drawn for this run alone. */
  token: string;
  /** The scheduled time it is for. */
  due: Date;
  /** Failed runs before this one, since the last success. */
  failures: number;
}

/** Another process may run the task now; the transaction wrote nothing. */
export class LeaseLost extends Error {
  constructor({ name }: Claim) {
    super(`The lease of task ${name} ran out`);
  }
}

export const heldBy = (tasks: Database['tables']['tasks'], { name, token }: Claim) =>
  and(eq(tasks.name, name), eq(tasks.leasedBy, token));

/**
 * Renews the lease, which proves that it is still held. An update, not a look: another process that takes the task over
 * changes the same row, so of the two transactions one waits for the other.
 * @throws LeaseLost
 */
export async function holdLease(
  { tables: { tasks } }: Database,
  tx: Tx,
  claim: Claim,
  until: Date,
): Promise<void> {
  const held = await tx
    .update(tasks)
    .set({ leaseUntil: until })
    .where(heldBy(tasks, claim))
    .returning({ name: tasks.name });
  if (held.length === 0) throw new LeaseLost(claim);
}

/**
 * The context whose every write holds the lease: a process that was paused beyond it cannot apply its effects a second time.
 * Once `lost` is aborted, nothing can be written.
 */
export function underLease(context: Context, claim: Claim, leaseMs: number, lost: AbortSignal): Context {
  const { db, clock } = context;
  return {
    ...context,
    db: {
      ...db,
      async write(work) {
        lost.throwIfAborted();
        const until = new Date(clock.now().getTime() + leaseMs);
        return db.write(async (tx) => {
          await holdLease(db, tx, claim, until);
          return work(tx);
        });
      },
    },
  };
}
