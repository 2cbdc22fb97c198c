import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';

/** What a digest says of a job. */
function jobColumns({ tables: { jobs } }: Database) {
  return {
    id: jobs.id,
    board: jobs.board,
    title: jobs.title,
    company: jobs.company,
    kind: jobs.kind,
    cities: jobs.cities,
    degree: jobs.degree,
    degreeText: jobs.degreeText,
    salary: jobs.salary,
    salaryText: jobs.salaryText,
    headcount: jobs.headcount,
    deadline: jobs.deadline,
    closesAt: jobs.closesAt,
    recheckAt: jobs.recheckAt,
    unverified: jobs.unverified,
    applyUrl: jobs.applyUrl,
    applyEmail: jobs.applyEmail,
    applyNote: jobs.applyNote,
    publishedAt: jobs.publishedAt,
  };
}

function postColumns({ tables: { posts, boards } }: Database) {
  return {
    id: posts.id,
    board: posts.board,
    boardName: boards.name,
    title: posts.title,
    summary: posts.summary,
    publishedAt: posts.publishedAt,
  };
}

/** Those of these jobs that readers see. */
export async function findReadableJobs(db: Database, read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { jobs, boards } = db.tables;
  return read
    .select(jobColumns(db))
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .where(and(inArray(jobs.id, [...ids]), readable(jobs), eq(boards.enabled, true)));
}
export type JobPieceRow = Awaited<ReturnType<typeof findReadableJobs>>[number];

/** Those of these articles that readers see. */
export async function findReadablePosts(db: Database, read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { posts, boards } = db.tables;
  return read
    .select(postColumns(db))
    .from(posts)
    .innerJoin(boards, eq(boards.slug, posts.board))
    .where(and(inArray(posts.id, [...ids]), readable(posts), eq(boards.enabled, true)));
}
export type PostPieceRow = Awaited<ReturnType<typeof findReadablePosts>>[number];

/** Jobs that readers see and can apply for, the newest first. */
export const listOpenJobs = (db: Database, now: Date, limit: number): Promise<JobPieceRow[]> => {
  const { jobs, boards } = db.tables;
  return db.read
    .select(jobColumns(db))
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .where(and(readable(jobs), eq(boards.enabled, true), gt(jobs.closesAt, now)))
    .orderBy(desc(jobs.publishedAt), desc(jobs.id))
    .limit(limit);
};

/** Jobs that readers see and that close within this time, the first to close first. */
export const listClosingJobs = (
  db: Database,
  now: Date,
  until: Date,
  limit: number,
): Promise<JobPieceRow[]> => {
  const { jobs, boards } = db.tables;
  return db.read
    .select(jobColumns(db))
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .where(and(readable(jobs), eq(boards.enabled, true), gt(jobs.closesAt, now), lte(jobs.closesAt, until)))
    .orderBy(asc(jobs.closesAt), asc(jobs.id))
    .limit(limit);
};

/** Articles that readers see and that appeared since, the newest first. */
export const listNewPosts = (db: Database, since: Date, limit: number): Promise<PostPieceRow[]> => {
  const { posts, boards } = db.tables;
  return db.read
    .select(postColumns(db))
    .from(posts)
    .innerJoin(boards, eq(boards.slug, posts.board))
    .where(and(readable(posts), eq(boards.enabled, true), gt(posts.publishedAt, since)))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
};
