import { detailFields, listFields } from '@qihang/shared/jobs/fields';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { preparedQuery } from '../../db/prepared';
import type { Database, Reader, Tx } from '../../db/types';
import { fieldColumns } from './columns';
import { insertDerived, replaceDerived } from './derived';
import type { JobRow, NewJobRow } from './row';

/** The columns of a list: all but the long texts. */
export function summaryColumns({ tables: { jobs, users } }: Database) {
  return {
    id: jobs.id,
    board: jobs.board,
    ownerId: jobs.ownerId,
    ...fieldColumns({ jobs }, listFields),
    closesAt: jobs.closesAt,
    recheckAt: jobs.recheckAt,
    unverified: jobs.unverified,
    publishedAt: jobs.publishedAt,
    verifiedAt: jobs.verifiedAt,
    verifiedBy: users.name,
    hidden: jobs.hidden,
    closedReports: jobs.closedReports,
  };
}

const detail = preparedQuery((db, read) => {
  const { jobs, users, boards } = db.tables;
  const owner = alias(users, 'owner');
  return read
    .select({
      ...summaryColumns(db),
      ...fieldColumns({ jobs }, detailFields),
      updatedAt: jobs.updatedAt,
      version: jobs.version,
      hiddenReason: jobs.hiddenReason,
      lintOverride: jobs.lintOverride,
      postedBy: owner.name,
      boardEnabled: boards.enabled,
    })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .innerJoin(owner, eq(owner.id, jobs.ownerId))
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .where(eq(jobs.id, sql.placeholder('id')))
    .prepare('jobs_detail');
});

/** One job with the names around it; undefined when there is none. Board and hidden are for the caller to judge. */
export async function findJob(db: Database, read: Reader, id: string) {
  const [row] = await detail(db, read).execute({ id });
  return row;
}
export type JobDetailRow = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** Jobs of these ids as a list shows them, in no order, hidden ones and those of boards that are off among them. */
export function findSummaries(db: Database, read: Reader, ids: readonly string[]) {
  const { jobs, users, boards } = db.tables;
  return read
    .select({ ...summaryColumns(db), boardEnabled: boards.enabled })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .where(inArray(jobs.id, [...ids]));
}

export async function insertJob(db: Database, tx: Tx, row: NewJobRow): Promise<void> {
  await tx.insert(db.tables.jobs).values(row);
  await insertDerived(db, tx, row);
}

/** Writes `row` where its version still is the one before; false when somebody else was faster. */
export async function updateJob(db: Database, tx: Tx, row: JobRow): Promise<boolean> {
  const { jobs } = db.tables;
  const { id, version, ...change } = row;
  const changed = await tx
    .update(jobs)
    .set({ ...change, version })
    .where(sql`${jobs.id} = ${id} and ${jobs.version} = ${version - 1}`)
    .returning({ id: jobs.id });
  if (changed.length === 0) return false;
  await replaceDerived(db, tx, row);
  return true;
}

export async function getJobRow(
  { tables: { jobs } }: Database,
  read: Reader,
  id: string,
): Promise<JobRow | undefined> {
  const [row] = await read.select().from(jobs).where(eq(jobs.id, id));
  return row;
}

export const setJobHidden = ({ tables: { jobs } }: Database, tx: Tx, id: string, reason: string | null) =>
  tx
    .update(jobs)
    .set({ hidden: reason !== null, hiddenReason: reason })
    .where(eq(jobs.id, id));

/** Notes that somebody says a job is closed, once a person; false when that was noted before. */
export async function insertClosedReport(
  { tables: { closedReports } }: Database,
  tx: Tx,
  row: { jobId: string; userId: string; reportedAt: Date },
): Promise<boolean> {
  const noted = await tx.insert(closedReports).values(row).onConflictDoNothing().returning();
  return noted.length > 0;
}

export const setClosedReports = (
  { tables: { jobs } }: Database,
  tx: Tx,
  id: string,
  change: Pick<JobRow, 'closedReports' | 'unverified'>,
) => tx.update(jobs).set(change).where(eq(jobs.id, id));

export const deleteClosedReports = ({ tables: { closedReports } }: Database, tx: Tx, jobId: string) =>
  tx.delete(closedReports).where(eq(closedReports.jobId, jobId));

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
    .where(and(inArray(jobs.id, [...ids]), eq(jobs.hidden, false)));
}

/** Cities and majors of live jobs with their counts, most frequent first. */
export async function countFacets(
  { tables: { jobs, jobCities, jobMajors } }: Database,
  read: Reader,
  now: Date,
) {
  const n = sql<number>`cast(count(*) as int)`;
  const live = sql`${jobs.closesAt} > ${sql.param(now, jobs.closesAt)} and not ${jobs.hidden}`;
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
