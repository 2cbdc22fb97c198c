import { isDeepStrictEqual } from 'node:util';
import type { LintOverride } from '@qihang/shared/jobs/contract';
import { auditedFields, type JobValues } from '@qihang/shared/jobs/fields';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { changesOf, recordAct } from '../audit/public';

interface By {
  actor: Actor;
  now: Date;
  requestId: string;
}

const base = ({ actor, now, requestId }: By, targetId: string) => ({
  at: now,
  actorId: actor.id,
  targetType: 'job',
  targetId,
  requestId,
});

interface Edit {
  /** Drawn before the transaction. */
  id: string;
  action: 'jobs.update' | 'jobs.reconfirm';
  before: Partial<JobValues>;
  after: Partial<JobValues>;
}

/** Leads look after each other's jobs: what is done to somebody else's is recorded. */
export async function recordEdit(
  context: Context,
  tx: Tx,
  by: By,
  job: { id: string; ownerId: string },
  { id, action, before, after }: Edit,
): Promise<void> {
  if (job.ownerId === by.actor.id) return;
  await recordAct(context, tx, {
    ...base(by, job.id),
    id,
    action,
    ...changesOf(before, after, auditedFields),
    reason: null,
  });
}

/** Publishing over the warnings of the self-check is recorded with its reason, once for each reason given. */
export async function recordOverride(
  context: Context,
  tx: Tx,
  by: By,
  job: { id: string },
  { id, before, after }: { id: string; before: LintOverride | null; after: LintOverride | null },
): Promise<void> {
  if (after === null || isDeepStrictEqual(before, after)) return;
  await recordAct(context, tx, {
    ...base(by, job.id),
    id,
    action: 'jobs.override',
    before: before && { rules: before.rules },
    after: { rules: after.rules },
    reason: after.reason,
  });
}
