import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { readable } from '../../../content/visibility';
import type { Database, Reader } from '../../../db/types';

/** Cities and majors of live jobs with their counts, most frequent first. */
export async function countFacets(
  { tables: { jobs, jobCities, jobMajors } }: Database,
  read: Reader,
  now: Date,
) {
  const n = sql<number>`cast(count(*) as int)`;
  const live = and(gt(jobs.closesAt, now), readable(jobs));
  const [cities, majors] = await Promise.all([
    read
      .select({ name: jobCities.city, count: n })
      .from(jobCities)
      .innerJoin(jobs, eq(jobs.id, jobCities.jobId))
      .where(live)
      .groupBy(jobCities.city)
      .orderBy(desc(n), jobCities.city)
      .limit(100),
    read
      .select({ name: jobMajors.major, count: n })
      .from(jobMajors)
      .innerJoin(jobs, eq(jobs.id, jobMajors.jobId))
      .where(live)
      .groupBy(jobMajors.major)
      .orderBy(desc(n), jobMajors.major)
      .limit(100),
  ]);
  return { cities, majors };
}
