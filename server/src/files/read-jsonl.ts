import { wellFormed } from '@qihang/shared/text/well-formed';
import { maxColumns } from './bounds';
import { linesOf } from './lines';
import type { TableRecord } from './record';
import type { FileSource } from './source';

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (Array.isArray(value))
    return value.every(isScalar) ? value.filter((one) => one !== null).join('、') : undefined;
  return isScalar(value) ? String(value) : undefined;
}

function recordOf(line: number, text: string): TableRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, problem: '不是完整的 JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, problem: '不是 JSON 对象' };
  const named: [string, string][] = [];
  const objects: string[] = [];
  const entries = Object.entries(value);
  if (entries.length > maxColumns) return { line, problem: `超过 ${maxColumns} 列` };
  for (const [column, one] of entries) {
    const cell = textOf(one);
    if (cell === undefined) objects.push(column);
    // An escape can name half of a character, which no database keeps.
    else named.push([wellFormed(column), wellFormed(cell)]);
  }
  return { line, named, objects };
}

/** One JSON object a line; empty lines do not count. */
export async function* recordsOfJsonl(source: FileSource): AsyncGenerator<TableRecord> {
  for await (const { number, text } of linesOf(source)) {
    if (text === null) yield { line: number, problem: '这一行太长' };
    else if (text.trim() !== '') yield recordOf(number, text);
  }
}
