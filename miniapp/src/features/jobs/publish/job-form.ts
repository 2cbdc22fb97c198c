import { readTyped } from '@qihang/shared/contract/fields';
import type { Job } from '@qihang/shared/jobs/contract';
import type { JobUnfinished } from '@qihang/shared/jobs/field-schemas';
import { type FormField, formFields, type JobValues, jobFieldNames } from '@qihang/shared/jobs/fields';
import type { Degree, JobKind, JobOrigin, SalaryUnit } from '@qihang/shared/jobs/vocabulary';
import { pick } from '@qihang/shared/pick';
import { deadlineInstant } from '@qihang/shared/time/shanghai';

/** What the form holds: text as it is typed, so that half-typed numbers are not lost. */
export interface JobForm {
  title: string;
  company: string;
  kind: JobKind | '';
  cities: string[];
  degree: Degree | '';
  majors: string[];
  /** `text` stands for words instead of numbers: 面议. */
  payIn: SalaryUnit | 'text';
  payMin: string;
  payMax: string;
  payMonths: string;
  payText: string;
  headcount: string;
  graduationYear: string;
  deadline: string | null;
  recheckOn: string | null;
  email: string;
  url: string;
  note: string;
  origin: JobOrigin | '';
  sourceName: string;
  sourceUrl: string;
  body: string;
}

export const emptyJobForm: JobForm = {
  title: '',
  company: '',
  kind: '',
  cities: [],
  degree: '',
  majors: [],
  payIn: 'month',
  payMin: '',
  payMax: '',
  payMonths: '',
  payText: '',
  headcount: '',
  graduationYear: '',
  deadline: null,
  recheckOn: null,
  email: '',
  url: '',
  note: '',
  origin: '',
  sourceName: '',
  sourceUrl: '',
  body: '',
};

const text = (value: string | number | null) => (value === null ? '' : String(value));

/** A job in the form: what was typed last, where it is not whole yet. */
export const formOfJob = (job: Job): JobForm => formOfWords(job.unfinished ?? pick(job, jobFieldNames));

/** The same of words that may be unfinished. */
export function formOfWords(words: JobUnfinished): JobForm {
  const { salary = null, salaryText = null, apply = {}, source = {} } = words;
  return {
    title: words.title ?? '',
    company: words.company ?? '',
    kind: words.kind ?? '',
    cities: words.cities ?? [],
    degree: words.degree ?? '',
    majors: words.majors ?? [],
    payIn: salary?.unit ?? (salaryText === null ? 'month' : 'text'),
    payMin: text(salary?.min ?? null),
    payMax: text(salary?.max ?? null),
    payMonths: text(salary?.months ?? null),
    payText: text(salaryText),
    headcount: text(words.headcount ?? null),
    graduationYear: text(words.graduationYear ?? null),
    deadline: words.deadline ?? null,
    recheckOn: words.recheckOn ?? null,
    email: text(apply.email ?? null),
    url: text(apply.url ?? null),
    note: text(apply.note ?? null),
    origin: source.origin ?? '',
    sourceName: text(source.name ?? null),
    sourceUrl: text(source.url ?? null),
    body: words.body ?? '',
  };
}

const words = (value: string) => value.trim() || null;
const chosen = <T extends string>(value: T | '') => (value === '' ? undefined : value);

/** The draft as the server takes it; not yet checked. */
export function draftOf(form: JobForm) {
  const [min, max] = [readTyped(form.payMin), readTyped(form.payMax)];
  return {
    title: form.title,
    company: form.company,
    kind: chosen(form.kind),
    cities: form.cities,
    degree: form.degree || null,
    majors: form.majors,
    salary:
      form.payIn !== 'text' && (min !== null || max !== null)
        ? { min, max, unit: form.payIn, months: readTyped(form.payMonths) }
        : null,
    salaryText: form.payIn === 'text' ? words(form.payText) : null,
    headcount: readTyped(form.headcount),
    graduationYear: readTyped(form.graduationYear),
    deadline: form.deadline,
    recheckOn: form.deadline === null ? form.recheckOn : null,
    apply: { email: words(form.email), url: words(form.url), note: words(form.note) },
    source: { origin: chosen(form.origin), name: words(form.sourceName), url: words(form.sourceUrl) },
    body: form.body,
  } satisfies Record<FormField, unknown>;
}

/** What is typed, whole or not, to be kept until it is sent. */
export function wordsOf(form: JobForm): JobUnfinished {
  const { kind = null, source, ...typed } = draftOf(form);
  return { ...typed, kind, source: { ...source, origin: source.origin ?? null } };
}

/** What is typed as one text, for the clipboard. */
export const textOfForm = (form: JobForm): string =>
  [form.title, form.company, form.body, form.email, form.url, form.note].filter(Boolean).join('\n');

/**
 * The fields of a checked draft to which the form gives another value than the job has. The job keeps what the form does not
 * show or cannot hold.
 */
export function changesOf(form: JobForm, draft: JobValues, job: Job): Partial<JobValues> {
  const [written, before] = [draftOf(form), draftOf(formOfJob(job))];
  const changed = formFields.filter(
    (field) => JSON.stringify(written[field]) !== JSON.stringify(before[field]),
  );
  return pick(draft, changed);
}

const safeNumber = (value: string) => {
  const read = readTyped(value);
  return read !== null && Number.isFinite(read) ? read : null;
};

/** The job readers would see: what is in the form so far, and of an edited job what the form does not show. */
export function previewOf(form: JobForm, board: string, poster: string, now: Date, existing?: Job): Job {
  const draft = draftOf(form);
  const [min, max] = [safeNumber(form.payMin), safeNumber(form.payMax)];
  const deadlineAt = form.deadline === null ? null : new Date(deadlineInstant(form.deadline));
  return {
    ...draft,
    schedule: null,
    returned: null,
    takenDown: null,
    review: null,
    seen: { now: false, why: '' },
    unfinished: null,
    id: 'preview',
    board,
    title: form.title || '岗位名称',
    company: form.company || '单位名称',
    kind: form.kind || 'campus',
    degreeText: existing?.degreeText ?? null,
    salary:
      form.payIn === 'text' || (min === null && max === null)
        ? null
        : { min, max, unit: form.payIn, months: safeNumber(form.payMonths) },
    headcount: safeNumber(form.headcount),
    graduationYear: safeNumber(form.graduationYear),
    degree: form.degree || null,
    deadlineAt: deadlineAt?.toISOString() ?? null,
    source: { ...draft.source, origin: form.origin || 'college' },
    state: deadlineAt !== null && deadlineAt <= now ? 'closed' : 'open',
    publishedAt: now.toISOString(),
    verifiedAt: now.toISOString(),
    verifiedBy: poster,
    postedBy: poster,
    life: 'published',
    hidden: false,
    hiddenReason: null,
    updatedAt: now.toISOString(),
    edited: null,
    version: 0,
    closedReports: 0,
    match: null,
    lintOverride: null,
    viewer: { can: [], saved: null, reportedClosed: false },
  };
}
