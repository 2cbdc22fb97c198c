import { type JobUnfinished, jobFieldSchemas } from '@qihang/shared/jobs/field-schemas';
import { jobFieldNames } from '@qihang/shared/jobs/fields';
import { wholeFields } from '../../content/unfinished';
import { toFields } from './columns';
import { columnsOf } from './draft-row';
import type { JobRow } from './row';

/** Everything that is typed of a job. */
type Typed = Required<JobUnfinished>;

export const nothingTyped: Typed = {
  title: '',
  company: '',
  kind: null,
  cities: [],
  degree: null,
  degreeText: null,
  majors: [],
  salary: null,
  salaryText: null,
  headcount: null,
  graduationYear: null,
  deadline: null,
  recheckOn: null,
  apply: { url: null, email: null, note: null },
  source: { origin: null, name: null, url: null },
  body: '',
};

/** What is typed of a job, to go on from: as it was last saved, else as its columns have it. */
export const typedIn = (
  row: Parameters<typeof toFields<(typeof jobFieldNames)[number]>>[0] & Pick<JobRow, 'unfinished'>,
): Typed => ({ ...toFields(row, jobFieldNames), ...row.unfinished });

/** The columns of a draft: what is typed, and as much of it as is whole already. */
export function draftColumns(typed: Typed, now: Date) {
  const values = wholeFields(jobFieldSchemas, typed, {
    title: typed.title.trim(),
    company: typed.company.trim(),
    // A row has a kind and an origin; what is typed says that none is chosen yet.
    kind: typed.kind ?? 'campus',
    cities: [],
    degree: null,
    degreeText: null,
    majors: [],
    salary: null,
    salaryText: null,
    headcount: null,
    graduationYear: null,
    deadline: null,
    recheckOn: null,
    apply: { url: null, email: null, note: null },
    source: { origin: typed.source.origin ?? 'college', name: null, url: null },
    body: typed.body,
  });
  return { ...columnsOf(values, now), unfinished: typed };
}
