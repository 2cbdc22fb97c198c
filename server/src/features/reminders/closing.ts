import { closingWhenLastIn, lastReminderAt, type Stretch, soonMs } from '@qihang/shared/reminders/times';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { findClosing, listClosing } from '../jobs/public-store';
import { listKeepers } from '../saves/public-store';
import type { Part, Run } from './part';
import { inTurns, remind } from './remind';
import { closesOf } from './rules';

interface Step {
  kind: 'job.closing-soon' | 'job.closes-today';
  /** The deadlines whose time for this step lies within a stretch. */
  deadlinesIn(stretch: Stretch): readonly Stretch[];
  /** The instant of this step for a deadline, in milliseconds. */
  timeOf(closesAt: number): number;
  /** The instant from which on this step is too late. */
  lateFrom(closesAt: number): number;
}

const soon: Step = {
  kind: 'job.closing-soon',
  deadlinesIn: ({ after, until }) => [{ after: after + soonMs, until: until + soonMs }],
  timeOf: (closesAt) => closesAt - soonMs,
  lateFrom: lastReminderAt,
};
const last: Step = {
  kind: 'job.closes-today',
  deadlinesIn: closingWhenLastIn,
  timeOf: lastReminderAt,
  lateFrom: (closesAt) => closesAt,
};

/** Reminds those who keep a job and did not mark it as applied for. */
async function remindOfJob(
  context: Context,
  { kind, timeOf, lateFrom }: Step,
  { id: jobId, closesAt }: { id: string; closesAt: Date },
  { now, signal }: Run,
): Promise<void> {
  const { db } = context;
  const savedBy = new Date(timeOf(closesAt.getTime()));
  const late = lateFrom(closesAt.getTime()) <= now.getTime();
  await inTurns(context, signal, async (tx, page) => {
    const job = await findClosing(db, tx, jobId);
    // Since it was listed, it may have gone out of sight or got another deadline, which has times of its own.
    if (!job?.seen || !job.deadline || job.closesAt.getTime() !== closesAt.getTime()) return [];
    const keepers = await listKeepers(db, tx, { jobId, progress: ['saved'], savedBy }, page);
    const reminder = {
      kind,
      cause: `job:${jobId}:${job.deadline}`,
      ref: { type: 'job', id: jobId } as const,
      late,
      foldKey: `${kind}:${dayAt(closesAt.getTime() - 1)}`,
      causeId: closesOf(jobId),
      data: { deadline: job.deadline },
      until: closesAt,
    };
    await remind(context, tx, reminder, keepers, now);
    return keepers;
  });
}

const partOf = (step: Step): Part => ({
  name: step.kind,
  async run(context, run) {
    const { db } = context;
    for (const { after, until } of step.deadlinesIn(run.stretch))
      for (const job of await listClosing(db, db.read, { after: new Date(after), until: new Date(until) }))
        await remindOfJob(context, step, job, run);
  },
});

export const closingSoon = partOf(soon);
export const closesToday = partOf(last);
