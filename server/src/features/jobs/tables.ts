import type { LintOverride } from '@qihang/shared/jobs/contract';
import type { JobUnfinished, Salary } from '@qihang/shared/jobs/field-schemas';
import { degrees, jobKinds, jobOrigins } from '@qihang/shared/jobs/vocabulary';
import { sql } from 'drizzle-orm';
import { contentColumns, editColumns, writtenColumns } from '../../content/columns';
import type { Kit } from '../../db/kit/pg';
import type { BoardTables } from '../boards/tables';
import type { UserTables } from '../users/tables';
import { majorTables } from './majors/tables';

export function jobTables(kit: Kit, { users, boards }: UserTables & BoardTables) {
  const { table, index, unique, primaryKey, str, int, bool, instant, oneOf, json } = kit;
  const jobs = table(
    'jobs',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug),
      ownerId: str()
        .notNull()
        .references(() => users.id),
      title: str().notNull(),
      company: str().notNull(),
      kind: oneOf(jobKinds).notNull(),
      cities: json<string[]>().notNull(),
      degree: oneOf(degrees),
      /** Place of `degree` in `degrees`, 0 when not said: what a holder of rank n may see is one comparison. */
      degreeRank: int().notNull(),
      degreeText: str(),
      majors: json<string[]>().notNull(),
      salary: json<Salary>(),
      salaryText: str(),
      /** The most it may pay in yuan a month, see `monthlyPay`; null when it names no sum. */
      payMonthly: int(),
      headcount: int(),
      graduationYear: int(),
      deadline: str(),
      recheckOn: str(),
      /** The instant from which nobody can apply: end of the deadline, or, open-ended, some days past the re-check day. */
      closesAt: instant().notNull(),
      /** Open-ended jobs: the instant from which it counts as unverified unless confirmed. */
      recheckAt: instant(),
      /** Reported as closed and waiting for its owner. */
      unverified: bool().notNull().default(false),
      /** Rows of `closedReports`, counted where a list can read them. */
      closedReports: int().notNull().default(0),
      applyUrl: str(),
      applyEmail: str(),
      applyNote: str(),
      origin: oneOf(jobOrigins).notNull(),
      sourceName: str(),
      sourceUrl: str(),
      body: str().notNull(),
      publishedAt: instant().notNull(),
      updatedAt: instant().notNull(),
      verifiedAt: instant(),
      verifiedById: str().references(() => users.id),
      version: int().notNull().default(1),
      ...contentColumns(kit),
      ...editColumns(kit, () => users.id),
      ...writtenColumns<JobUnfinished>(kit, () => users.id),
      /** Why it was published over the warnings of the self-check, and which these were. */
      lintOverride: json<LintOverride>(),
      /** Names the row of an import, so that a repeat brings nothing in twice; null for jobs typed in. */
      importKey: str(),
      /** Names it by its values, for the row that was typed again; null for jobs imported before there was one. */
      importValueKey: str(),
    },
    (t) => [
      index('jobs_newest').on(t.publishedAt, t.id),
      index('jobs_closing').on(t.closesAt, t.id),
      index('jobs_company').on(t.company),
      index('jobs_owner').on(t.ownerId),
      index('jobs_verifier').on(t.verifiedById, t.verifiedAt),
      // What waits for review is little, and is asked for each time a desk is opened.
      index('jobs_in_review').on(t.board, t.submittedAt).where(sql`life = 'in-review'`),
      index('jobs_publish_at').on(t.publishAt),
      index('jobs_unpublish_at').on(t.unpublishAt),
      unique('jobs_import_key').on(t.importKey),
      index('jobs_import_value').on(t.importValueKey),
    ],
  );

  /** One row a job and city, with what a list of one city is ordered by: it is read without touching other jobs. */
  const jobCities = table(
    'job_cities',
    {
      city: str().notNull(),
      jobId: str()
        .notNull()
        .references(() => jobs.id, { onDelete: 'cascade' }),
      publishedAt: instant().notNull(),
      closesAt: instant().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.jobId, t.city] }),
      index('job_cities_newest').on(t.city, t.publishedAt, t.jobId, t.closesAt),
      index('job_cities_closing').on(t.city, t.closesAt, t.jobId),
    ],
  );

  /** Majors as the posting names them, for the choice of filters. */
  const jobMajors = table(
    'job_majors',
    {
      major: str().notNull(),
      jobId: str()
        .notNull()
        .references(() => jobs.id, { onDelete: 'cascade' }),
    },
    (t) => [primaryKey({ columns: [t.jobId, t.major] }), index('job_majors_major').on(t.major, t.jobId)],
  );

  /** Keys of the required majors, see `keysOfRequired`: what a filter by major looks up. */
  const jobMajorKeys = table(
    'job_major_keys',
    {
      key: str().notNull(),
      jobId: str()
        .notNull()
        .references(() => jobs.id, { onDelete: 'cascade' }),
    },
    (t) => [primaryKey({ columns: [t.jobId, t.key] }), index('job_major_keys_key').on(t.key, t.jobId)],
  );

  /** Keys under which a posting of the same post is looked for, see `candidateKeys`. */
  const jobDuplicateKeys = table(
    'job_duplicate_keys',
    {
      key: str().notNull(),
      jobId: str()
        .notNull()
        .references(() => jobs.id, { onDelete: 'cascade' }),
    },
    (t) => [primaryKey({ columns: [t.jobId, t.key] }), index('job_duplicate_keys_key').on(t.key, t.jobId)],
  );

  /** Who said that a job no longer takes anybody, since it was last confirmed. */
  const closedReports = table(
    'closed_reports',
    {
      jobId: str()
        .notNull()
        .references(() => jobs.id, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      reportedAt: instant().notNull(),
    },
    (t) => [primaryKey({ columns: [t.jobId, t.userId] })],
  );

  return { jobs, jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys, closedReports, ...majorTables(kit) };
}

export type JobTables = ReturnType<typeof jobTables>;

declare module '../../db/types' {
  interface Tables extends JobTables {}
}
