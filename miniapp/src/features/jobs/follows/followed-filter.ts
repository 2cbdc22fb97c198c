import type { Follow, FollowedFilter } from '@qihang/shared/follows/contract';
import { filterKey, plainFilter } from '@qihang/shared/follows/filter';
import { type JobFilters, noFilters, queryOf } from '../browse/filters';

/** What of the list's filters can be followed; null where nothing is chosen but the state of jobs and their order. */
export function followable(filters: JobFilters): FollowedFilter | null {
  const { sort: _, state: __, ...chosen } = queryOf(filters);
  const filter = plainFilter(chosen);
  return Object.keys(filter).length === 0 ? null : filter;
}

/** As the server takes it: a filter by nothing but its board is the board. */
export function draftOf(filter: FollowedFilter) {
  const { board, ...rest } = filter;
  return board !== undefined && Object.keys(rest).length === 0
    ? { kind: 'board' as const, board }
    : { kind: 'filter' as const, filter };
}

/** Whether a follow is of this very filter. */
export function isOf({ board, filter }: Follow, wanted: FollowedFilter): boolean {
  const followed = board === null ? filter : { board };
  return followed !== null && filterKey(followed) === filterKey(wanted);
}

/** The list as a follow shows it. */
export const filtersOfFollow = ({ board, company, filter }: Follow): JobFilters => ({
  ...noFilters,
  ...(board === null ? {} : { board }),
  ...(company === null ? {} : { q: company }),
  ...filter,
});
