import { degreeNames, jobKindNames, jobOriginNames } from '@qihang/shared/jobs/vocabulary';
import { forget, store, stored } from '@/platform/storage';
import { emptyJobForm, type JobForm } from './job-form';
import { payWords } from './words';

const keyOf = (id: string) => `carried:${id}`;

/** Keeps what was written for a new job as a proposal for one that stands already; the new job's own draft stays. */
export const carryTo = (id: string, form: JobForm) => store(keyOf(id), form);

export const carriedTo = (id: string | undefined): JobForm | undefined =>
  id === undefined ? undefined : stored<JobForm>(keyOf(id));

export const forgetCarried = (id: string) => forget(keyOf(id));

/** Fields that change together, and how a person reads them. */
const parts: { label: string; fields: (keyof JobForm)[]; words: (form: JobForm) => string }[] = [
  { label: '岗位', fields: ['title'], words: ({ title }) => title },
  { label: '单位', fields: ['company'], words: ({ company }) => company },
  { label: '类型', fields: ['kind'], words: ({ kind }) => kind && jobKindNames[kind] },
  { label: '城市', fields: ['cities'], words: ({ cities }) => cities.join('、') },
  { label: '学历', fields: ['degree'], words: ({ degree }) => degree && degreeNames[degree] },
  { label: '专业', fields: ['majors'], words: ({ majors }) => majors.join('、') },
  {
    label: '薪资',
    fields: ['payIn', 'payMin', 'payMax', 'payMonths', 'payText'],
    words: ({ payIn, payMin, payMax, payMonths, payText }) => {
      if (payIn === 'text') return payText;
      const [min, max] = [payMin, payMax].map((sum) => (sum.trim() === '' ? null : Number(sum)));
      if (min == null && max == null) return '';
      const salary = { min: min ?? null, max: max ?? null, unit: payIn, months: null };
      const months = payMonths.trim();
      return payWords({ salary, salaryText: null }) + (months && months !== '12' ? `·${months}薪` : '');
    },
  },
  { label: '人数', fields: ['headcount'], words: ({ headcount }) => headcount },
  { label: '届别', fields: ['graduationYear'], words: ({ graduationYear }) => graduationYear },
  { label: '截止', fields: ['deadline'], words: ({ deadline }) => deadline?.replace('T', ' ') ?? '' },
  { label: '邮箱', fields: ['email'], words: ({ email }) => email },
  { label: '网址', fields: ['url'], words: ({ url }) => url },
  { label: '说明', fields: ['note'], words: ({ note }) => note },
  { label: '来源', fields: ['origin'], words: ({ origin }) => origin && jobOriginNames[origin] },
  { label: '来源名', fields: ['sourceName'], words: ({ sourceName }) => sourceName },
  { label: '原文', fields: ['sourceUrl'], words: ({ sourceUrl }) => sourceUrl },
  { label: '正文', fields: ['body'], words: ({ body }) => body },
];

export interface Difference {
  label: string;
  before: string;
  after: string;
  /** What the form takes over with it. */
  change: Partial<JobForm>;
}

/** Where a proposal says something else than the form; what it leaves out is no proposal. */
export function differences(form: JobForm, proposed: JobForm): Difference[] {
  return parts.flatMap(({ label, fields, words }) => {
    const [before, after] = [words(form).trim(), words(proposed).trim()];
    if (after === '' || after === before) return [];
    const picked = fields.map((field) => [field, { ...emptyJobForm, ...proposed }[field]]);
    return [{ label, before, after, change: Object.fromEntries(picked) as Partial<JobForm> }];
  });
}
