import { headerWithin } from './bounds';
import { UnreadableFileError } from './input';
import type { Cells, TableRecord } from './record';
import type { TableColumns } from './table';

export interface Header {
  /** Names of the columns, from 0; '' where there is no heading. */
  names: string[];
  /** Of each column the one that it is a part of: a heading merged over several columns is one column. */
  ownerOf: number[];
  /** Index of the record of its last row. */
  last: number;
}

export const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';

export const isEmpty = (cells: readonly string[]) => cells.every(isBlank);

/** Letters of a column, as spreadsheets show them: 0 is A. */
export const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26);

const at = (cells: readonly string[], column: number) => (cells[column] ?? '').trim();

// A note above the table (填报单位：…) is longer, or has a colon.
const maxGroup = 15;

/** Whether a row may head groups of columns: several short words, not one title. */
function headsGroups({ cells }: Cells): boolean {
  const words = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  return words.size > 1 && [...words].every((word) => word.length <= maxGroup && !/[:：]/.test(word));
}

const spanAt = ({ spans = [] }: Cells, column: number) =>
  spans.find(([from, to]) => from <= column && column <= to);

/** Headings of groups reach to the next one, also where their cells are not merged. */
function spread({ cells }: Cells, width: number): string[] {
  const texts: string[] = [];
  for (let column = 0; column < width; column += 1) {
    texts.push(at(cells, column) || (texts[column - 1] ?? ''));
  }
  return texts;
}

const over = (upper: readonly string[], lower: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => at(lower, column) || at(upper, column));

/**
 * Whether a row is one more row of headings: below headings of one column it says nothing new, and below a group it names
 * columns. A row of data has a value of its own below each required heading.
 */
function isLowerLevel(upper: Cells, row: Cells, columns: TableColumns): boolean {
  const width = Math.max(upper.cells.length, row.cells.length);
  let named = 0;
  for (let column = 0; column < width; column += 1) {
    const text = at(row.cells, column);
    if (text === '' || text === at(upper.cells, column)) continue;
    const group = spanAt(upper, column) !== undefined || at(upper.cells, column) === '';
    const isGroupStart = at(upper.cells, column + 1) === '' && at(row.cells, column + 1) !== '';
    if (!group && !isGroupStart) return false;
    if (columns.isKnown(text)) named += 1;
  }
  return named > 0 && columns.isHeader(over(upper.cells, row.cells, width));
}

function nameColumns(levels: readonly Cells[], columns: TableColumns): Pick<Header, 'names' | 'ownerOf'> {
  const width = Math.max(...levels.map(({ cells }) => cells.length));
  const lowest = levels[levels.length - 1] as Cells;
  const upper = levels.slice(0, -1).map((level) => spread(level, width));
  const names: string[] = [];
  const ownerOf: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const texts = [...levels.map(({ cells }) => at(cells, column))].filter(Boolean);
    const lower = texts[texts.length - 1] ?? '';
    const group = upper
      .map((level) => level[column] ?? '')
      .filter((word) => word !== '' && word !== lower)
      .pop();
    names.push(
      lower === '' || group === undefined || columns.isKnown(lower) ? lower : `${group}（${lower}）`,
    );
    const from = spanAt(lowest, column)?.[0] ?? column;
    // Columns below one heading are one, unless a level gives them names of their own.
    ownerOf.push(from < column && at(lowest.cells, from) === at(lowest.cells, column) ? from : column);
  }
  return { names, ownerOf };
}

/**
 * Finds the header among the leading records: one row, or several where headings of groups stand above those of columns.
 * @throws UnreadableFileError when there is none
 */
export function findHeader(records: readonly TableRecord[], columns: TableColumns): Header {
  const above: string[] = [];
  let previous: Cells | undefined;
  for (const [i, record] of records.entries()) {
    if (above.length >= headerWithin) break;
    if (!('cells' in record)) {
      if ('problem' in record) above.push(record.problem);
      previous = undefined;
      continue;
    }
    if (isEmpty(record.cells)) continue;
    const candidate = previous && headsGroups(previous) ? previous : undefined;
    const isWhole = columns.isHeader(record.cells);
    // Above a row that is a header by itself, words that are not merged over its columns are a title.
    const groups = isWhole && !candidate?.spans ? undefined : candidate;
    const width = Math.max(record.cells.length, groups?.cells.length ?? 0);
    if (isWhole || (groups && columns.isHeader(over(groups.cells, record.cells, width)))) {
      const levels = [...(groups ? [groups] : []), record];
      let last = i;
      for (;;) {
        const next = records[last + 1];
        const lowest = levels[levels.length - 1] as Cells;
        if (!next || !('cells' in next) || isEmpty(next.cells) || !isLowerLevel(lowest, next, columns)) break;
        levels.push(next);
        last += 1;
      }
      return { ...nameColumns(levels, columns), last };
    }
    above.push(record.cells.filter((cell) => cell.trim() !== '').join('、'));
    previous = record;
  }
  if (above.length === 0) throw new UnreadableFileError('文件是空的');
  const seen = (above[0] ?? '').slice(0, 60);
  throw new UnreadableFileError(
    `没有找到表头：前 ${headerWithin} 行里要有一行同时写着${columns.required}（读到的第一行是“${seen}”）`,
  );
}
