import type { jobsContract, LintOverride } from '@qihang/shared/jobs/contract';
import { type JobValues, jobFieldNames } from '@qihang/shared/jobs/fields';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import { monthlyPay } from '@qihang/shared/jobs/pay';
import { dayAt } from '@qihang/shared/time/shanghai';
import { forbidden, refuseMuted } from '../../actor/refusals';
import { type Actor, moderatorRoles } from '../../actor/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { canPostOn, getEnabledBoard } from '../boards/public';
import { recordEdit, recordOverride } from './audit';
import { showJob } from './browse';
import { toColumns, toFields } from './columns';
import { degreeRank } from './filter';
import { getVisibleJob } from './public';
import type { JobRow, NewJobRow } from './row';
import { canEditJob, canReportClosed, isDoubted, jobTimes, judgeFindings } from './rules';
import {
  deleteClosedReports,
  getJobRow,
  insertClosedReport,
  insertJob,
  setClosedReports,
  updateJob,
} from './store';

type C = typeof jobsContract;

/** The columns that follow from a draft. */
export function columnsOf(draft: JobValues, now: Date) {
  return {
    ...toColumns(draft),
    degreeRank: degreeRank(draft.degree),
    payMonthly: monthlyPay(draft.salary),
    ...jobTimes(draft, now),
  };
}

function refusePastDeadline(deadline: string | null, closesAt: Date, now: Date): void {
  if (deadline !== null && closesAt <= now) {
    throw new AppError('request.invalid', undefined, [{ path: 'deadline', message: '截止时间已经过了' }]);
  }
}

/**
 * Runs the self-check over what readers would see.
 * @throws AppError `request.invalid`, or `job.lint-warnings` when no reason is given, with each finding beside its field
 */
function checkedOverride(
  draft: JobValues,
  now: Date,
  reason: string | undefined,
  given: LintOverride | null = null,
): LintOverride | null {
  const verdict = judgeFindings(lintJob(draft, dayAt(now.getTime())), reason, given);
  if (verdict.publish) return verdict.lintOverride;
  const fields = verdict.findings.map(({ path, message }) => ({ path, message }));
  throw new AppError(verdict.refusedFor, undefined, fields);
}

export async function createJob(context: Context, call: Call<C['create']>) {
  const { db, ids } = context;
  const { body, actor, now } = call;
  const { board: slug, overrideReason, ...draft } = body;
  const columns = columnsOf(draft, now);
  refusePastDeadline(draft.deadline, columns.closesAt, now);
  const board = await getEnabledBoard(db, db.read, slug);
  if (board.kind !== 'job') throw new AppError('board.wrong-kind');
  if (!canPostOn(actor, board)) throw forbidden(actor, board.postRoles, slug);
  const { recheckOn } = columns;
  const lintOverride = checkedOverride({ ...draft, recheckOn }, now, overrideReason);
  const overrideId = ids.next(now);
  const row: NewJobRow = {
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
    lintOverride,
  };
  await db.write(async (tx) => {
    await insertJob(db, tx, row);
    await recordOverride(context, tx, call, row, { id: overrideId, before: null, after: lintOverride });
  });
  return showJob(context, actor, row.id, now);
}

export async function changeJob(context: Context, call: Call<C['update']>) {
  const { db, ids } = context;
  const { params, body, actor, now } = call;
  const { version, overrideReason, ...change } = body;
  const editId = ids.next(now);
  const overrideId = ids.next(now);
  await db.write(async (tx) => {
    const row = await getEditableJob(context, tx, actor, params.id);
    const before = toFields(row, jobFieldNames);
    const draft = { ...before, ...change };
    const columns = columnsOf(draft, now);
    if (change.deadline !== undefined) refusePastDeadline(columns.deadline, columns.closesAt, now);
    const { recheckOn } = columns;
    const lintOverride = checkedOverride({ ...draft, recheckOn }, now, overrideReason, row.lintOverride);
    const next = { ...row, ...columns, lintOverride, updatedAt: now, version: version + 1 };
    if (row.version !== version || !(await updateJob(db, tx, next))) throw new AppError('version.stale');
    await recordEdit(context, tx, call, row, { id: editId, action: 'jobs.update', before, after: draft });
    await recordOverride(context, tx, call, row, {
      id: overrideId,
      before: row.lintOverride,
      after: lintOverride,
    });
  });
  return showJob(context, actor, params.id, now);
}

async function getEditableJob(context: Context, tx: Reader, actor: Actor, id: string): Promise<JobRow> {
  const seen = await getVisibleJob(context, tx, actor, id);
  if (!canEditJob(actor, seen)) throw forbidden(actor, moderatorRoles, seen.board);
  const row = await getJobRow(context.db, tx, id);
  if (!row) throw new AppError('resource.not-found');
  return row;
}

/**
 * Still open, or open for longer: whoever says so is named, reports are settled, and an open-ended job gets a new re-check
 * day. A deadline of null makes it open-ended.
 */
export async function reconfirmJob(context: Context, call: Call<C['reconfirm']>) {
  const { db, ids } = context;
  const { params, body, actor, now } = call;
  const editId = ids.next(now);
  await db.write(async (tx) => {
    const row = await getEditableJob(context, tx, actor, params.id);
    const deadline = body?.deadline === undefined ? row.deadline : body.deadline;
    const times = { deadline, ...jobTimes({ deadline, recheckOn: body?.recheckOn ?? null }, now) };
    if (body?.deadline != null) refusePastDeadline(deadline, times.closesAt, now);
    await deleteClosedReports(db, tx, row.id);
    await updateJob(db, tx, {
      ...row,
      ...times,
      closedReports: 0,
      unverified: false,
      verifiedAt: now,
      verifiedById: actor.id,
      updatedAt: now,
      version: row.version + 1,
    });
    const { deadline: wasDue, recheckOn: wasChecked } = row;
    await recordEdit(context, tx, call, row, {
      id: editId,
      action: 'jobs.reconfirm',
      before: { deadline: wasDue, recheckOn: wasChecked },
      after: { deadline, recheckOn: times.recheckOn },
    });
  });
  return showJob(context, actor, params.id, now);
}

/** Says that a job takes nobody any more. Saying it again changes nothing. */
export async function reportClosed(context: Context, { params, actor, now }: Call<C['reportClosed']>) {
  const { db } = context;
  await db.write(async (tx) => {
    await getVisibleJob(context, tx, actor, params.id);
    refuseMuted(actor);
    if (!actor.verified) throw new AppError('verification.required');
    const row = await getJobRow(db, tx, params.id);
    if (!row || !canReportClosed(actor, row, now)) throw new AppError('action.forbidden');
    if (!(await insertClosedReport(db, tx, { jobId: row.id, userId: actor.id, reportedAt: now }))) return;
    const closedReports = row.closedReports + 1;
    const unverified = row.unverified || isDoubted(closedReports);
    await setClosedReports(db, tx, row.id, { closedReports, unverified });
  });
  return showJob(context, actor, params.id, now);
}
