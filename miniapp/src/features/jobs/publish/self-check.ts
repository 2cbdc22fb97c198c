import { check } from '@qihang/shared/contract/messages';
import type { LintOverride } from '@qihang/shared/jobs/contract';
import { type JobDraft, jobDraft } from '@qihang/shared/jobs/field-schemas';
import type { JobPath } from '@qihang/shared/jobs/fields';
import type { Finding } from '@qihang/shared/jobs/lint/finding';
import { lintJob } from '@qihang/shared/jobs/lint/lint';
import type { OwnCities } from '@qihang/shared/jobs/text/city';
import { problemsByField } from '@/platform/problems';
import { draftOf, type JobForm } from './job-form';

export interface SelfCheck {
  /** What must be put right, by field. */
  problems: Record<string, string>;
  /** What needs a reason to stay, by field. */
  warnings: Record<string, string>;
  /** How many fields keep it from being published. */
  wrong: number;
  /** Rules that warn and for which no reason was given before. */
  unexplained: string[];
  /** The passage of the text to which a rule objects. */
  cut: { start: number; end: number } | null;
  /** The draft to send; null while it is wrong. */
  draft: JobDraft | null;
}

const said = (findings: Finding[]) =>
  problemsByField(findings.map(({ path, message }) => ({ path, message })));

/** Checks a form as the server will: its shape, then the rules of publishing. `today` is a day in Asia/Shanghai. */
export function selfCheck(
  form: JobForm,
  today: string,
  given: LintOverride | null,
  ownCities: OwnCities = [],
): SelfCheck {
  const draft = draftOf(form);
  const checked = check(jobDraft, draft);
  const findings = lintJob(draft, today, ownCities);
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  const problems = { ...said(blocks), ...(checked.ok ? {} : problemsByField(checked.errors)) };
  const passage = blocks.find(({ path, span }) => path === 'body' && span !== null);
  return {
    problems,
    warnings: said(warnings),
    wrong: Object.keys(problems).filter((path) => !path.includes('.')).length,
    unexplained: [...new Set(warnings.map(({ rule }) => rule))].filter(
      (rule) => !given?.rules.includes(rule),
    ),
    cut: passage?.span ?? null,
    draft: checked.ok && blocks.length === 0 ? checked.value : null,
  };
}

/** Only what is wrong although it is written: an empty form is not told off before anybody tries to send it. */
export const writtenOnly = (messages: Record<string, string>, form: JobForm): Record<string, string> =>
  Object.fromEntries(Object.entries(messages).filter(([path]) => isWritten(form, path)));

function isWritten(form: JobForm, path: string): boolean {
  const field = fieldOf[path] ?? path;
  const value = form[field as keyof JobForm];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== null;
}

/** Where the form calls a field by another name. */
const fieldOf: Readonly<Record<string, keyof JobForm>> = {
  'apply.email': 'email',
  'apply.url': 'url',
  'apply.note': 'note',
  'source.origin': 'origin',
  'source.name': 'sourceName',
  'source.url': 'sourceUrl',
  salary: 'payMin',
  'salary.min': 'payMin',
  'salary.max': 'payMax',
  'salary.months': 'payMonths',
  salaryText: 'payText',
} satisfies Partial<Record<JobPath, keyof JobForm>>;

/** The text without a passage, and without the comma that it leaves behind. */
export function withoutPassage(text: string, { start, end }: { start: number; end: number }): string {
  const after = text.slice(end);
  return (
    text.slice(0, start) +
    (/[，,、；;]\s*$/.test(text.slice(0, start)) ? after.replace(/^[，,、；;]/, '') : after)
  );
}
