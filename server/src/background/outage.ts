import { setTimeout as sleep } from 'node:timers/promises';
import { databaseTrouble } from '../db/errors';
import type { Tx } from '../db/types';
import type { Worker } from './worker';

/** Times `pollMs`: what the pauses grow to while the database is away, half a minute at the usual pace. */
const longestPolls = 30;

/** Waits before the next look at a database that failed `failures` times; returns at once when the process stops. */
export async function pauseAfter(failures: number, { pace, stopping }: Worker): Promise<void> {
  const pauseMs = pace.pollMs * Math.min(2 ** failures, longestPolls);
  await sleep(pauseMs, undefined, { signal: stopping, ref: false }).catch(() => undefined);
}

/**
 * Writes down what became of work that is done, and tries again while the database is full, locked or away: otherwise a message
 * that was sent would count as one of which nobody knows. Gives up when the process stops.
 */
export async function writeOutcome<T>(worker: Worker, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { context, log, stopping } = worker;
  for (let failures = 1; ; failures++) {
    try {
      return await context.db.write(work);
    } catch (error) {
      if (stopping.aborted || databaseTrouble(error) === undefined) throw error;
      log.error({ err: error }, 'the outcome of background work could not be written yet');
    }
    await pauseAfter(failures, worker);
  }
}
