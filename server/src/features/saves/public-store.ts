import type { Progress } from '@qihang/shared/jobs/progress';
import { and, asc, countDistinct, eq, gt, gte, inArray, lte } from 'drizzle-orm';
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

/** Ids, after `after` in their order, of those who keep a job so far (and have kept it since `savedBy`); for telling each of them alone. */
export async function listKeepers(
  { tables: { savedJobs } }: Database,
  read: Reader,
  { jobId, progress, savedBy }: { jobId: string; progress: readonly Progress[]; savedBy?: Date },
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { userId } = savedJobs;
  const rows = await read
    .select({ userId })
    .from(savedJobs)
    .where(
      and(
        eq(savedJobs.jobId, jobId),
        inArray(savedJobs.progress, [...progress]),
        savedBy && lte(savedJobs.savedAt, savedBy),
        gt(userId, after),
      ),
    )
    .orderBy(asc(userId))
    .limit(limit);
  return rows.map((row) => row.userId);
}
