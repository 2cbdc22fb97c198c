import { inTurns } from '../turns';
import { maxCell, maxRows, tooManyRows } from './bounds';
import { findHeader, type Header, isBlank, isEmpty, lettersOf } from './header';
import type { CellNote, FileRow, InputRow } from './input';
import type { Cells, Named, TableRecord } from './record';
import type { TableColumns } from './table';

export interface Table {
  rows: InputRow[];
  passedOver: { totals: number[]; headings: number[] };
  unnamedColumns: string[];
  hidden: { rows: number; columns: string[] };
}

interface Options {
  /** A sheet has its cells in their columns; in a text file one cell too many may be a forgotten quote. */
  isSheet: boolean;
  /** Columns that the sheet hides, from 0. */
  hiddenColumns?: readonly number[];
}

const total =
  /^(?:合计|总计|小计|共计|累计|总数|汇总|合计人数|总人数|招聘总数|总计人数)(?:[:：].*|[（(].*[）)])?$/;
const numeric = /^[-+]?[\d,，]*\.?\d*\s*[%人个名元]*$/;

const isTotal = (text: string) => total.test(text.replace(/\s/g, ''));

/** A row that adds others up: it says so in a cell, and has numbers and at most one other word of its own. */
function isTotalRow({ cells, carried = [] }: Cells): boolean {
  const own = cells.filter((text, column) => !isBlank(text) && !carried.includes(column));
  if (!own.some(isTotal)) return false;
  return new Set(own.filter((text) => !isTotal(text) && !numeric.test(text.trim()))).size <= 1;
}

// 一、国有企业  (二) 事业单位  注：以上岗位…
const section = /^(?:[（(]?[一二三四五六七八九十]+[)）、.．]|(?:注|备注|说明|填表说明)[:：])/;

/** A row that is a heading, a note or the header once more: one text over the table, or the names of the columns. */
function isHeadingRow({ cells, spans = [] }: Cells, { names }: Header, columns: TableColumns): boolean {
  const texts = cells.map((cell) => cell.trim());
  const words = new Set(texts.filter(Boolean));
  if (words.size === 1) {
    const [word = ''] = words;
    const first = texts.findIndex(Boolean);
    const width = names.filter(Boolean).length;
    const isSpread = spans.some(
      ([from, to]) => from === first && (to - from + 1) * 2 > width && to - from > 1,
    );
    return isSpread || (texts.filter(Boolean).length === 1 && section.test(word));
  }
  return columns.isHeader(texts) && texts.every((text, column) => text === '' || text === names[column]);
}

/** Rows of which everything was carried down are the lines that a merged cell is high. */
const isOnlyCarried = ({ cells, carried = [] }: Cells) =>
  cells.every((text, column) => isBlank(text) || carried.includes(column));

const scientific = /^\d(?:\.\d+)?E\+?\d{1,3}$/i;
// Spreadsheets keep 15 digits of a number; the rest of what they write is zeros.
const roundedDigits = /^\d{15}0+$/;

function noteOf(column: string, text: string): CellNote | undefined {
  if (text.length < 4 || text.length > 40) return undefined;
  const plain = text.trim();
  if (scientific.test(plain)) return { column, code: 'scientific', text: plain };
  if (plain.length > 15 && roundedDigits.test(plain)) return { column, code: 'long-number', text: plain };
  return undefined;
}

/** The first column of a table often numbers its rows without saying so. */
const isNumbering = (texts: readonly string[]) =>
  texts.length > 1 && texts.every((text, i) => Number(text) === Number(texts[0]) + i);

interface TableColumn {
  name: string;
  /** The physical columns that it is made of. */
  from: number[];
  isNamed: boolean;
}

/** The columns of a table in their order, each with the physical ones that it is made of. */
async function columnsOf(header: Header, records: readonly Cells[]): Promise<TableColumn[]> {
  const values = new Map<number, string[]>();
  for await (const { cells } of inTurns(records)) {
    for (const [column, text] of cells.entries()) {
      if (!isBlank(header.names[column]) || isBlank(text)) continue;
      const own = values.get(column) ?? [];
      own.push(text.trim());
      values.set(column, own);
    }
  }
  const width = Math.max(header.names.length, ...[...values.keys()].map((column) => column + 1));
  const columns: TableColumn[] = [];
  const byOwner = new Map<number, number[]>();
  for (let column = 0; column < width; column += 1) {
    const owner = header.ownerOf[column] ?? column;
    const shared = owner < column ? byOwner.get(owner) : undefined;
    if (shared) {
      shared.push(column);
      continue;
    }
    const name = header.names[column] ?? '';
    const texts = values.get(column);
    if (name === '' && texts === undefined) continue;
    const from = [column];
    byOwner.set(column, from);
    if (name !== '') columns.push({ name, from, isNamed: true });
    else if (isNumbering(texts ?? [])) columns.push({ name: '序号', from, isNamed: true });
    else columns.push({ name: `${lettersOf(column)} 列`, from, isNamed: false });
  }
  return columns;
}

