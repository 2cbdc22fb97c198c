import type { LintOverride } from '@qihang/shared/jobs/contract';
import type { JobValues } from '@qihang/shared/jobs/fields';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../../actor/rules';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import { refuseMissingSource } from '../../boards/public';
import { columnsOf } from '../draft-row';
import { refusePastDeadline, refusePastRecheck } from '../editable';
import { judgeFindings } from './rules';

/**
 * Runs the self-check over what readers would see.
 * @throws AppError `request.invalid`, or `job.lint-warnings` when no reason is given, with each finding at its field
 */
export function checkedOverride(
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

export const namesSource = ({ source }: Pick<JobValues, 'source'>): boolean =>
  source.name !== null || source.url !== null;

/** Who vouches for a job: the person who sends it. */
export const verifiedBy = (actor: Actor, now: Date) => ({ verifiedAt: now, verifiedById: actor.id });

interface Asking {
  now: Date;
  overrideReason: string | undefined;
  /** The answer to the warnings that was given before. */
  given?: LintOverride | null;
}

/**
 * The columns of a job that is to come before readers.
 * @throws AppError with each wrong field: a date that is over, a source that is missing, what the self-check objects to
 */
export function checkedColumns(
  context: Context,
  draft: JobValues,
  board: Parameters<typeof refuseMissingSource>[0],
  { now, overrideReason, given = null }: Asking,
) {
  const columns = columnsOf(draft, now);
  refusePastDeadline(draft.deadline, columns.closesAt, now);
  refusePastRecheck(draft, now);
  if (!namesSource(draft)) refuseMissingSource(board, 'source.name');
  const { recheckOn } = columns;
  const lintOverride = checkedOverride(context, { ...draft, recheckOn }, now, overrideReason, given);
  return { ...columns, lintOverride };
}
