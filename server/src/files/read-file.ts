import { open } from 'node:fs/promises';
import { type InputRow, type Reading, UnreadableFileError } from './input';
import { readCsv } from './read-csv';
import { readJsonl } from './read-jsonl';
import { readXlsx } from './read-xlsx';
import { extensionOf, type FileSource } from './source';
import type { TableColumns } from './table';

type Format = 'csv' | 'xlsx' | 'jsonl';

const formats: Record<string, Format> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

async function firstBytes(source: FileSource): Promise<string> {
  if (typeof source !== 'string') return source.bytes.subarray(0, 4).toString('latin1');
  try {
    const handle = await open(source);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead).toString('latin1');
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

const isNumber = (text: string) => /^\d+$/.test(text);

export interface ReadOptions {
  /** Name or number (from 1) of the sheet of a workbook; the first that is not hidden when left out. */
  sheet?: string | undefined;
}

async function recordsOf(
  source: FileSource,
  columns: TableColumns,
  sheet?: string,
): Promise<AsyncIterable<InputRow>> {
  const start = await firstBytes(source);
  if (start === '') throw new UnreadableFileError('文件是空的');
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    throw new UnreadableFileError('这是旧的 .xls 格式，请在 Excel 里另存为 .xlsx 或 CSV');
  }
  const format = start === 'PK\x03\x04' ? 'xlsx' : formats[extensionOf(source)];
  switch (format) {
    case 'csv':
      return readCsv(source, columns);
    case 'jsonl':
      return readJsonl(source, columns);
    case 'xlsx':
      return readXlsx(source, columns, sheet !== undefined && isNumber(sheet) ? Number(sheet) : sheet);
    default:
      throw new UnreadableFileError('只能导入 .csv、.xlsx 和 .jsonl 文件');
  }
}

/**
 * Reads a CSV, XLSX or JSONL file. What a file is really like counts more than its name: saving a workbook under `.csv` is
 * a common slip.
 * @throws UnreadableFileError with a message for the person who brought the file; AppError `server.busy` while too many
 * files wait to be read
 */
export async function readRows(
  source: FileSource,
  columns: TableColumns,
  { sheet }: ReadOptions = {},
): Promise<Reading> {
  const rows: InputRow[] = [];
  for await (const row of await recordsOf(source, columns, sheet)) rows.push(row);
  return {
    sheets: [],
    rows: (async function* () {
      yield* rows;
    })(),
    count: rows.length,
    passedOver: { totals: [], headings: [] },
    unnamedColumns: [],
    hidden: { rows: 0, columns: [] },
  };
}
