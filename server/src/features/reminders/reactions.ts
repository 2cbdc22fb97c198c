import { type Progress, progresses } from '@qihang/shared/jobs/progress';
import type { JobChange } from '@qihang/shared/reminders/vocabulary';
import type { Events, Reactions } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { findClosing } from '../jobs/public-store';
import { notify, takeBack } from '../notifications/public';
import { listKeepers } from '../saves/public-store';
import { changedOf, closesOf, noticeOf, termOf } from './rules';

const undoMs = 10_000;
const kept: readonly Progress[] = progresses.filter((one) => one !== 'dropped');
const deadlineChanges: readonly JobChange[] = ['later', 'earlier', 'dated', 'undated'];

interface Change {
  jobId: string;
  what: JobChange;
  actorId: string | null;
  at: Date;
  /** It can be undone for some seconds. */
  undoable: boolean;
}

/** Tells those who keep a job what became of it, while it is open; of several changes the last counts. */
async function tellKeepers(context: Context, tx: Tx, { jobId, what, actorId, at, undoable }: Change) {
  const { db } = context;
  const moved = deadlineChanges.includes(what);
  const job = await findClosing(db, tx, jobId);
  if (!job || job.closesAt <= at || (what !== 'hidden' && !job.seen)) return;
  // Who has applied no longer waits for the deadline.
  const progress = moved ? (['saved'] as const) : kept;
  const all = { after: '', limit: Number.MAX_SAFE_INTEGER };
  const keepers = await listKeepers(db, tx, { jobId, progress }, all);
  await notify(context, tx, {
    userIds: keepers.filter((id) => id !== actorId && id !== job.ownerId),
    kind: 'job.changed',
    ref: { type: 'job', id: jobId },
    causeId: changedOf(jobId),
    data: { what, ...(job.deadline === null ? {} : { deadline: job.deadline }) },
    at,
    ...(undoable ? { visibleAt: new Date(at.getTime() + undoMs) } : {}),
    until: job.closesAt,
  });
}

async function afterJobChange(context: Context, tx: Tx, changed: Events['job.changed']): Promise<void> {
  const { jobId, what } = changed;
  await takeBack(context.db, tx, changedOf(jobId));
  // The reminders of the deadline that was; the new one has its own.
  if (deadlineChanges.includes(what)) await takeBack(context.db, tx, closesOf(jobId));
  await tellKeepers(context, tx, { ...changed, undoable: false });
}

async function afterJobMove(context: Context, tx: Tx, moved: Events['content.moved']): Promise<void> {
  const { id: jobId, from, to, actorId, at } = moved;
  if (from !== 'published' && to !== 'published') return;
  const pending = await takeBack(context.db, tx, changedOf(jobId));
  if (to !== 'published') await takeBack(context.db, tx, closesOf(jobId));
  const change = { jobId, actorId, at };
  if (to === 'hidden' || to === 'withdrawn')
    await tellKeepers(context, tx, { ...change, what: 'hidden', undoable: true });
  // What was undone before it was told never happened for those who keep it.
  else if ((from === 'hidden' || from === 'withdrawn') && !pending.some((told) => told.at > at))
    await tellKeepers(context, tx, { ...change, what: 'restored', undoable: false });
}

export const reminderReactions: Reactions = {
  'job.changed': afterJobChange,
  async 'job.kept'({ db }, tx, { userId, jobId, progress }) {
    if (progress !== 'saved') await takeBack(db, tx, closesOf(jobId), userId);
    if (progress === null || progress === 'dropped') await takeBack(db, tx, changedOf(jobId), userId);
  },
  async 'content.moved'(context, tx, moved) {
    if (moved.type === 'job') await afterJobMove(context, tx, moved);
    if (moved.type === 'post' && moved.to !== 'published') await takeBack(context.db, tx, noticeOf(moved.id));
  },
  async 'case.decided'(context, tx, { type, id, action, deciderId, at }) {
    if (type !== 'job' || action !== 'recheck') return;
    await takeBack(context.db, tx, changedOf(id));
    await tellKeepers(context, tx, { jobId: id, what: 'doubted', actorId: deciderId, at, undoable: true });
  },
  async 'case.undone'({ db }, tx, { type, id }) {
    if (type === 'job') await takeBack(db, tx, changedOf(id));
  },
  async 'term.moved'({ db }, tx, { grantId }) {
    await takeBack(db, tx, termOf(grantId));
  },
};
