import type { jobsContract } from '@qihang/shared/jobs/contract';
import { keysOfFilter } from '@qihang/shared/jobs/majors/majors';
import type { Actor } from '../../../actor/rules';
import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import type { Call } from '../../../http/mount';
import { schoolCatalogue } from '../majors/catalogue';
import type { JobFilter } from './filter-store';

type FilterQuery = Call<(typeof jobsContract)['count']>['query'];

/**
 * What a query of the list asks the database for.
 * @throws AppError `session.required` for a visitor who asks for their own
 */
export async function filterOf(
  { config, db }: Pick<Context, 'config' | 'db'>,
  query: FilterQuery,
  actor: Actor | null,
): Promise<JobFilter> {
  const { local, mine, major, ...same } = query;
  if (mine && !actor) throw new AppError('session.required');
  const filter: JobFilter = {
    ...same,
    majorKeys: major && keysOfFilter(await schoolCatalogue(db, db.read), major),
    ownerId: mine ? actor?.id : undefined,
  };
  if (!local) return filter;
  return filter.city ? { ...filter, home: config.homeCity } : { ...filter, city: [config.homeCity] };
}
