import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Reader, Tx } from '../../db/database';

export type JobRow = Database['tables']['jobs']['$inferSelect'];

/** The columns a list shows: all but the long texts. */
export function summaryColumns({ tables: { jobs, users } }: Database) {
  return {
    id: jobs.id,
    board: jobs.board,
    ownerId: jobs.ownerId,
    title: jobs.title,
    company: jobs.company,
    kind: jobs.kind,
    cities: jobs.cities,
    degree: jobs.degree,
    degreeText: jobs.degreeText,
    majors: jobs.majors,
    salary: jobs.salary,
    salaryText: jobs.salaryText,
    headcount: jobs.headcount,
    graduationYear: jobs.graduationYear,
    deadline: jobs.deadline,
    recheckOn: jobs.recheckOn,
    closesAt: jobs.closesAt,
    recheckAt: jobs.recheckAt,
    unverified: jobs.unverified,
    origin: jobs.origin,
    sourceName: jobs.sourceName,
    sourceUrl: jobs.sourceUrl,
    publishedAt: jobs.publishedAt,
    verifiedAt: jobs.verifiedAt,
    verifiedBy: users.name,
    hidden: jobs.hidden,
  };
}

function prepareDetail(db: Database, read: Reader) {
  const { jobs, users, boards } = db.tables;
  const owner = alias(users, 'owner');
  return read
    .select({
      ...summaryColumns(db),
      body: jobs.body,
      applyUrl: jobs.applyUrl,
      applyEmail: jobs.applyEmail,
      applyNote: jobs.applyNote,
      updatedAt: jobs.updatedAt,
      version: jobs.version,
      hiddenReason: jobs.hiddenReason,
      postedBy: owner.name,
      boardEnabled: boards.enabled,
    })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .innerJoin(owner, eq(owner.id, jobs.ownerId))
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .where(eq(jobs.id, sql.placeholder('id')))
    .prepare('jobs_detail');
}

const prepared = new WeakMap<Reader, ReturnType<typeof prepareDetail>>();

/** One job with the names around it; undefined when there is none. Board and hidden are for the caller to judge. */
export async function findJob(db: Database, read: Reader, id: string) {
  const query = prepared.get(read) ?? prepareDetail(db, read);
  // A tx lives for one call: only the reader's statement is worth keeping.
  if (read === db.read) prepared.set(read, query);
  const [row] = await query.execute({ id });
  return row;
}
export type JobDetailRow = NonNullable<Awaited<ReturnType<typeof findJob>>>;

export async function insertJob(db: Database, tx: Tx, row: JobRow): Promise<void> {
  await tx.insert(db.tables.jobs).values(row);
  await indexJob(db, tx, row);
}

/** Writes `row` where its version still is the one before; false when somebody else was faster. */
export async function updateJob(db: Database, tx: Tx, row: JobRow): Promise<boolean> {
  const { jobs, jobCities, jobMajors } = db.tables;
  const { id, version, ...change } = row;
  const changed = await tx
    .update(jobs)
    .set({ ...change, version })
    .where(sql`${jobs.id} = ${id} and ${jobs.version} = ${version - 1}`)
    .returning({ id: jobs.id });
  if (changed.length === 0) return false;
  await tx.delete(jobCities).where(eq(jobCities.jobId, id));
  await tx.delete(jobMajors).where(eq(jobMajors.jobId, id));
  await indexJob(db, tx, row);
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

/** A job that asks for no major is found under every one: its row has the empty name. */
export const anyMajor = '';

async function indexJob(db: Database, tx: Tx, row: JobRow): Promise<void> {
  const { jobCities, jobMajors } = db.tables;
  const { id: jobId, publishedAt, closesAt } = row;
  const cities = [...new Set(row.cities)];
  const majors = row.majors.length > 0 ? [...new Set(row.majors)] : [anyMajor];
  if (cities.length > 0) {
    await tx.insert(jobCities).values(cities.map((city) => ({ city, jobId, publishedAt, closesAt })));
  }
  await tx.insert(jobMajors).values(majors.map((major) => ({ major, jobId })));
  await putInSearch(db, tx, row);
}

/** Puts a job that readers may see into the search index, and takes a hidden one out. */
export function putInSearch({ search }: Database, tx: Tx, row: JobRow): Promise<void> {
  if (row.hidden) return search.remove(tx, 'job', row.id);
  const { id, board, publishedAt, title, company, cities, majors, degreeText, salaryText, sourceName, body } =
    row;
  const rest = [company, cities.join(' '), majors.join(' '), degreeText, salaryText, sourceName, body];
  return search.put(tx, {
    type: 'job',
    refId: id,
    board,
    publishedAt,
    title,
    body: rest.filter(Boolean).join('\n'),
  });
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
      .where(sql`${live} and ${jobMajors.major} <> ${anyMajor}`)
      .groupBy(jobMajors.major)
      .orderBy(desc(n), jobMajors.major)
      .limit(100),
  ]);
  return { cities, majors };
}
