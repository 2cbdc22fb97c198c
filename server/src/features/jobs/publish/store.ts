import { and, desc, eq, inArray } from 'drizzle-orm';
import { readable } from '../../../content/visibility';
import type { Database } from '../../../db/types';

/** Ids of the newest jobs that are kept under a duplicate key; ids grow with time. */
export async function listHolders(
  { read, tables: { jobDuplicateKeys } }: Database,
  key: string,
  limit: number,
): Promise<string[]> {
  const rows = await read
    .select({ id: jobDuplicateKeys.jobId })
    .from(jobDuplicateKeys)
    .where(eq(jobDuplicateKeys.key, key))
    .orderBy(desc(jobDuplicateKeys.jobId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What jobs are compared by; those that nobody may read are left out. */
export async function listComparable({ read, tables: { jobs, users } }: Database, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { id, title, company, cities, body, applyUrl, sourceUrl } = jobs;
  return read
    .select({ id, title, company, cities, body, applyUrl, sourceUrl, postedBy: users.name })
    .from(jobs)
    .innerJoin(users, eq(users.id, jobs.ownerId))
    .where(and(inArray(jobs.id, [...ids]), readable(jobs)));
}