function rowOf(record: Cells, columns: readonly TableColumn[]): FileRow {
  const { line, cells, links = [], notes = [], carried = [] } = record;
  const row: FileRow = {
    line,
    cells: columns.map(({ name, from }) => {
      if (from.length === 1) return [name, cells[from[0] as number] ?? ''] as const;
      const texts = new Set(from.map((column) => cells[column] ?? '').filter((text) => !isBlank(text)));
      return [name, [...texts].join('\n')] as const;
    }),
  };
  const nameOf = (column: number) => columns.find(({ from }) => from.includes(column))?.name;
  const found: CellNote[] = [];
  for (const [column, code, text] of notes) {
    const name = nameOf(column);
    if (name !== undefined) found.push({ column: name, code, text });
  }
  for (const [name, text] of row.cells) {
    const note = noteOf(name, text);
    if (note && !found.some((one) => one.column === name)) found.push(note);
  }
  if (found.length > 0) row.notes = found;
  if (links.length > 0) {
    row.links = links.flatMap(([column, url]) => {
      const name = nameOf(column);
      return name === undefined ? [] : [[name, url] as const];
    });
  }
  if (carried.length > 0) {
    row.carried = [...new Set(carried.map(nameOf))].filter((name) => name !== undefined);
  }
  return row;
}

function rowOfNamed({ line, named, objects }: Named, columns: TableColumns): InputRow {
  const wrong = objects.find((name) => columns.isKnown(name));
  if (wrong !== undefined) return { line, problem: `“${wrong}”的值应是文字，不是对象` };
  const long = named.find(([, text]) => text.length > maxCell);
  if (long) return { line, problem: `“${long[0]}”超过 ${maxCell} 个字` };
  const notes = named.flatMap(([name, text]) => noteOf(name, text) ?? []);
  return notes.length > 0 ? { line, cells: named, notes } : { line, cells: named };
}

/**
 * The rows of a table of texts under their columns.
 * @throws UnreadableFileError without a header, or with more rows than a file may have
 */
export async function tableOf(
  records: readonly TableRecord[],
  columns: TableColumns,
  { isSheet, hiddenColumns = [] }: Options,
): Promise<Table> {
  const header = findHeader(records, columns);
  const below = records.slice(header.last + 1);
  const ofCells = below.filter((record) => 'cells' in record);
  const named = await columnsOf(header, isSheet ? ofCells : []);
  const width = header.names.length;
  const table: Table = {
    rows: [],
    passedOver: { totals: [], headings: [] },
    unnamedColumns: named.filter(({ isNamed }) => !isNamed).map(({ name }) => name),
    hidden: {
      rows: 0,
      columns: named
        .filter(({ from }) => from.every((one) => hiddenColumns.includes(one)))
        .map(({ name }) => name),
    },
  };
  for await (const record of inTurns(below)) {
    if (!('cells' in record)) {
      if ('problem' in record) table.rows.push(record);
      continue;
    }
    // Trailing rows of a sheet are often formatted and empty.
    if (isEmpty(record.cells) || isOnlyCarried(record)) continue;
    const { line, cells } = record;
    if (!isSheet && !isEmpty(cells.slice(width))) {
      table.rows.push({ line, problem: `有 ${cells.length} 格，表头只有 ${width} 列，可能少了引号` });
    } else if (isTotalRow(record)) table.passedOver.totals.push(line);
    else if (isHeadingRow(record, header, columns)) table.passedOver.headings.push(line);
    else {
      if (record.hidden) table.hidden.rows += 1;
      table.rows.push(rowOf(record, named));
    }
    if (table.rows.length > maxRows) throw tooManyRows();
  }
  return table;
}

/** The rows of a file in which each names its columns itself. */
export async function rowsOfNamed(records: readonly TableRecord[], columns: TableColumns): Promise<Table> {
  const rows: InputRow[] = [];
  for await (const record of inTurns(records)) {
    if ('named' in record) rows.push(rowOfNamed(record, columns));
    else if ('problem' in record) rows.push(record);
    if (rows.length > maxRows) throw tooManyRows();
  }
  return {
    rows,
    passedOver: { totals: [], headings: [] },
    unnamedColumns: [],
    hidden: { rows: 0, columns: [] },
  };
}
