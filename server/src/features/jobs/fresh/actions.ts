import type { jobsContract } from '@qihang/shared/jobs/contract';
import { refuseMuted } from '../../../actor/refusals';
import { isPublished } from '../../../content/rules';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import type { Call } from '../../../http/mount';
import { recordEdit } from '../audit';
import { showJob } from '../browse/actions';
import { jobChanged } from '../changed';
import { getEditableJob, refusePastDeadline, refusePastRecheck } from '../editable';
import { getVisibleJob } from '../public';
import { canReportClosed, isDoubted, jobTimes } from '../rules';
import { getJobRow, updateJob } from '../store';
import { deleteClosedReports, insertClosedReport, setClosedReports } from './store';

type C = typeof jobsContract;

/**
 * Confirms that a job is still open, or open for longer: the person is named as the verifier, reports are settled, and an
 * open-ended job gets a new re-check day. A deadline of null makes it open-ended.
 */
export async function reconfirmJob(context: Context, call: Call<C['reconfirm']>) {
  const { db, ids } = context;
  const { params, body, actor, now } = call;
  const editId = ids.next(now);
  await db.write(async (tx) => {
    const row = await getEditableJob(context, tx, actor, params.id);
    if (!isPublished(row)) throw new AppError('action.forbidden', '这个岗位现在没有公开，恢复以后才能确认');
    const deadline = body?.deadline === undefined ? row.deadline : body.deadline;
    const recheckOn = body?.recheckOn ?? null;
    refusePastRecheck({ deadline, recheckOn }, now);
    const times = { deadline, ...jobTimes({ deadline, recheckOn }, now) };
    if (body?.deadline != null) refusePastDeadline(deadline, times.closesAt, now);
    await deleteClosedReports(db, tx, row.id);
    const next = {
      ...row,
      ...times,
      closedReports: 0,
      unverified: false,
      verifiedAt: now,
      verifiedById: actor.id,
      updatedAt: now,
      version: row.version + 1,
    };
    await updateJob(db, tx, next, { byId: actor.id, kind: 'confirmed' });
    await jobChanged(context, tx, [row, next], { actorId: actor.id, at: now });
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
    await jobChanged(context, tx, [row, { ...row, unverified }], { actorId: actor.id, at: now });
  });
  return showJob(context, actor, params.id, now);
}
