import { type Bounds, maxBroken, maxLines, tooManyRows } from './bounds';
import { UnreadableFileError } from './input';
import { recordsOfCsv } from './read-csv';
import { recordsOfJsonl } from './read-jsonl';
import type { Content, TableRecord } from './record';
import { bytesOf, type FileSource } from './source';
import { readWorkbook } from './xlsx';

export type Format = 'csv' | 'xlsx' | 'jsonl';

/** A file to read: by its path, or its bytes. */
export interface Task {
  source: FileSource;
  format: Format;
  /** Name or number (from 1) of the sheet of a workbook. */
  sheet: string | undefined;
  bounds: Bounds;
}

async function recordsOfText(records: AsyncIterable<TableRecord>): Promise<TableRecord[]> {
  const all: TableRecord[] = [];
  let broken = 0;
  for await (const record of records) {
    all.push(record);
    if ('problem' in record) {
      broken += 1;
      if (broken > maxBroken) {
        const last = `第 ${record.line} 行：${record.problem}`;
        throw new UnreadableFileError(`超过 ${maxBroken} 行读不出来，请检查是不是表格（${last}）`);
      }
    }
    if (all.length > maxLines) throw tooManyRows();
  }
  return all;
}

/** @throws UnreadableFileError for a file that is broken or larger than its bounds */
export async function readContent({ source, format, sheet, bounds }: Task): Promise<Content> {
  if (format === 'xlsx') return readWorkbook(await bytesOf(source), sheet, bounds);
  const records = await recordsOfText(format === 'csv' ? recordsOfCsv(source) : recordsOfJsonl(source));
  return { records, sheets: [], hiddenColumns: [] };
}
