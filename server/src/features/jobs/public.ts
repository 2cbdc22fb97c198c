import type { JobSummary } from '@qihang/shared/jobs/contract';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import { canSeeJob } from './rules';
import { findJob, findSummaries } from './store';
import { viewRows } from './summaries';

/** Those of these jobs that the actor may see, by id. */
export async function visibleSummaries(
  context: Context,
  ids: readonly string[],
  actor: Actor | null,
  now: Date,
): Promise<Map<string, JobSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await findSummaries(context.db, context.db.read, ids);
  const seen = rows.filter((row) => row.boardEnabled && canSeeJob(actor, row));
  return new Map((await viewRows(context, seen, actor, now)).map((job) => [job.id, job]));
}

/** @throws AppError `resource.not-found` also for a job that the actor may not know of, or whose board is off */
export async function getVisibleJob({ db }: Context, read: Reader, actor: Actor | null, id: string) {
  const row = await findJob(db, read, id);
  if (!row?.boardEnabled || !canSeeJob(actor, row)) throw new AppError('resource.not-found');
  return row;
}
