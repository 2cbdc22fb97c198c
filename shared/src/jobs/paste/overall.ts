import { degreeNames } from '../text/degree';
import { jobKindNames } from '../text/kind';
import type { Degree, JobKind } from '../vocabulary';
import type { Pay } from './pay';

/**
 * An announcement as a whole, in the words of the label rules: kinds and degrees in Chinese, pay over all
 * posts. What the text does not say is null.
 */
export interface Overall {
  company: string | null;
  titles: string[] | null;
  kind: string | null;
  cities: string[] | null;
  degree: string | null;
  majors: string[] | null;
  salary: { min: number | null; max: number | null; unit: '元/月' | '元/天' | '元/年' | '面议' } | null;
  headcount: number | null;
  deadline: string | null;
  email: string | null;
  url: string | null;
  source: string | null;
}

const unitNames = { month: '元/月', day: '元/天', year: '元/年' } as const;

/** Pay in label form. Pay by the hour has no unit there and is null. */
export function overallPay(pay: Pay | null): Overall['salary'] {
  if (pay === null) return null;
  if (pay === 'negotiable') return { min: null, max: null, unit: '面议' };
  if (pay.unit === 'hour') return null;
  return { min: pay.min, max: pay.max, unit: unitNames[pay.unit] };
}

export function overallDegree(degree: Degree | null): string | null {
  return degree === null ? null : degreeNames[degree];
}

export function overallKind(kind: JobKind): string {
  return jobKindNames[kind];
}
