import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Reader } from '../../../db/types';

/** What one person has to do with each of these jobs: saved how far, reported as closed. */
export function listMarks(
  { tables: { jobs, savedJobs, closedReports } }: Database,
  read: Reader,
  userId: string,
  ids: readonly string[],
) {
  return read
    .select({ id: jobs.id, saved: savedJobs.progress, reportedBy: closedReports.userId })
    .from(jobs)
    .leftJoin(savedJobs, and(eq(savedJobs.jobId, jobs.id), eq(savedJobs.userId, userId)))
    .leftJoin(closedReports, and(eq(closedReports.jobId, jobs.id), eq(closedReports.userId, userId)))
    .where(inArray(jobs.id, [...ids]));
}

/** What a person is matched by. */
export async function findProfile({ tables: { users } }: Database, read: Reader, userId: string) {
  const { major, degree, graduationYear, cities, kinds } = users;
  const [row] = await read
    .select({ major, degree, graduationYear, cities, kinds })
    .from(users)
    .where(eq(users.id, userId));
  return row;
}
