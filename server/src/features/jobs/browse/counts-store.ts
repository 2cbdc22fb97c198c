import { and, count, gte } from 'drizzle-orm';
import { readable } from '../../../content/visibility';
import type { Database, Reader } from '../../../db/types';

/** Jobs that readers see and that were published since `since`, by board. */
export const countNewJobs = ({ tables: { jobs } }: Database, read: Reader, since: Date) =>
  read
    .select({ board: jobs.board, n: count() })
    .from(jobs)
    .where(and(gte(jobs.publishedAt, since), readable(jobs)))
    .groupBy(jobs.board);
