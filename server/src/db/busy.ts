import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseTrouble } from './errors';

/** Milliseconds that a statement waits for another process before it is refused. */
export const busyPatienceMs = 5000;

/** The longest pause between two attempts, in milliseconds: a lock that is left for longer is taken by those who wait. */
export const longestPauseMs = 20;

export const patienceFromNow = (milliseconds = busyPatienceMs): number => performance.now() + milliseconds;

/**
 * Repeats `attempt` while another process holds a lock of the database. SQLite would wait by itself, but with the whole process:
 * here the event loop is free between two attempts.
 * @param until instant of `performance.now()` after which no attempt is repeated; at least one is made
 * @throws what the last attempt threw
 */
export async function whenFree<T>(attempt: () => T, until: number): Promise<T> {
  for (let pause = 1; ; pause = Math.min(2 * pause, longestPauseMs)) {
    try {
      return attempt();
    } catch (error) {
      if (databaseTrouble(error) !== 'busy' || performance.now() >= until) throw error;
    }
    await sleep(pause);
  }
}
