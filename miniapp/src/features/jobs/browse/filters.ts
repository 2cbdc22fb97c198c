import {
  type FilterName,
  filterTexts,
  localText,
  payFilterText,
  referralText,
  wordsFilterText,
} from '@qihang/shared/jobs/filter-words';
import {
  type Degree,
  degrees,
  type JobKind,
  type JobSort,
  type JobState,
  jobKinds,
  jobSorts,
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
  /** Least pay in yuan a month; null for any. */
  payMin: number | null;
  /** Only the university's own city. */
  local: boolean;
  /** Only what alumni bring, and 内推. */
  referral: boolean;
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
  payMin: null,
  local: false,
  referral: false,
  sort: 'newest',
};

/** What the filter by pay offers, in yuan a month. */
export const paySteps = [3000, 5000, 8000, 10_000, 15_000, 20_000];

const payOf = (text = '') => (/^[1-9]\d{0,6}$/.test(text) ? Math.min(Number(text), 1_000_000) : null);

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
    payMin: payOf(query.payMin?.[0]),
    local: query.local?.[0] === 'true',
    referral: query.referral?.[0] === 'true',
    sort: known(jobSorts, query.sort)[0] ?? 'newest',
  };
}

/** The query of an address or a request: only what is set. */
export function queryOf({ board, q, payMin, local, referral, sort, ...lists }: JobFilters) {
  const set = Object.entries(lists).filter(([, values]) => values.length > 0);
  return {
    ...(board ? { board } : {}),
    ...(q ? { q } : {}),
    ...(Object.fromEntries(set) as Partial<typeof lists>),
    ...(payMin === null ? {} : { payMin }),
    ...(local ? { local } : {}),
    ...(referral ? { referral } : {}),
    ...(sort === 'newest' ? {} : { sort }),
  };
}

/** What the job list shows. Lives outside the page, so that other pages can send readers to a filtered list. */
export const useJobFilters = create<JobFilters>(() => filtersOf(addressQuery()));

export const changeFilters = (change: Partial<JobFilters>) => useJobFilters.setState(change);

export const filterTitles: Record<FilterName, string> = {
  city: '城市',
  degree: '学历',
  kind: '类型',
  major: '专业',
  state: '状态',
};

/** How many of the filters behind 更多 are set. */
export const moreCount = ({ payMin, local, referral, state }: JobFilters) =>
  Number(payMin !== null) + Number(local) + Number(referral) + state.length;

/** The words of a button that applies filters. */
export const applyWords = (count: number | undefined) =>
  count === undefined ? '查看岗位' : `查看 ${count} 个岗位`;

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
  const { q, payMin, local, referral } = filters;
  return [
    ...(q === '' ? [] : [{ key: 'q', text: wordsFilterText(q), without: { q: '' } }]),
    ...chips,
    ...(payMin === null ? [] : [{ key: 'pay', text: payFilterText(payMin), without: { payMin: null } }]),
    ...(local ? [{ key: 'local', text: localText, without: { local: false } }] : []),
    ...(referral ? [{ key: 'referral', text: referralText, without: { referral: false } }] : []),
  ];
}
