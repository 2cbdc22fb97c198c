import type { TextSpan } from '../../text/link';
import { classifyLabel, type LabelField } from './labels';
import type { Line } from './lines';

export interface Cell extends TextSpan {
  text: string;
}

export interface Row extends TextSpan {
  cells: Cell[];
}

export interface Table {
  /** Field of each column; null where the head says nothing we know. */
  columns: (LabelField | null)[];
  rows: Row[];
}

function cellsOf(line: Line, text: string): Cell[] | null {
  const source = text.slice(line.start, line.end);
  const mark = source.includes('\t')
    ? '\t'
    : source.split('|').length >= 3
      ? '|'
      : / {2,}/.test(source)
        ? '  '
        : null;
  if (mark === null) return null;
  const cells: Cell[] = [];
  let offset = line.start;
  for (const part of mark === '  ' ? source.split(/( {2,})/) : source.split(mark)) {
    const blank = mark === '  ' && /^ {2,}$/.test(part);
    if (!blank) {
      const lead = part.search(/\S|$/);
      cells.push({ text: part.trim(), start: offset + lead, end: offset + lead + part.trim().length });
    }
    offset += part.length + (mark === '  ' ? 0 : 1);
  }
  const framed =
    mark === '|' ? cells.filter((cell, i) => cell.text !== '' || (i > 0 && i < cells.length - 1)) : cells;
  return framed.length >= 2 ? framed : null;
}

const headWord: readonly (readonly [LabelField, RegExp])[] = [
  ['title', /岗位|职位|职务|岗$|学科/],
  ['headcount', /人数|数量|名额|计划/],
  ['place', /地点|城市|地区|base/i],
  ['pay', /薪|待遇|工资|月收入|补贴/],
];

/** A table pasted as text: a head row of at least three cells that names a post column, and the rows below. */
export function toTable(text: string, lines: Line[]): Table | null {
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    // The head's first cell may be 序号, which a decoration pattern never eats.
    const head = line ? cellsOf(line, text) : null;
    if (!head || head.length < 3 || head.some((cell) => cell.text.length > 10)) continue;
    const columns = head.map((cell) => {
      const known = headWord.find(
        ([, words]) => words.test(cell.text) && !/职责|要求|描述|编号|代码/.test(cell.text),
      );
      return known ? known[0] : classifyLabel(cell.text);
    });
    if (!columns.includes('title') || columns.filter((column) => column !== null).length < 2) continue;
    const rows: Row[] = [];
    for (const row of lines.slice(i + 1)) {
      const lineStart = text.lastIndexOf('\n', row.start - 1) + 1;
      const cells = cellsOf({ ...row, start: lineStart }, text);
      if (cells === null || cells.length < Math.min(3, columns.length)) {
        if (rows.length > 0) break;
        continue;
      }
      if (cells.every((cell) => /^[-: ]*$/.test(cell.text))) continue;
      rows.push({ start: row.start, end: row.end, cells });
    }
    if (rows.length > 0) return { columns, rows };
  }
  return null;
}
