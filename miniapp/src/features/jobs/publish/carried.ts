import { readTyped } from '@qihang/shared/contract/fields';
import { jobFields } from '@qihang/shared/jobs/fields';
import { degreeNames, jobKindNames, jobOriginNames } from '@qihang/shared/jobs/vocabulary';
import { payWords } from '@qihang/shared/jobs/words';
import { pick } from '@qihang/shared/pick';
import { forget, store, stored } from '@/platform/storage';
import { emptyJobForm, type JobForm } from './job-form';

const keyOf = (id: string) => `carried:${id}`;

/** Keeps what was written for a new job as a proposal for one that stands already; the new job's own draft stays. */
export const carryTo = (id: string, form: JobForm) => store(keyOf(id), form);

export const carriedTo = (id: string | undefined): JobForm | undefined =>
  id === undefined ? undefined : stored<JobForm>(keyOf(id));

export const forgetCarried = (id: string) => forget(keyOf(id));

interface Part {
  label: string;
  /** How a person reads it. */
  words: (form: JobForm) => string;
  /** What else of the form changes with it. */
  also?: readonly (keyof JobForm)[];
}

function payInWords({ payIn, payMin, payMax, payMonths, payText }: JobForm): string {
  if (payIn === 'text') return payText;
  const [min, max] = [payMin, payMax].map(readTyped);
  if (min == null && max == null) return '';
  const salary = { min: min ?? null, max: max ?? null, unit: payIn, months: null };
  const months = payMonths.trim();
  return payWords({ salary, salaryText: null }) + (months && months !== '12' ? `·${months}薪` : '');
}

/** What is compared, in the order it is shown; null for what goes with another part, or is not carried. */
const parts: Record<keyof JobForm, Part | null> = {
  title: { label: jobFields.title.label, words: ({ title }) => title },
  company: { label: jobFields.company.label, words: ({ company }) => company },
  kind: { label: jobFields.kind.label, words: ({ kind }) => kind && jobKindNames[kind] },
  cities: { label: jobFields.cities.label, words: ({ cities }) => cities.join('、') },
  degree: { label: jobFields.degree.label, words: ({ degree }) => degree && degreeNames[degree] },
  majors: { label: jobFields.majors.label, words: ({ majors }) => majors.join('、') },
  payIn: {
    label: jobFields.salary.label,
    words: payInWords,
    also: ['payMin', 'payMax', 'payMonths', 'payText'],
  },
  payMin: null,
  payMax: null,
  payMonths: null,
  payText: null,
  headcount: { label: jobFields.headcount.label, words: ({ headcount }) => headcount },
  graduationYear: {
    label: jobFields.graduationYear.label,
    words: ({ graduationYear }) => graduationYear,
  },
  deadline: { label: jobFields.deadline.label, words: ({ deadline }) => deadline?.replace('T', ' ') ?? '' },
  recheckOn: null,
  email: { label: '邮箱', words: ({ email }) => email },
  url: { label: '网址', words: ({ url }) => url },
  note: { label: '说明', words: ({ note }) => note },
  origin: { label: jobFields.source.label, words: ({ origin }) => origin && jobOriginNames[origin] },
  sourceName: { label: '来源名', words: ({ sourceName }) => sourceName },
  sourceUrl: { label: '原文', words: ({ sourceUrl }) => sourceUrl },
  body: { label: jobFields.body.label, words: ({ body }) => body },
};

export interface Difference {
  label: string;
  before: string;
  after: string;
  /** What the form takes over with it. */
  change: Partial<JobForm>;
}

/** Where a proposal says something else than the form; what it leaves out is no proposal. */
export function differences(form: JobForm, proposed: JobForm): Difference[] {
  const whole = { ...emptyJobForm, ...proposed };
  return (Object.keys(parts) as (keyof JobForm)[]).flatMap((field) => {
    const part = parts[field];
    if (part === null) return [];
    const { label, words, also = [] } = part;
    const [before, after] = [words(form).trim(), words(proposed).trim()];
    if (after === '' || after === before) return [];
    return [{ label, before, after, change: pick(whole, [field, ...also]) }];
  });
}
