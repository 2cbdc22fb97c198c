import type { JobDraft, jobsContract } from '@qihang/shared/jobs/contract';
import type { Context } from '../../context';
import type { Reader } from '../../db/database';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { canPostOn, getBoardOfKind, getEnabledBoard } from '../boards/public';
import type { Actor } from '../users/rules';
import { degreeRank, type JobFilter, type jobQueries } from './list';
import { canEditJob, canSeeJob, jobTimes } from './rules';
import { countFacets, findJob, getJobRow, insertJob, type JobRow, updateJob } from './store';
import { viewJob, viewSummary } from './view';

type C = typeof jobsContract;
type Queries = ReturnType<typeof jobQueries>;

// A list of no rows may be one of a board that is off; only then is it worth asking.
async function refuseHiddenBoard({ db }: Context, { board }: JobFilter): Promise<void> {
  if (board === undefined) await getBoardOfKind(db, db.read, 'job');
  else await getEnabledBoard(db, db.read, board);
}

export async function listJobs(context: Context, queries: Queries, { query, actor, now }: Call<C['list']>) {
  const { cursor, limit, sort, ...filter } = query;
  if (filter.board !== undefined) await refuseHiddenBoard(context, filter);
  const after = cursor === undefined ? undefined : decodeCursor(sort, cursor);
  const found = await queries.list(filter, sort, after, limit + 1, now);
  if (found.length === 0) await refuseHiddenBoard(context, filter);
  const { rows, nextCursor } = pageFrom(found, limit, sort, (row) => ({
    at: sort === 'newest' ? row.publishedAt : row.closesAt,
    id: row.id,
  }));
  return { items: rows.map((row) => viewSummary(row, actor, now)), nextCursor };
}

export async function countJobs(context: Context, queries: Queries, { query, now }: Call<C['count']>) {
  await refuseHiddenBoard(context, query);
  return { count: await queries.count(query, now) };
}

export async function listFacets(context: Context, { now }: Call<C['facets']>) {
  await refuseHiddenBoard(context, {});
  return countFacets(context.db, context.db.read, now);
}

/** @throws AppError `resource.not-found` also for a job that is hidden from the actor or whose board is off */
async function getVisibleJob({ db }: Context, read: Reader, actor: Actor | null, id: string) {
  const row = await findJob(db, read, id);
  if (!row?.boardEnabled || !canSeeJob(actor, row)) throw new AppError('resource.not-found');
  return row;
}

export async function showJob(context: Context, { params, actor, now }: Call<C['detail']>) {
  return viewJob(await getVisibleJob(context, context.db.read, actor, params.id), actor, now);
}

/** The columns that follow from a draft. */
export function columnsOf(draft: Omit<JobDraft, 'board'>, now: Date) {
  const { apply, source, deadline, recheckOn, degree, ...same } = draft;
  return {
    ...same,
    degree,
    degreeRank: degreeRank(degree),
    deadline,
    ...jobTimes({ deadline, recheckOn }, now),
    applyUrl: apply.url,
    applyEmail: apply.email,
    applyNote: apply.note,
    origin: source.origin,
    sourceName: source.name,
    sourceUrl: source.url,
  };
}

function refusePastDeadline(deadline: string | null, closesAt: Date, now: Date): void {
  if (deadline !== null && closesAt <= now) {
    throw new AppError('request.invalid', undefined, [{ path: 'deadline', message: '截止时间已经过了' }]);
  }
}

export async function createJob(context: Context, { body, actor, now }: Call<C['create']>) {
  const { db, ids } = context;
  const { board: slug, ...draft } = body;
  const columns = columnsOf(draft, now);
  refusePastDeadline(draft.deadline, columns.closesAt, now);
  const board = await getEnabledBoard(db, db.read, slug);
  if (board.kind !== 'job') throw new AppError('board.wrong-kind');
  if (!canPostOn(actor, board)) throw new AppError('action.forbidden');
  const row: JobRow = {
    id: ids.next(now),
    board: slug,
    ownerId: actor.id,
    ...columns,
    unverified: false,
    publishedAt: now,
    updatedAt: now,
    verifiedAt: now,
    verifiedById: actor.id,
    version: 1,
    hidden: false,
    hiddenReason: null,
    importKey: null,
  };
  await db.write((tx) => insertJob(db, tx, row));
  return showJob(context, { params: { id: row.id }, actor, now } as Call<C['detail']>);
}

const draftOf = (row: JobRow): Omit<JobDraft, 'board'> => ({
  title: row.title,
  company: row.company,
  kind: row.kind,
  cities: row.cities,
  degree: row.degree,
  degreeText: row.degreeText,
  majors: row.majors,
  salary: row.salary,
  salaryText: row.salaryText,
  headcount: row.headcount,
  graduationYear: row.graduationYear,
  deadline: row.deadline,
  recheckOn: row.recheckOn,
  apply: { url: row.applyUrl, email: row.applyEmail, note: row.applyNote },
  source: { origin: row.origin, name: row.sourceName, url: row.sourceUrl },
  body: row.body,
});

export async function changeJob(context: Context, { params, body, actor, now }: Call<C['update']>) {
  const { db } = context;
  const { version, ...change } = body;
  await db.write(async (tx) => {
    const row = await getEditableJob(context, tx, actor, params.id);
    const columns = columnsOf({ ...draftOf(row), ...change }, now);
    if (change.deadline !== undefined) refusePastDeadline(columns.deadline, columns.closesAt, now);
    const next = { ...row, ...columns, updatedAt: now, version: version + 1 };
    if (row.version !== version || !(await updateJob(db, tx, next))) throw new AppError('version.stale');
  });
  return showJob(context, { params, actor, now } as Call<C['detail']>);
}

async function getEditableJob(context: Context, tx: Reader, actor: Actor, id: string): Promise<JobRow> {
  const seen = await getVisibleJob(context, tx, actor, id);
  if (!canEditJob(actor, seen)) throw new AppError('action.forbidden');
  const row = await getJobRow(context.db, tx, id);
  if (!row) throw new AppError('resource.not-found');
  return row;
}

/** Still open: whoever says so is named, doubts are settled, and an open-ended job gets a new re-check day. */
export async function reconfirmJob(context: Context, { params, actor, now }: Call<C['reconfirm']>) {
  const { db } = context;
  await db.write(async (tx) => {
    const row = await getEditableJob(context, tx, actor, params.id);
    const times = jobTimes({ deadline: row.deadline, recheckOn: null }, now);
    const next = {
      ...row,
      ...times,
      unverified: false,
      verifiedAt: now,
      verifiedById: actor.id,
      updatedAt: now,
      version: row.version + 1,
    };
    await updateJob(db, tx, next);
  });
  return showJob(context, { params, actor, now } as Call<C['detail']>);
}
