import {
  type Degree,
  degreeNames,
  type JobKind,
  type JobState,
  jobKindNames,
  jobStateNames,
} from './vocabulary';

export type FilterName = 'city' | 'kind' | 'degree' | 'major' | 'state';

/** A chosen value of a filter in words. */
export const filterTexts: Record<FilterName, (value: string) => string> = {
  city: (value) => value,
  major: (value) => value,
  degree: (value) => (value === 'any' ? degreeNames.any : `${degreeNames[value as Degree]}可投`),
  kind: (value) => jobKindNames[value as JobKind],
  state: (value) => jobStateNames[value as JobState],
};

export const payFilterText = (payMin: number) => `月薪 ${payMin / 1000}K 以上`;
export const wordsFilterText = (q: string) => `“${q}”`;
export const localText = '本地';
export const referralText = '校友推荐、内推';
