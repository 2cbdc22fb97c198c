// What planning the reminders of a year costs.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ask } from './servers';

export interface ReminderDays {
  engine: string;
  people: number;
  saved: number;
  days: number;
  told: number;
  /** Of the service's process: what a busy machine does not change. */
  processorSecondsADay: number;
  processorSecondsOfTheWorstDay: number;
}

/**
 * On a database of its own: a new file, or the empty PostgreSQL database of BENCH_POSTGRESQL_URL.
 * @param servers the folder of the bundles
 */
export const measureReminders = (servers: string, days: number): Promise<ReminderDays> =>
  ask<ReminderDays>(
    fork(join(servers, 'reminder-days.cjs'), [String(days), process.env.BENCH_POSTGRESQL_URL ?? '']),
  );
