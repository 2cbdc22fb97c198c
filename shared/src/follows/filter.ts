import { filterTexts, localText, payFilterText, referralText, wordsFilterText } from '../jobs/filter-words';
import type { FollowedFilter } from './contract';

const sorted = <T extends string>(values: readonly T[] | undefined): T[] | undefined =>
  values && values.length > 0 ? [...new Set(values)].sort() : undefined;

/** What a filter asks for, written in one way only: nothing unset in it, its lists sorted. */
export function plainFilter({
  board,
  q,
  city,
  kind,
  degree,
  major,
  payMin,
  local,
  referral,
}: FollowedFilter): FollowedFilter {
  const all: FollowedFilter = {
    board,
    q,
    city: sorted(city),
    kind: sorted(kind),
    degree: sorted(degree),
    major: sorted(major),
    payMin,
    local: local || undefined,
    referral: referral || undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as FollowedFilter;
}

/** Equal for filters that ask for the same. */
export const filterKey = (filter: FollowedFilter): string => JSON.stringify(plainFilter(filter));

/**
 * The conditions of a filter in words: 江州、宁波 · 机械类 · 校招.
 * @param boardName of its board, where it has one
 */
export function filterTitle(
  { q, city = [], major = [], kind = [], degree = [], payMin, local, referral }: FollowedFilter,
  boardName: string | null,
): string {
  const listed = (name: 'city' | 'major' | 'kind' | 'degree', values: readonly string[]) =>
    values.length > 0 ? [values.map(filterTexts[name]).join('、')] : [];
  return [
    ...(boardName === null ? [] : [boardName]),
    ...(q === undefined ? [] : [wordsFilterText(q)]),
    ...listed('city', city),
    ...(local ? [localText] : []),
    ...listed('major', major),
    ...listed('kind', kind),
    ...listed('degree', degree),
    ...(payMin === undefined ? [] : [payFilterText(payMin)]),
    ...(referral ? [referralText] : []),
  ].join(' · ');
}
