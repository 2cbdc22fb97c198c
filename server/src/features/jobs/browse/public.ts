import type { jobsContract } from '@qihang/shared/jobs/contract';
import type { Context } from '../../../context';
import type { Call } from '../../../http/mount';
import { filterOf } from './filter-of';
import { jobQueries, type RankRow } from './list-store';

export type NewJob = RankRow;
type Ask = Omit<Call<(typeof jobsContract)['count']>['query'], 'mine'>;
interface New {
  /** A filter of the list, on boards that are on. */
  filter: Ask;
  since: Date;
  now: Date;
}

/** Jobs that the list shows under a filter and that came in after `since`, the newest first. */
export const listNewJobs = async (
  context: Pick<Context, 'config' | 'db'>,
  { filter, since, now }: New,
  limit: number,
): Promise<NewJob[]> =>
  jobQueries(context.db).rank({ ...(await filterOf(context, filter, null)), since }, now, limit, now);

/** How many these are. */
export const countNewJobs = async (
  context: Pick<Context, 'config' | 'db'>,
  { filter, since, now }: New,
): Promise<number> =>
  jobQueries(context.db).count({ ...(await filterOf(context, filter, null)), since }, now);
