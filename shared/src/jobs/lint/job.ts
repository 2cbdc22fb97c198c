import { longestRead } from '../paste/document';
import { readKind } from '../text/kind';
import { type JobKind, jobKinds } from '../vocabulary';

/** What the self-check looks at. Texts are empty, lists are empty and the rest is null where nothing is given. */
export interface LintJob {
  title: string;
  company: string;
  kind: JobKind | null;
  cities: string[];
  degree: string | null;
  majors: string[];
  /** Whether the pay field says anything, 面议 included. */
  hasPay: boolean;
  pay: { min: number | null; max: number | null } | null;
  headcount: number | null;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
  deadline: string | null;
  /** 长期, 招满即止, or a date for the re-check. */
  openEnded: boolean;
  body: string;
  email: string;
  url: string;
  origin: string | null;
  sourceName: string;
  sourceUrl: string;
}

/** More than any field of a job holds: what is longer is wrong, and reading its beginning says so. */
const longestLine = 2_000;
const longestList = 200;

type Fields = Record<string, unknown>;

function text(...values: unknown[]): string {
  for (const value of values) {
    if (typeof value === 'string' && value.trim() !== '') return value.slice(0, longestLine);
  }
  return '';
}

function list(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, longestList).flatMap((item: unknown) => text(item) || []);
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function amount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/**
 * Reads a job for the self-check, as the form and the API write it (`apply.email`, `source.name`, `salary`) or
 * in one flat row as in import files (`applyEmail`, `sourceName`, `salaryText`). Kinds are codes or Chinese names.
 * Anything of another type counts as not given; of a body longer than {@link longestRead} the beginning is read, and
 * likewise of other texts and lists.
 */
export function readLintJob(input: unknown): LintJob {
  const job = fields(input);
  const apply = fields(job.apply);
  const source = fields(job.source);
  const salary = fields(job.salary);
  const kind = text(job.kind);
  const pay = { min: amount(salary.min), max: amount(salary.max) };
  const priced = pay.min !== null || pay.max !== null;
  return {
    title: text(job.title),
    company: text(job.company),
    kind: (jobKinds as readonly string[]).includes(kind) ? (kind as JobKind) : readKind(kind),
    cities: list(job.cities),
    degree: text(job.degree) || null,
    majors: list(job.majors),
    hasPay: priced || job.salaryNegotiable === true || text(job.salaryText, job.salary) !== '',
    pay: priced ? pay : null,
    headcount: amount(job.headcount),
    deadline: text(job.deadline) || null,
    openEnded: job.openEnded === true || text(job.recheckOn) !== '',
    body: typeof job.body === 'string' ? job.body.slice(0, longestRead) : '',
    email: text(apply.email, job.applyEmail),
    url: text(apply.url, job.applyUrl),
    origin: text(source.origin, job.origin) || null,
    sourceName: text(source.name, job.sourceName),
    sourceUrl: text(source.url, job.sourceUrl),
  };
}
