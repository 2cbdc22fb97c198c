import { open } from 'node:fs/promises';
import { inTurns } from '../turns';
import { localBounds, uploadBounds } from './bounds';
import type { Format } from './content';
import { type Reading, type Sheet, UnreadableFileError } from './input';
import { readFileContent } from './reader';
import { rowsOfNamed, type Table, tableOf } from './rows';
import { extensionOf, type FileSource } from './source';
import type { TableColumns } from './table';

const formats: Record<string, Format> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

async function beginningOf(source: FileSource): Promise<{ start: string; size: number }> {
  if (typeof source !== 'string') {
    return { start: Buffer.from(source.bytes.subarray(0, 4)).toString('latin1'), size: source.bytes.length };
  }
  try {
    const handle = await open(source);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return { start: buffer.subarray(0, bytesRead).toString('latin1'), size: (await handle.stat()).size };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') throw new UnreadableFileError('没有这个文件');
    if (code === 'EISDIR') throw new UnreadableFileError('这是一个文件夹');
    throw new UnreadableFileError(`打不开文件（${code ?? String(error)}）`);
  }
}

export interface ReadOptions {
  /** Name or number (from 1) of the sheet of a workbook; the first that is not hidden when left out. */
  sheet?: string | undefined;
}

/** The other sheets, for people who have the wrong one. */
function withSheets(error: unknown, sheets: readonly Sheet[]): unknown {
  if (!(error instanceof UnreadableFileError) || sheets.length === 0) return error;
  const others = sheets.filter(({ chosen, hidden }) => !chosen && !hidden).map(({ name }) => `“${name}”`);
  const more =
    others.length > 0 ? `。这个文件还有工作表${others.slice(0, 10).join('、')}，可以选一张再读` : '';
  return new UnreadableFileError(error.message + more, sheets);
}

/**
 * Reads a CSV, XLSX or JSONL file, whole and in a thread of its own. What a file is really like counts more than its name:
 * saving a workbook under `.csv` is a common slip.
 * @throws UnreadableFileError with a message for the person who brought the file; AppError `server.busy` while too many
 * files wait to be read
 */
export async function readRows(
  source: FileSource,
  columns: TableColumns,
  { sheet }: ReadOptions = {},
): Promise<Reading> {
  const { start, size } = await beginningOf(source);
  if (start === '') throw new UnreadableFileError('文件是空的');
  if (start === '\xd0\xcf\x11\xe0') {
    throw new UnreadableFileError(
      '这是旧的 .xls 格式，或加了密码：请在 Excel 里去掉密码，另存为 .xlsx 或 CSV',
    );
  }
  const bounds = typeof source === 'string' ? localBounds : uploadBounds;
  if (size > bounds.file) {
    throw new UnreadableFileError(`文件超过 ${bounds.file / 1024 / 1024} MB，请拆成几个文件，或另存为 CSV`);
  }
  const format = start === 'PK\x03\x04' ? 'xlsx' : formats[extensionOf(source)];
  if (!format) throw new UnreadableFileError('只能导入 .csv、.xlsx 和 .jsonl 文件');
  const { records, sheets, hiddenColumns } = await readFileContent({ source, format, sheet, bounds });
  let table: Table;
  try {
    table =
      format === 'jsonl'
        ? await rowsOfNamed(records, columns)
        : await tableOf(records, columns, { isSheet: format === 'xlsx', hiddenColumns });
  } catch (error) {
    throw withSheets(error, sheets);
  }
  const { rows, ...rest } = table;
  return { sheets, ...rest, count: rows.length, rows: { [Symbol.asyncIterator]: () => inTurns(rows) } };
}
