import type { jobsContract, LintOverride } from '@qihang/shared/jobs/contract';
import { type JobValues, jobFieldNames } from '@qihang/shared/jobs/fields';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import { dayAt } from '@qihang/shared/time/shanghai';
import { forbidden } from '../../../actor/refusals';
import { rankOn } from '../../../actor/rules';
import { editMark } from '../../../content/editing';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import type { Call } from '../../../http/mount';
import { canPostOn, refuseMissingSource } from '../../boards/public';
import { getEnabledBoard } from '../../boards/public-store';
import { recordEdit, recordOverride } from '../audit';
import { showJob } from '../browse/actions';
import { toFields } from '../columns';
import { columnsOf } from '../draft-row';
import { getEditableJob, refusePastDeadline, refusePastRecheck } from '../editable';
import type { NewJobRow } from '../row';
import { insertJob, updateJob } from '../store';
import { judgeFindings } from './rules';

type C = typeof jobsContract;

/**
 * Runs the self-check over what readers would see.
 * @throws AppError `request.invalid`, or `job.lint-warnings` when no reason is given, with each finding at its field
 */
function checkedOverride(
  { config }: Context,
  draft: JobValues,
  now: Date,
  reason: string | undefined,
  given: LintOverride | null = null,
): LintOverride | null {
  const verdict = judgeFindings(lintJob(draft, dayAt(now.getTime()), [config.homeCity]), reason, given);
  if (verdict.publish) return verdict.lintOverride;
  const fields = verdict.findings.map(({ path, message }) => ({ path, message }));
  throw new AppError(verdict.refusedFor, undefined, fields);
}

const namesSource = ({ source }: Pick<JobValues, 'source'>): boolean =>
  source.name !== null || source.url !== null;

export async function createJob(context: Context, call: Call<C['create']>) {
  const { db, ids } = context;
  const { body, actor, now } = call;
  const { board: slug, overrideReason, ...draft } = body;
  const columns = columnsOf(draft, now);
  refusePastDeadline(draft.deadline, columns.closesAt, now);
  refusePastRecheck(draft, now);
  const board = await getEnabledBoard(db, db.read, slug);
  if (board.kind !== 'job') throw new AppError('board.wrong-kind');
  if (!canPostOn(actor, board)) throw forbidden(actor, board.postRoles, slug);
  if (!namesSource(draft)) refuseMissingSource(board, 'source.name');
  const { recheckOn } = columns;
  const lintOverride = checkedOverride(context, { ...draft, recheckOn }, now, overrideReason);
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
    life: 'published',
    lifeReason: null,
    authorRank: rankOn(actor, slug),
    importKey: null,
    importValueKey: null,
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
    if (!namesSource(draft)) refuseMissingSource(await getEnabledBoard(db, tx, row.board), 'source.name');
    if (change.deadline !== undefined) refusePastDeadline(columns.deadline, columns.closesAt, now);
    // A day that has come since is no mistake of the person who corrects the title.
    if (draft.recheckOn !== before.recheckOn) refusePastRecheck(draft, now);
    const { recheckOn } = columns;
    const lintOverride = checkedOverride(
      context,
      { ...draft, recheckOn },
      now,
      overrideReason,
      row.lintOverride,
    );
    const next = {
      ...row,
      ...columns,
      ...editMark(actor, { authorId: row.ownerId }, now),
      lintOverride,
      updatedAt: now,
      version: version + 1,
    };
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
