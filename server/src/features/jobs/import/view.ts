import type { ImportTexts } from '@qihang/shared/jobs/import/columns';
import type { CheckedRow, ImportedRow, ImportProblem } from '@qihang/shared/jobs/import/contract';
import type { Row } from './fields';
import { isUnread, noteKinds } from './findings';
import { columnOf } from './row';
import type { RowReport } from './summary';

/** Second columns of a field that holds one thing move into the body: a table on the page has each column once. */
function textsOf({ texts, others }: Row): ImportTexts {
  if (others.length === 0) return texts;
  const more = others.map(({ label, text }) => `${label}：${text}`);
  return { ...texts, body: [texts.body, ...more].filter(Boolean).join('\n') };
}

function problemsOf({ errors, notes, objections = [] }: RowReport): ImportProblem[] {
  const own = errors.filter(({ code }) => code !== 'lint-block' && code !== 'lint-warnings');
  return [
    ...own.map(({ field, text }) => ({ field, severity: 'error' as const, message: text })),
    ...objections.map(({ path, severity, message }) => ({
      field: columnOf(path),
      severity: severity === 'block' ? ('error' as const) : ('warn' as const),
      message,
    })),
    ...notes.map(({ code, field, text }) => ({
      field,
      severity: isUnread(code) ? ('unread' as const) : ('note' as const),
      // Next to its cell a text need not be quoted.
      message: field === null || code === 'file-doubt' ? text : noteKinds[code],
    })),
  ];
}

// Without a reason, which is given when the rows are sent, warnings keep a row out; the table only tells of them.
const isReady = ({ status, errors }: RowReport) =>
  status === 'imported' || (status === 'refused' && errors[0]?.code === 'lint-warnings');

export function viewChecked(report: RowReport, similar: CheckedRow['similar']): CheckedRow {
  const { line, row, status, firstLine, jobId, draft } = report;
  return {
    line,
    texts: row ? textsOf(row) : {},
    status: isReady(report) ? 'ready' : (status as Exclude<RowReport['status'], 'imported'>),
    firstLine: firstLine ?? null,
    jobId: jobId ?? null,
    problems: problemsOf(report),
    read: draft ?? null,
    similar,
    extra: row?.extra ?? [],
  };
}

export const viewImported = (report: RowReport): ImportedRow => ({
  line: report.line,
  status: report.status,
  jobId: report.jobId ?? null,
  problems: problemsOf(report),
  held: report.status === 'imported' ? [...(report.held ?? [])] : [],
});
