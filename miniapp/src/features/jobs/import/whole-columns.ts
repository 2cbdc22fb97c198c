import { type ImportField, importFieldNames, importFields } from '@qihang/shared/jobs/import/columns';
import { type Destination, type ImportWork, type TableRow, withText } from './rows';

/** An empty cell and the text that it takes from the nearest row above that has one. */
export interface Gap {
  line: number;
  text: string;
  /** The line it is taken from. */
  from: number;
}

/** The empty cells of a column that have a filled one above them. */
export function gapsOf(rows: readonly TableRow[], field: ImportField): Gap[] {
  const gaps: Gap[] = [];
  let above: { line: number; text: string } | undefined;
  for (const { line, texts } of rows) {
    const text = texts[field];
    if (text !== undefined) above = { line, text };
    else if (above) gaps.push({ line, text: above.text, from: above.line });
  }
  return gaps;
}

/** Columns in which some cells are empty below filled ones, with how many. */
export const fillable = (rows: readonly TableRow[]): { field: ImportField; count: number }[] =>
  importFields
    .map((field) => ({ field, count: gapsOf(rows, field).length }))
    .filter(({ count }) => count > 0);

export function filledDown(rows: readonly TableRow[], field: ImportField): TableRow[] {
  const texts = new Map(gapsOf(rows, field).map(({ line, text }) => [line, text]));
  return rows.map((row) => {
    const text = texts.get(row.line);
    return text === undefined ? row : withText(row, field, text);
  });
}

/** Where a list is from, for rows that do not say it themselves; for all of them with `over`. */
export function withSource(
  rows: readonly TableRow[],
  { source, origin }: { source: string; origin: string },
  over: boolean,
): TableRow[] {
  return rows.map((row) => {
    if (!over && row.texts.source !== undefined) return row;
    const named = withText(row, 'source', source);
    return origin === '' ? named : withText(named, 'origin', origin);
  });
}

export const withoutSource = (rows: readonly TableRow[]): number =>
  rows.filter(({ texts }) => texts.source === undefined).length;

/** A column of the file that no field is known for. */
export interface ExtraColumn {
  column: string;
  /** Rows that hold something in it. */
  count: number;
  example: string;
  destination: Destination;
}

const extraOf = ({ checked }: TableRow, column: string) =>
  (checked.extra ?? []).find((one) => one.column === column);

export function extraColumns({ rows, assigned }: Pick<ImportWork, 'rows' | 'assigned'>): ExtraColumn[] {
  const found = new Map<string, ExtraColumn>();
  for (const { checked } of rows) {
    for (const { column, text, kept } of checked.extra ?? []) {
      const known = found.get(column);
      if (known) known.count += 1;
      else {
        const destination = assigned[column] ?? (kept ? 'body' : 'nowhere');
        found.set(column, { column, count: 1, example: text, destination });
      }
    }
  }
  return [...found.values()];
}

const lineOf = (column: string, text: string) => `${column}：${text}`;

/** Takes a text out of where it went. */
function withdrawn(row: TableRow, column: string, text: string, from: Destination): TableRow {
  if (from === 'nowhere') return row;
  const body = (row.texts.body ?? '').split('\n');
  const at = body.indexOf(lineOf(column, text).split('\n')[0] ?? '');
  if (at >= 0) {
    body.splice(at, text.split('\n').length);
    return withText(row, 'body', body.join('\n'));
  }
  return row.texts[from] === text ? withText(row, from, '') : row;
}

/** Puts a text into a field; where that is written already, into the body with the name of its column: nothing is lost. */
function put(row: TableRow, column: string, text: string, to: Destination): TableRow {
  if (to === 'nowhere') return row;
  if (to !== 'body' && row.texts[to] === undefined) return withText(row, to, text);
  return withText(row, 'body', [row.texts.body, lineOf(column, text)].filter(Boolean).join('\n'));
}

/** Sends a whole column to a field, the body or nowhere, wherever it was before. */
export function assigned(work: ImportWork, column: string, to: Destination): ImportWork {
  const from = extraColumns(work).find((one) => one.column === column)?.destination;
  if (from === undefined || from === to) return work;
  const rows = work.rows.map((row) => {
    const extra = extraOf(row, column);
    return extra ? put(withdrawn(row, column, extra.text, from), column, extra.text, to) : row;
  });
  return { ...work, rows, assigned: { ...work.assigned, [column]: to } };
}

export const destinationWords = (to: Destination): string =>
  to === 'nowhere' ? '不导入' : to === 'body' ? '放进正文' : importFieldNames[to];
