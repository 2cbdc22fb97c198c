import type { JobDraft } from './field-schemas';
import type { ImportField } from './import/columns';

/** What a job says. Its board is where it is published; an edit never moves it. */
export type JobValues = Omit<JobDraft, 'board'>;
export type JobField = keyof JobValues;

type PartOf<F extends JobField> =
  NonNullable<JobValues[F]> extends readonly unknown[] | string | number
    ? never
    : keyof NonNullable<JobValues[F]> & string;

/** A field or a part of one, as errors and findings name it: `headcount`, `apply.email`. */
export type JobPath = { [F in JobField]: F | `${F}.${PartOf<F>}` }[JobField];

/** How one field of a job is treated everywhere. */
export interface FieldSpec<F extends JobField> {
  /** Its name on screens. */
  label: string;
  /** `list`: in every answer about a job; `detail`: only where the whole job is asked for. */
  shown: 'list' | 'detail';
  /** The form has a control for it. An edit leaves a field without one as it is. */
  form: boolean;
  /** What the audit log keeps of a change: both values, or only its name. Texts and contacts never: the log outlives them. */
  audited: 'value' | 'name';
  /** The column of a table of jobs that it is read from, or one for each part; null where an import does not bring it. */
  imported: ImportField | (Record<PartOf<F>, ImportField> & { whole: ImportField }) | null;
  /** A pasted announcement is read for it. */
  parsed: boolean;
  /** The text by which search finds a job; null for none. */
  searched: ((value: JobValues[F]) => string | null) | null;
}

const itself = (value: string | null) => value;
const spaced = (values: readonly string[]) => values.join(' ');

/** Every field of a job. The contract, the form, import, audit log, export and search are typed against it or derive from it. */
export const jobFields = {
  title: {
    label: '岗位',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'title',
    parsed: true,
    searched: itself,
  },
  company: {
    label: '单位',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'company',
    parsed: true,
    searched: itself,
  },
  kind: {
    label: '类型',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'kind',
    parsed: true,
    searched: null,
  },
  cities: {
    label: '城市',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'cities',
    parsed: true,
    searched: spaced,
  },
  degree: {
    label: '学历',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'degree',
    parsed: true,
    searched: null,
  },
  degreeText: {
    label: '学历说明',
    shown: 'list',
    form: false,
    audited: 'name',
    imported: 'degree',
    parsed: false,
    searched: itself,
  },
  majors: {
    label: '专业',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'majors',
    parsed: true,
    searched: spaced,
  },
  salary: {
    label: '薪资',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'salary',
    parsed: true,
    searched: null,
  },
  salaryText: {
    label: '薪资说明',
    shown: 'list',
    form: true,
    audited: 'name',
    imported: 'salary',
    parsed: false,
    searched: itself,
  },
  headcount: {
    label: '人数',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'headcount',
    parsed: true,
    searched: null,
  },
  graduationYear: {
    label: '届别',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'graduationYear',
    parsed: false,
    searched: null,
  },
  deadline: {
    label: '截止',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'deadline',
    parsed: true,
    searched: null,
  },
  recheckOn: {
    label: '复核',
    shown: 'list',
    form: true,
    audited: 'value',
    imported: 'deadline',
    parsed: false,
    searched: null,
  },
  body: {
    label: '正文',
    shown: 'detail',
    form: true,
    audited: 'name',
    imported: 'body',
    parsed: false,
    searched: itself,
  },
  apply: {
    label: '投递方式',
    shown: 'detail',
    form: true,
    audited: 'name',
    imported: { whole: 'applyNote', url: 'applyUrl', email: 'email', note: 'applyNote' },
    parsed: true,
    searched: null,
  },
  source: {
    label: '来源',
    shown: 'list',
    form: true,
    audited: 'name',
    imported: { whole: 'source', origin: 'origin', name: 'source', url: 'url' },
    parsed: true,
    searched: ({ name }) => name,
  },
} as const satisfies { [F in JobField]: FieldSpec<F> };

type Specs = typeof jobFields;
type FieldWith<K extends keyof FieldSpec<JobField>, V> = {
  [F in JobField]: Specs[F][K] extends V ? F : never;
}[JobField];

export const jobFieldNames = Object.keys(jobFields) as JobField[];

const fieldsWith = <K extends 'shown' | 'form' | 'audited' | 'parsed', const V>(key: K, value: V) =>
  jobFieldNames.filter((field) => jobFields[field][key] === value) as FieldWith<K, V>[];

export const listFields = fieldsWith('shown', 'list');
export type ListField = (typeof listFields)[number];
export const detailFields = fieldsWith('shown', 'detail');

export const formFields = fieldsWith('form', true);
export type FormField = (typeof formFields)[number];

export const auditedFields = fieldsWith('audited', 'value');

export const parsedFields = fieldsWith('parsed', true);
export type ParsedField = (typeof parsedFields)[number];

export type ImportedField = Exclude<JobField, FieldWith<'imported', null>>;

export type SearchedField = Exclude<JobField, FieldWith<'searched', null>>;
const isSearched = (field: JobField): field is SearchedField => jobFields[field].searched !== null;
export const searchedFields = jobFieldNames.filter(isSearched);

type FactField = Exclude<SearchedField, 'title' | 'body'>;
const isFact = (field: SearchedField): field is FactField => field !== 'title' && field !== 'body';
const factFields = searchedFields.filter(isFact);

const specs: { [F in JobField]: FieldSpec<F> } = jobFields;
const textOf = <F extends JobField>(field: F, job: Pick<JobValues, F>) => specs[field].searched?.(job[field]);

/** The texts by which search finds a job other than title and body, one for each field that has any. */
export const factsOf = (job: Pick<JobValues, FactField>): string[] =>
  factFields.flatMap((field) => textOf(field, job) || []);
