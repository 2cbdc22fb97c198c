import { type JobField, type JobValues, jobFieldNames, jobFields } from '@qihang/shared/jobs/fields';
import { degreeNames, jobKindNames, jobOriginNames, type SalaryUnit } from '@qihang/shared/jobs/vocabulary';
import { pick } from '@qihang/shared/pick';
import { changedFields, type Revised } from '../../../content/revised';
import { getJobRow } from '../store';
import { wordingOf } from '../wording';
import { rewriteJob } from './actions';

const unitNames = { month: '月', day: '天', hour: '小时', year: '年' } as const satisfies Record<
  SalaryUnit,
  string
>;

const line = (text: string | number | null) => String(text ?? '');
const listed = (texts: readonly string[]) => texts.join('、');

function payOf(salary: JobValues['salary']): string {
  if (salary === null) return '';
  const { min, max, unit, months } = salary;
  const sum = min === max ? line(min) : [line(min), line(max)].join('–');
  return `${sum} 元/${unitNames[unit]}${months ? `，一年 ${months} 个月` : ''}`;
}

const textOfField: { [F in JobField]: (value: JobValues[F]) => string } = {
  title: line,
  company: line,
  kind: (kind) => jobKindNames[kind] ?? '',
  cities: listed,
  degree: (degree) => (degree === null ? '' : degreeNames[degree]),
  degreeText: line,
  majors: listed,
  salary: payOf,
  salaryText: line,
  headcount: line,
  graduationYear: line,
  deadline: (deadline) => line(deadline).replace('T', ' '),
  recheckOn: line,
  body: line,
  apply: ({ url, email, note }) => [url, email, note].filter(Boolean).join('\n'),
  source: ({ origin, name, url }) => [jobOriginNames[origin], name, url].filter(Boolean).join('\n'),
};

const labels = Object.fromEntries(jobFieldNames.map((field) => [field, jobFields[field].label]));

/** Jobs version by version. */
export const revisedJobs: Revised = {
  async current(db, read, id) {
    const row = await getJobRow(db, read, id);
    return row && wordingOf(row);
  },
  labels,
  textOf(field, words) {
    const value = words[field];
    return value == null
      ? ''
      : ((textOfField as Record<string, (value: unknown) => string>)[field]?.(value) ?? '');
  },
  blocksOf: () => null,
  restore: (context, { id, version, words, ...by }) =>
    rewriteJob(context, {
      ...by,
      id,
      version,
      kind: 'restored',
      changeOf: (values) => pick(words as JobValues, changedFields(values, words) as JobField[]),
    }),
};
