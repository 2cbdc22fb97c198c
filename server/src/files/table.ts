import { type BrokenRow, type InputRow, UnreadableFileError } from './input';

/** What is known of the columns of one kind of table. */
export interface TableColumns {
  /** Whether a column of that name means anything. */
  isKnown(name: string): boolean;
  /** Whether these cells are the header. */
  isHeader(cells: readonly string[]): boolean;
  /** What a header must name, in the words of a message: `“岗位名称”和“单位”`. */
  required: string;
}

/** One record of a table, header and preamble included. */
export type TableRecord = { line: number; cells: readonly string[] } | BrokenRow;

// Official tables put a title and a note above the header.
const headerWithin = 10;

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

function rowOf(
  header: readonly string[],
  { line, cells }: { line: number; cells: readonly string[] },
): InputRow {
  if (!isEmpty(cells.slice(header.length))) {
    return { line, problem: `有 ${cells.length} 格，表头只有 ${header.length} 列，可能少了引号` };
  }
  return { line, cells: header.map((column, i) => [column, cells[i] ?? ''] as const) };
}

/**
 * The rows below the header, which is the first of the leading records that `columns` takes for one.
 * @throws UnreadableFileError when there is none
 */
export async function* rowsOfTable(
  records: AsyncIterable<TableRecord>,
  columns: TableColumns,
): AsyncGenerator<InputRow> {
  let header: readonly string[] | undefined;
  const above: string[] = [];
  for await (const record of records) {
    if ('problem' in record) {
      if (header) yield record;
      else above.push(record.problem);
    } else if (isEmpty(record.cells)) {
      // Trailing rows of a sheet are often formatted and empty.
    } else if (header) yield rowOf(header, record);
    else if (columns.isHeader(record.cells)) header = record.cells;
    else above.push(record.cells.filter(Boolean).join('、'));
    if (!header && above.length >= headerWithin) break;
  }
  if (header) return;
  if (above.length === 0) throw new UnreadableFileError('文件是空的');
  const seen = (above[0] ?? '').slice(0, 60);
  throw new UnreadableFileError(
    `没有找到表头：前 ${headerWithin} 行里要有一行同时写着${columns.required}（读到的第一行是“${seen}”）`,
  );
}
