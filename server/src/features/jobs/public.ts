import type { JobSummary } from '@qihang/shared/jobs/contract';
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import type { Actor } from '../../actor/rules';
import type { Context } from '../../context';
import type { Database, Reader, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { enabledSlugs } from '../boards/public';
import type { Moderatable } from '../moderation/rules';
import type { HoldingKind } from '../people/rules';
import { putAllInSearch, putInSearch } from './derived';
import { canSeeJob } from './rules';
import { findJob, findSummaries, getJobRow, setJobHidden } from './store';
import { viewRows } from './summaries';

/** Lets moderation take a job out of sight and bring it back. */
export const moderatableJob = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await getJobRow(db, read, id);
    return row && canSeeJob(actor, row) ? { ...row, authorId: row.ownerId, anonymous: false } : undefined;
  },
  async setHidden(tx, id, reason) {
    await setJobHidden(db, tx, id, reason);
    const row = await getJobRow(db, tx, id);
    if (row) await putInSearch(db, tx, row);
  },
});

/** Fills an empty search index. */
export const indexJobs = ({ db }: Context, tx: Tx): Promise<void> => putAllInSearch(db, tx);

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

/** @throws AppError `resource.not-found` also for a job that is hidden from the actor or whose board is off */
export async function getVisibleJob({ db }: Context, read: Reader, actor: Actor | null, id: string) {
  const row = await findJob(db, read, id);
  if (!row?.boardEnabled || !canSeeJob(actor, row)) throw new AppError('resource.not-found');
  return row;
}

/** Live jobs by whoever answers for them. */
export function heldJobs(db: Database): HoldingKind {
  const { jobs } = db.tables;
  const live = (now: Date) =>
    and(
      gt(jobs.closesAt, now),
      eq(jobs.hidden, false),
      inArray(jobs.board, enabledSlugs(db, db.read, 'job')),
    );
  const columns = {
    id: jobs.id,
    board: jobs.board,
    title: jobs.title,
    ownerId: jobs.ownerId,
    since: jobs.publishedAt,
    until: jobs.closesAt,
  };
  return {
    countByOwner: (read, now) =>
      read
        .select({ ownerId: jobs.ownerId, board: jobs.board, n: count() })
        .from(jobs)
        .where(live(now))
        .groupBy(jobs.ownerId, jobs.board),
    list: (read, owners, now, limit) =>
      read
        .select(columns)
        .from(jobs)
        .where(
          and(
            inArray(
              jobs.ownerId,
              owners.filter((owner) => owner !== null),
            ),
            live(now),
          ),
        )
        .orderBy(asc(jobs.closesAt), asc(jobs.id))
        .limit(limit),
    find: (read, ids, now) =>
      read
        .select(columns)
        .from(jobs)
        .where(and(inArray(jobs.id, [...ids]), live(now))),
    async give(tx, ids, to) {
      await tx
        .update(jobs)
        .set({ ownerId: to })
        .where(inArray(jobs.id, [...ids]));
    },
  };
}
