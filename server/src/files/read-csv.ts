import { parse } from 'csv-parse/sync';
import { maxCell, maxColumns } from './bounds';
import { type Line, linesOf } from './lines';
import type { TableRecord } from './record';
import type { FileSource } from './source';

// A cell of more lines than this is a quote somebody forgot to close.
const maxLines = 300;

const delimiters = [',', '\t', ';'];

function cellsOf(text: string, delimiter: string, strict: boolean): string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const [cells] = parse(text, { delimiter, relax_quotes: !strict, relax_column_count: true }) as string[][];
    return cells ?? [];
  } catch {
    return undefined;
  }
}

const quotesOf = (text: string): number => text.split('"').length - 1;

/** Lines with a way back: what a forgotten quote swallowed is read again as lines of their own. */
class LineQueue {
  private readonly waiting: Line[] = [];
  private readonly source: AsyncGenerator<Line>;

  constructor(source: FileSource) {
    this.source = linesOf(source);
  }

  async next(): Promise<Line | undefined> {
    const waiting = this.waiting.shift();
    if (waiting) return waiting;
    const { value, done } = await this.source.next();
    return done ? undefined : value;
  }

  putBack(lines: readonly Line[]): void {
    this.waiting.unshift(...lines);
  }
}

/** The lines from `first` on until their quotes are balanced; undefined when that never happens. */
async function balanced(queue: LineQueue, first: Line): Promise<{ lines: Line[]; closed: boolean }> {
  const lines = [first];
  let quotes = quotesOf(first.text ?? '');
  while (quotes % 2 === 1 && lines.length < maxLines) {
    const line = await queue.next();
    if (line === undefined) break;
    lines.push(line);
    quotes += quotesOf(line.text ?? '');
  }
  return { lines, closed: quotes % 2 === 0 };
}

function bounded(line: number, cells: string[]): TableRecord {
  if (cells.length > maxColumns) return { line, problem: `超过 ${maxColumns} 列` };
  if (cells.some((cell) => cell.length > maxCell)) return { line, problem: `有一格超过 ${maxCell} 个字` };
  return { line, cells };
}

/**
 * Records of a CSV file. Quoted line breaks are followed only while the quotes are right; a stray or unclosed quote costs
 * its own line at most, never the rest of the file.
 */
export async function* recordsOfCsv(source: FileSource): AsyncGenerator<TableRecord> {
  const queue = new LineQueue(source);
  let delimiter: string | undefined;
  for (let first = await queue.next(); first !== undefined; first = await queue.next()) {
    const line = first.number;
    if (first.text === null) {
      yield { line, problem: '这一行太长' };
      continue;
    }
    if (first.text.trim() === '') continue;
    const text = first.text;
    // The first line with any delimiter in it tells the file's own.
    delimiter ??= delimiters
      .filter((one) => text.includes(one))
      .sort((a, b) => text.split(b).length - text.split(a).length)[0];
    const { lines, closed } = await balanced(queue, first);
    const whole =
      closed && lines.length > 1 && lines.every((one) => one.text !== null)
        ? cellsOf(lines.map((one) => one.text).join('\n'), delimiter ?? ',', true)
        : undefined;
    if (whole) {
      yield bounded(line, whole);
      continue;
    }
    queue.putBack(lines.slice(1));
    const cells = cellsOf(text, delimiter ?? ',', false);
    yield cells ? bounded(line, cells) : { line, problem: '引号没有成对' };
  }
}
