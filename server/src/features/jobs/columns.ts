import type { JobField, JobValues } from '@qihang/shared/jobs/fields';
import { pick } from '@qihang/shared/pick';
import type { JobTables } from './tables';

/** Fields that are kept part by part; every other field has the column of its name. */
const split = {
  apply: { url: 'applyUrl', email: 'applyEmail', note: 'applyNote' },
  source: { origin: 'origin', name: 'sourceName', url: 'sourceUrl' },
} as const satisfies { [F in JobField]?: Record<keyof JobValues[F], string> };

type Split = typeof split;
type SplitField = keyof Split;
type ColumnOf<F extends JobField> = F extends SplitField ? Split[F][keyof Split[F]] : F;

type Parts<F extends SplitField> = {
  [P in keyof JobValues[F] as P extends keyof Split[F] ? Split[F][P] & string : never]: JobValues[F][P];
};
/** The fields of a job as its row holds them. */
type FieldColumns = Omit<JobValues, SplitField> & Parts<'apply'> & Parts<'source'>;

const splitParts = new Map<string, [string, string][]>(
  Object.entries(split).map(([field, names]) => [field, Object.entries(names)]),
);
const namesOf = <F extends JobField>(fields: readonly F[]) =>
  fields.flatMap(
    (field) => splitParts.get(field)?.map(([, name]) => name) ?? [field],
  ) as (keyof Columns<F>)[];

type Columns<F extends JobField> = Pick<JobTables['jobs'], ColumnOf<F> & keyof JobTables['jobs']>;

/** The columns of these fields, to select. */
export const fieldColumns = <F extends JobField>({ jobs }: Pick<JobTables, 'jobs'>, fields: readonly F[]) =>
  pick(jobs, namesOf(fields)) as Columns<F>;

/** These fields of a row. */
export function toFields<F extends JobField>(
  row: Pick<FieldColumns, ColumnOf<F>>,
  fields: readonly F[],
): Pick<JobValues, F> {
  const columns: Record<string, unknown> = row;
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const parts = splitParts.get(field);
    values[field] = parts ? partsOf(columns, parts) : columns[field];
  }
  return values as Pick<JobValues, F>;
}

function partsOf(columns: Record<string, unknown>, names: readonly (readonly [string, string])[]) {
  const parts: Record<string, unknown> = {};
  for (const [part, name] of names) parts[part] = columns[name];
  return parts;
}

/** The columns that hold these values. */
export function toColumns(values: JobValues): FieldColumns {
  const { apply, source, ...whole } = values;
  return {
    ...whole,
    applyUrl: apply.url,
    applyEmail: apply.email,
    applyNote: apply.note,
    origin: source.origin,
    sourceName: source.name,
    sourceUrl: source.url,
  };
}
