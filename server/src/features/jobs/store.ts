import { detailFields, listFields } from '@qihang/shared/jobs/fields';
import type { RevisionKind } from '@qihang/shared/revisions/vocabulary';
import { eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { listDue, listNeverSeen, listScheduled } from '../../content/due-store';
import type { LifeChange } from '../../content/piece';
import { fileInSearch } from '../../content/search';
import { preparedQuery } from '../../db/prepared';
import type { Database, Reader, Tx } from '../../db/types';
import { keepChange, keepFirst, settleNewest } from '../revisions/public-store';
import { fieldColumns } from './columns';
import { searchDocOf } from './derived';
import { insertDerived, replaceDerived } from './derived-store';
import type { JobRow, NewJobRow } from './row';
import { wordingOf } from './wording';

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
    life: jobs.life,
    lifeRank: jobs.lifeRank,
    authorRank: jobs.authorRank,
    closedReports: jobs.closedReports,
  };
}

/** The columns by which a job says where it is in its life. */
export const writtenColumnsOf = ({ tables: { jobs } }: Database) => ({
  publishAt: jobs.publishAt,
  unpublishAt: jobs.unpublishAt,
  submittedAt: jobs.submittedAt,
  returnedById: jobs.returnedById,
  returnedAt: jobs.returnedAt,
  neverSeen: jobs.neverSeen,
});

const detail = preparedQuery((db, read) => {
  const { jobs, users, boards } = db.tables;
  const owner = alias(users, 'owner');
  const editor = alias(users, 'editor');
  return read
    .select({
      ...summaryColumns(db),
      ...fieldColumns({ jobs }, detailFields),
      updatedAt: jobs.updatedAt,
      version: jobs.version,
      lifeReason: jobs.lifeReason,
      lintOverride: jobs.lintOverride,
      postedBy: owner.name,
      editedBy: editor.name,
      editedAt: jobs.editedAt,
      ...writtenColumnsOf(db),
      unfinished: jobs.unfinished,
      boardEnabled: boards.enabled,
      review: boards.review,
    })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .innerJoin(owner, eq(owner.id, jobs.ownerId))
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .leftJoin(editor, eq(editor.id, jobs.editedById))
    .where(eq(jobs.id, sql.placeholder('id')))
    .prepare('jobs_detail');
});

/** One job with the names around it; undefined when there is none. Board and state are for the caller to judge. */
export async function findJob(db: Database, read: Reader, id: string) {
  const [row] = await detail(db, read).execute({ id });
  return row;
}
export type JobDetailRow = NonNullable<Awaited<ReturnType<typeof findJob>>>;

/** Jobs of these ids as a list shows them, in no order, whatever their state and board. */
export function findSummaries(db: Database, read: Reader, ids: readonly string[]) {
  const { jobs, users, boards } = db.tables;
  return read
    .select({ ...summaryColumns(db), boardEnabled: boards.enabled, review: boards.review })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .where(inArray(jobs.id, [...ids]));
}

export async function insertJob(
  db: Database,
  tx: Tx,
  row: NewJobRow,
  kind: RevisionKind = 'created',
): Promise<void> {
  await tx.insert(db.tables.jobs).values(row);
  await keepFirst(db, tx, 'job', row.id, wordingOf(row), kind);
  await insertDerived(db, tx, row);
}

/** Writes `row` where its version still is the one before; false when another person was faster. */
export async function updateJob(
  db: Database,
  tx: Tx,
  row: JobRow,
  { byId, kind }: { byId: string; kind: RevisionKind },
): Promise<boolean> {
  const { jobs } = db.tables;
  const before = await getJobRow(db, tx, row.id);
  const { id, version, ...change } = row;
  const changed = await tx
    .update(jobs)
    .set({ ...change, version })
    .where(sql`${jobs.id} = ${id} and ${jobs.version} = ${version - 1}`)
    .returning({ id: jobs.id });
  if (!before || changed.length === 0) return false;
  const after = { ...wordingOf(row), byId };
  await keepChange(db, tx, 'job', id, { before: wordingOf(before), after, kind });
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

/** Writes the state of a job, and files it in lists and search accordingly. */
export async function setJobLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void> {
  const { jobs, jobCities } = db.tables;
  const [row] = await tx.update(jobs).set(change).where(eq(jobs.id, id)).returning();
  if (!row) return;
  const { publishedAt } = change;
  await settleNewest(db, tx, 'job', id, change.life);
  if (publishedAt) await tx.update(jobCities).set({ publishedAt }).where(eq(jobCities.jobId, id));
  await fileInSearch(db, tx, row, searchDocOf(row));
}

export const setJobUnverified = async (
  { tables: { jobs } }: Database,
  tx: Tx,
  id: string,
  unverified: boolean,
): Promise<void> => void (await tx.update(jobs).set({ unverified }).where(eq(jobs.id, id)));

/** Writes the columns of a draft that is to be more than that. */
export async function completeJob(db: Database, tx: Tx, id: string, columns: Partial<JobRow>): Promise<void> {
  const { jobs } = db.tables;
  const [row] = await tx.update(jobs).set(columns).where(eq(jobs.id, id)).returning();
  if (row) await replaceDerived(db, tx, row);
}

export async function deleteJob({ search, tables: { jobs } }: Database, tx: Tx, id: string): Promise<void> {
  await search.remove(tx, 'job', id);
  await tx.delete(jobs).where(eq(jobs.id, id));
}

export const listDueJobs = ({ tables: { jobs } }: Database, read: Reader, now: Date, limit: number) =>
  listDue(jobs, read, now, limit);

export const listScheduledJobs = ({ tables: { jobs } }: Database, read: Reader, board: string) =>
  listScheduled(jobs, read, board);

export const listNeverSeenJobs = ({ tables: { jobs } }: Database, read: Reader, authorId: string) =>
  listNeverSeen(jobs, read, jobs.ownerId, authorId);
