import { type Bounds, maxLines, tooManyRows } from './bounds';
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
  for await (const record of records) {
    all.push(record);
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
