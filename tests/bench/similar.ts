// How long it takes to find questions like the one being typed, at every fourth character of a title.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ask } from './servers';

interface Similar {
  engine: string;
  questions: number;
  asked: number;
  medianMs: number;
  p95Ms: number;
  /** Of the service's process: what a busy machine does not change. */
  processorMedianMs: number;
  processorP95Ms: number;
  worstMs: number;
}

/**
 * On a database of its own: a new file, or the empty PostgreSQL database of BENCH_POSTGRESQL_URL.
 * @param servers the folder of the bundles
 */
export const measureSimilar = (servers: string, questions: number): Promise<Similar> =>
  ask<Similar>(
    fork(join(servers, 'similar-answers.cjs'), [String(questions), process.env.BENCH_POSTGRESQL_URL ?? '']),
  );
