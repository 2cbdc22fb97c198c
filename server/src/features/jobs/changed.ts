import type { JobChange } from '@qihang/shared/reminders/vocabulary';
import { emit } from '../../background/events';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import type { JobRow } from './row';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that changes what people who keep a job rely on, while readers see it. */
    'job.changed': {
      jobId: string;
      what: Exclude<JobChange, 'hidden' | 'restored'>;
      /** The deadlines before and after, as wall-clock text; null: open-ended. */
      from: string | null;
      to: string | null;
      actorId: string;
      at: Date;
    };
  }
}

type Told = Pick<JobRow, 'id' | 'life' | 'deadline' | 'closesAt' | 'unverified'>;

/** Which way a deadline moved; undefined where it stays. */
function moveOf(before: Told, after: Told): 'later' | 'earlier' | 'dated' | 'undated' | undefined {
  if (before.deadline === after.deadline) return undefined;
  if (after.deadline === null) return 'undated';
  if (before.deadline === null) return 'dated';
  if (before.closesAt.getTime() === after.closesAt.getTime()) return undefined;
  return before.closesAt < after.closesAt ? 'later' : 'earlier';
}

/** Tells the features of a deadline that moved, and of doubts that came up or were settled, between two states of a job. */
export async function jobChanged(
  context: Context,
  tx: Tx,
  [before, after]: readonly [Told, Told],
  { actorId, at }: { actorId: string; at: Date },
): Promise<void> {
  if (!isPublished(before)) return;
  const shared = { jobId: before.id, from: before.deadline, to: after.deadline, actorId, at };
  const move = moveOf(before, after);
  if (move) await emit(context, tx, 'job.changed', { ...shared, what: move });
  else if (before.unverified !== after.unverified)
    await emit(context, tx, 'job.changed', { ...shared, what: after.unverified ? 'doubted' : 'confirmed' });
}
