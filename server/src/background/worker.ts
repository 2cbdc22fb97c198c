import type { Context } from '../context';
import type { Log } from './log';

/** How fast the runner works, in milliseconds. */
export interface Pace {
  /** Pause between looks for due work. */
  pollMs: number;
  /** A process that has not renewed its lease for so long counts as dead; clocks of machines may differ by less. */
  leaseMs: number;
  /** A run of a task that takes longer loses its lease. */
  taskLimitMs: number;
  /** Time for a delivery, shorter than a lease; its outcome is unknown afterwards. */
  deliveryLimitMs: number;
  /** Pause after the first failure, see `backoff`. */
  retryMs: number;
  /** Tasks, and likewise messages, under way at once in one process. */
  slots: number;
}

export const usualPace: Pace = {
  pollMs: 1000,
  leaseMs: 60_000,
  taskLimitMs: 60 * 60_000,
  deliveryLimitMs: 20_000,
  retryMs: 30_000,
  slots: 5,
};

/** What all background work of one process shares. */
export interface Worker {
  context: Context;
  pace: Pace;
  log: Log;
  /** Aborted when the process stops. */
  stopping: AbortSignal;
}
