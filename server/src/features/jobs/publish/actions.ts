import type { jobsContract } from '@qihang/shared/jobs/contract';
import { type JobUnfinished, jobChange } from '@qihang/shared/jobs/field-schemas';
import { jobFieldNames } from '@qihang/shared/jobs/fields';
import { forbidden } from '../../../actor/refusals';
import { type Actor, rankOn } from '../../../actor/rules';
import { editMark } from '../../../content/editing';
import { keepRewritten, pieceAdded } from '../../../content/moved';
import { firstState, isUnfinished } from '../../../content/rules';
import { demandWhole } from '../../../content/unfinished';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import type { Call } from '../../../http/mount';
import { canPostOn, refuseMissingSource } from '../../boards/public';
import { getEnabledBoard } from '../../boards/public-store';
import { recordEdit, recordOverride } from '../audit';
import { showJob } from '../browse/actions';
import { jobChanged } from '../changed';
import { toFields } from '../columns';
import { columnsOf } from '../draft-row';
import { draftColumns, nothingTyped, typedIn } from '../drafts';
import { getChangeableJob, refusePastDeadline, refusePastRecheck } from '../editable';
import type { NewJobRow } from '../row';
import { asPiece } from '../rules';
import { insertJob, updateJob } from '../store';
import { wordingOf } from '../wording';
import { checkedColumns, checkedOverride, namesSource, verifiedBy } from './checked';

type C = typeof jobsContract;

/** The board on which the actor may publish a job. @throws AppError for any other */
async function postableBoard({ db }: Context, actor: Actor, slug: string) {
  const board = await getEnabledBoard(db, db.read, slug);
  if (board.kind !== 'job') throw new AppError('board.wrong-kind');
  if (!canPostOn(actor, board)) throw forbidden(actor, board.postRoles, slug);
  return board;
}

/** What a new job has besides its words and its state. */
const newJob = (actor: Actor, board: string, now: Date) => ({
  board,
  ownerId: actor.id,
  unverified: false,
  publishedAt: now,
  updatedAt: now,
  verifiedAt: null,
  verifiedById: null,
  version: 1,
  lifeReason: null,
  authorRank: rankOn(actor, board),
  importKey: null,
  importValueKey: null,
});

export async function startJobDraft(context: Context, { body, actor, now }: Call<C['startDraft']>) {
  const { db, ids } = context;
  const { board, ...typed } = body;
  await postableBoard(context, actor, board);
  const row: NewJobRow = {
    id: ids.next(now),
    ...newJob(actor, board, now),
    ...draftColumns({ ...nothingTyped, ...typed }, now),
    life: 'draft',
    neverSeen: true,
  };
  await db.write((tx) => insertJob(db, tx, row));
  return { id: row.id, state: 'draft' as const, version: row.version };
}

export async function createJob(context: Context, call: Call<C['create']>) {
  const { db, ids } = context;
  const { body, actor, now } = call;
  const { board: slug, overrideReason, ...draft } = body;
  const board = await postableBoard(context, actor, slug);
  const { lintOverride, ...columns } = checkedColumns(context, draft, board, { now, overrideReason });
  const overrideId = ids.next(now);
  const row: NewJobRow = {
    id: ids.next(now),
    ...newJob(actor, slug, now),
    ...columns,
    ...verifiedBy(actor, now),
    ...firstState(board.review, now),
    lintOverride,
  };
  const { words } = wordingOf(row);
  const judgement = await context.registry.judge(context, { actor, type: 'job', board: slug, words });
  if (judgement.holds) Object.assign(row, firstState('second-person', now));
  await db.write(async (tx) => {
    await insertJob(db, tx, row);
    await judgement.keep(tx, row.id, now);
    await pieceAdded(context, tx, 'job', { ...row, authorId: actor.id }, now);
    await recordOverride(context, tx, call, row, { id: overrideId, before: null, after: lintOverride });
  });
  return showJob(context, actor, row.id, now);
}

interface Rewriting {
  actor: Actor;
  now: Date;
  requestId: string;
  id: string;
  /** The version that the person has seen. */
  version: number;
  overrideReason: string | undefined;
  kind: 'edited' | 'restored';
  /** Whether it is refused as stale where the job is no draft any more. */
  draftOnly?: boolean | undefined;
  /** What is changed of what is typed of the job. */
  changeOf: (typed: JobUnfinished) => JobUnfinished;
}

/**
 * Changes the words of a job.
 * @throws AppError `resource.not-found`, `action.forbidden`, `person.muted`, `review.required`, `request.invalid`,
 * `job.lint-warnings`, `version.stale`
 */
export async function rewriteJob(context: Context, rewriting: Rewriting): Promise<void> {
  const { db, ids } = context;
  const { id, version, overrideReason, kind, draftOnly, changeOf, ...by } = rewriting;
  const { actor, now } = by;
  const saving = { byId: actor.id, kind };
  const editId = ids.next(now);
  const overrideId = ids.next(now);
  const seen = await getChangeableJob(context, db.read, actor, id);
  const judgement =
    isUnfinished(seen) || seen.version !== version
      ? null
      : await context.registry.judge(context, {
          ...{ actor, type: 'job', board: seen.board },
          words: { ...typedIn(seen), ...changeOf(typedIn(seen)) },
        });
  await db.write(async (tx) => {
    const row = await getChangeableJob(context, tx, actor, id);
    if (draftOnly && !isUnfinished(row)) throw new AppError('version.stale');
    const before = toFields(row, jobFieldNames);
    const change = changeOf(typedIn(row));
    const saved = {
      ...row,
      ...editMark(actor, { authorId: row.ownerId }, now),
      updatedAt: now,
      version: version + 1,
    };
    if (isUnfinished(row)) {
      const next = { ...saved, ...draftColumns({ ...typedIn(row), ...change }, now) };
      if (row.version !== version || !(await updateJob(db, tx, next, saving)))
        throw new AppError('version.stale');
      const after = toFields(next, jobFieldNames);
      await recordEdit(context, tx, by, row, { id: editId, action: 'jobs.update', before, after });
      return;
    }
    const draft = { ...before, ...demandWhole(jobChange, change) };
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
    const next = { ...saved, ...columns, lintOverride };
    if (row.version !== version || !(await updateJob(db, tx, next, saving)))
      throw new AppError('version.stale');
    await keepRewritten(context, tx, { type: 'job', piece: asPiece(row), judgement, actor, now });
    await jobChanged(context, tx, [row, next], { actorId: actor.id, at: now });
    await recordEdit(context, tx, by, row, { id: editId, action: 'jobs.update', before, after: draft });
    await recordOverride(context, tx, by, row, {
      id: overrideId,
      before: row.lintOverride,
      after: lintOverride,
    });
  });
}

export async function changeJob(context: Context, call: Call<C['update']>) {
  const { params, body, actor, now, requestId } = call;
  const { version, draftOnly, overrideReason, ...change } = body;
  const by = { actor, now, requestId, draftOnly, kind: 'edited' } as const;
  await rewriteJob(context, { ...by, id: params.id, version, overrideReason, changeOf: () => change });
  return showJob(context, actor, params.id, now);
}
