import { and, countDistinct, eq, gte } from 'drizzle-orm';
import type { Database, Reader } from '../../db/types';

/** How many people began to keep a job of this owner since `since`; never who. */
export async function countKeepers(
  { tables: { savedJobs, jobs } }: Database,
  read: Reader,
  ownerId: string,
  since: Date,
): Promise<number> {
  const [row] = await read
    .select({ n: countDistinct(savedJobs.userId) })
    .from(jobs)
    .innerJoin(savedJobs, eq(savedJobs.jobId, jobs.id))
    .where(and(eq(jobs.ownerId, ownerId), gte(savedJobs.savedAt, since)));
  return row?.n ?? 0;
}
