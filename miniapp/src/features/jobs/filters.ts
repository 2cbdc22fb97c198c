import {
  type Degree,
  degreeNames,
  degrees,
  type JobKind,
  type JobSort,
  type JobState,
  jobKindNames,
  jobKinds,
  jobSorts,
  jobStateNames,
  jobStates,
} from '@qihang/shared/jobs/vocabulary';
import { create } from 'zustand';
import { addressQuery } from '@/platform/navigation';

export interface JobFilters {
  /** Slug of one job board; empty for all of them. */
  board: string;
  q: string;
  city: string[];
  kind: JobKind[];
  degree: Degree[];
  major: string[];
  state: JobState[];
  sort: JobSort;
}

export const noFilters: JobFilters = {
  board: '',
  q: '',
  city: [],
  kind: [],
  degree: [],
  major: [],
  state: [],
  sort: 'newest',
};

const known = <T extends string>(allowed: readonly T[], values: string[] = []) =>
  allowed.filter((one) => values.includes(one));

/** Filters as an address carries them; unknown words are dropped, since links get cut and edited. */
export function filtersOf(query: Record<string, string[]>): JobFilters {
  return {
    board: query.board?.[0] ?? '',
    q: query.q?.[0] ?? '',
    city: query.city ?? [],
    kind: known(jobKinds, query.kind),
    degree: known(degrees, query.degree),
    major: query.major ?? [],
    state: known(jobStates, query.state),
    sort: known(jobSorts, query.sort)[0] ?? 'newest',
  };
}

/** The query of an address or a request: only what is set. */
export function queryOf({ board, q, sort, ...lists }: JobFilters) {
  const set = Object.entries(lists).filter(([, values]) => values.length > 0);
  return {
    ...(board ? { board } : {}),
    ...(q ? { q } : {}),
    ...(Object.fromEntries(set) as Partial<typeof lists>),
    ...(sort === 'newest' ? {} : { sort }),
  };
}

/** What the job list shows. Lives outside the page, so that other pages can send readers to a filtered list. */
export const useJobFilters = create<JobFilters>(() => filtersOf(addressQuery()));

export const changeFilters = (change: Partial<JobFilters>) => useJobFilters.setState(change);

export type FilterName = 'city' | 'kind' | 'degree' | 'major' | 'state';

export const filterTitles: Record<FilterName, string> = {
  city: '城市',
  degree: '学历',
  kind: '类型',
  major: '专业',
  state: '状态',
};

/** A chosen value in words. */
export const filterTexts: Record<FilterName, (value: string) => string> = {
  city: (value) => value,
  major: (value) => value,
  degree: (value) => (value === 'any' ? degreeNames.any : `${degreeNames[value as Degree]}可投`),
  kind: (value) => jobKindNames[value as JobKind],
  state: (value) => jobStateNames[value as JobState],
};

/** Active filters one by one, each as words and as what is left when it is lifted. */
export function activeFilters(
  filters: JobFilters,
): { key: string; text: string; without: Partial<JobFilters> }[] {
  const names = Object.keys(filterTitles) as FilterName[];
  const chips = names.flatMap((name) =>
    filters[name].map((value) => ({
      key: `${name}:${value}`,
      text: filterTexts[name](value),
      without: { [name]: (filters[name] as string[]).filter((one) => one !== value) },
    })),
  );
  return filters.q === '' ? chips : [{ key: 'q', text: `“${filters.q}”`, without: { q: '' } }, ...chips];
}
