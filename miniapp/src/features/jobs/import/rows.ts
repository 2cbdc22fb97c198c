import type { Sheet } from '@qihang/shared/contract/sheet';
import { type ImportField, type ImportTexts, importFields } from '@qihang/shared/jobs/import/columns';
import type { CheckedRow, ImportedRow, ImportProblem } from '@qihang/shared/jobs/import/contract';

/** A row on the page. */
export interface TableRow {
  line: number;
  texts: ImportTexts;
  /** What the server said last. */
  checked: CheckedRow;
  /** The texts have changed since. */
  stale: boolean;
  /** The person's own word on whether it goes in; null leaves that to the check. */
  ticked: boolean | null;
}

/** A row that stands on the board now. */
export interface DoneRow {
  line: number;
  title: string;
  company: string;
  /** It came in before. */
  known: boolean;
  jobId: string | null;
  /** What a person looks at first; absent in work that an earlier version kept. */
  held?: readonly string[];
}

/** A file being worked on. */
export interface ImportWork {
  fileName: string;
  sheets: Sheet[];
  /** Why the chosen sheet could not be read, where another one may be. */
  problem: string | null;
  /** What the file holds besides rows, said once. */
  said: string[];
  /** Where columns without a known heading went; one that is not here is still where the file left it. */
  assigned: Record<string, Destination>;
  rows: TableRow[];
  done: DoneRow[];
}

/** Where a column that no field is known for goes: into a field, or nowhere. */
export type Destination = ImportField | 'nowhere';

export const nothingImported: ImportWork = {
  fileName: '',
  sheets: [],
  problem: null,
  said: [],
  assigned: {},
  rows: [],
  done: [],
};

export const rowOf = (checked: CheckedRow): TableRow => ({
  line: checked.line,
  texts: checked.texts,
  checked,
  stale: false,
  ticked: null,
});

export const canGoIn = ({ checked }: TableRow) => checked.status === 'ready';

/** A row goes in unless somebody says no; one that looks like a job on the board only when somebody says yes. */
export const isTicked = (row: TableRow) => canGoIn(row) && (row.ticked ?? row.checked.similar.length === 0);

/** What is said of one cell, the weightiest first, as the server sends it. */
export const problemsOfCell = ({ checked }: TableRow, field: ImportField): ImportProblem[] =>
  checked.problems.filter((problem) => problem.field === field);

export const hasWarnings = ({ checked }: TableRow) =>
  checked.problems.some(({ severity }) => severity === 'warn');

/** The columns of a row that somebody should look at. */
export const wrongFields = ({ checked }: TableRow): ImportField[] =>
  importFields.filter((field) =>
    checked.problems.some((problem) => problem.field === field && problem.severity !== 'note'),
  );

/** Rows that stay out until they are put right. */
export const mustFix = ({ checked }: TableRow) => checked.status === 'refused';

/** Rows that may go in, or are there already, and that the lead should look at. */
export const worthALook = (row: TableRow) =>
  !mustFix(row) &&
  (row.stale ||
    !canGoIn(row) ||
    row.checked.similar.length > 0 ||
    row.checked.problems.some(({ severity }) => severity !== 'note'));

export const groups = { fix: '要改', look: '请核对', all: '全部' } as const;
export type Group = keyof typeof groups;

export const inGroup = (group: Group) =>
  ({ fix: mustFix, look: worthALook, all: () => true })[group] as (row: TableRow) => boolean;

/** The group to begin with: what is wrong comes first. */
export const firstGroup = (rows: readonly TableRow[]): Group =>
  rows.some(mustFix) ? 'fix' : rows.some(worthALook) ? 'look' : 'all';

const always: readonly ImportField[] = [
  'title',
  'company',
  'kind',
  'cities',
  'degree',
  'majors',
  'salary',
  'headcount',
  'deadline',
  'body',
];

/** The columns to show: the usual ones, and what the file or a message brings. */
export function columnsOf(rows: readonly TableRow[]): ImportField[] {
  const used = new Set<ImportField | null>(always);
  for (const { texts, checked } of rows) {
    for (const field of importFields) if (texts[field] !== undefined) used.add(field);
    for (const { field } of checked.problems) used.add(field);
  }
  return importFields.filter((field) => used.has(field));
}

/** One cell changed; a blank one is none. */
export function withText(row: TableRow, field: ImportField, text: string): TableRow {
  const { [field]: _, ...others } = row.texts;
  const texts = text.trim() === '' ? others : { ...others, [field]: text.trim() };
  return { ...row, texts, stale: true };
}

/** Rows with what the server says of them, where they have not been changed meanwhile. */
export function withChecks(
  rows: readonly TableRow[],
  sent: readonly TableRow[],
  checks: readonly CheckedRow[],
): TableRow[] {
  const asSent = new Map(sent.map((row) => [row.line, row.texts]));
  const byLine = new Map(checks.map((check) => [check.line, check]));
  return rows.map((row) => {
    const checked = byLine.get(row.line);
    return checked && asSent.get(row.line) === row.texts ? { ...row, checked, stale: false } : row;
  });
}

/** The work after rows were sent: those on the board leave the table, the others keep their reasons. */
export function withResults(work: ImportWork, results: readonly ImportedRow[]): ImportWork {
  const byLine = new Map(results.map((result) => [result.line, result]));
  const done: DoneRow[] = [];
  const rows = work.rows.flatMap((row) => {
    const result = byLine.get(row.line);
    if (!result) return [row];
    const { title = '', company = '' } = row.texts;
    const { status, problems, jobId, held } = result;
    if (status === 'imported' || status === 'known') {
      done.push({ line: row.line, title, company, known: status === 'known', jobId, held });
      return [];
    }
    // Warnings without a reason keep a row out for now; it needs no fixing.
    const onlyWarned = !problems.some(({ severity }) => severity === 'error');
    const checked: CheckedRow = {
      ...row.checked,
      problems,
      status: status === 'refused' && onlyWarned ? 'ready' : status,
    };
    return [{ ...row, ticked: null, checked }];
  });
  return { ...work, rows, done: [...work.done, ...done] };
}

/** Lines that name the same employer and title as one above, by the line of the first. */
export function namesakes(rows: readonly TableRow[]): Map<number, number> {
  const firsts = new Map<string, number>();
  const found = new Map<number, number>();
  for (const { line, texts } of rows) {
    if (!texts.title || !texts.company) continue;
    const key = `${texts.company}\n${texts.title}`.replace(/[^\S\n]/g, '').toLowerCase();
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, line);
    else found.set(line, first);
  }
  return found;
}
