// What following and the weekly digest cost a school: one evening of digests, and one run that tells followers of a day's jobs.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ask } from './servers';

export interface WeeklyCost {
  engine: string;
  people: number;
  follows: number;
  jobs: number;
  digests: number;
  /** Of the process, for the whole run of a Sunday. */
  digestCpuSeconds: number;
  digestSeconds: number;
  /** For the new jobs of one day. */
  matched: number;
  matchCpuSeconds: number;
  /** A run that finds nothing new. */
  idleCpuMs: number;
}

/**
 * On a database of its own: a new file, or the empty PostgreSQL database of BENCH_POSTGRESQL_URL.
 * @param servers the folder of the bundles
 */
export const measureWeekly = (servers: string, people: number): Promise<WeeklyCost> =>
  ask<WeeklyCost>(
    fork(join(servers, 'weekly-answers.cjs'), [String(people), process.env.BENCH_POSTGRESQL_URL ?? '']),
  );
