import type { BrokenRow, InputRow } from './input';
import { linesOf } from './lines';
import type { FileSource } from './source';
import type { TableColumns } from './table';

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (Array.isArray(value))
    return value.every(isScalar) ? value.filter((one) => one !== null).join('、') : undefined;
  return isScalar(value) ? String(value) : undefined;
}

function rowOf(line: number, text: string, columns: TableColumns): InputRow {
  const broken = (problem: string): BrokenRow => ({ line, problem });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken('不是完整的 JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken('不是 JSON 对象');
  const cells: [string, string][] = [];
  for (const [column, one] of Object.entries(value)) {
    const cell = textOf(one);
    if (cell !== undefined) cells.push([column, cell]);
    else if (columns.isKnown(column)) return broken(`“${column}”的值应是文字，不是对象`);
  }
  return { line, cells };
}

/** One JSON object a line; empty lines do not count. */
export async function* readJsonl(source: FileSource, columns: TableColumns): AsyncGenerator<InputRow> {
  for await (const { number, text } of linesOf(source)) {
    if (text === null) yield { line: number, problem: '这一行太长' };
    else if (text.trim() !== '') yield rowOf(number, text, columns);
  }
}
