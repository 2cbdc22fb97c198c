import { stat } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { UnreadableFileError } from './input';
import type { FileSource } from './source';
import { rowsOfTable, type TableColumns, type TableRecord } from './table';
import { unpackedSize } from './unpacked-size';

// A workbook is unpacked in memory as a whole.
const maxBytes = 50 * 1024 * 1024;
/** What an uploaded workbook may become; a sheet of 10,000 persons takes 4 MB. */
const maxUnpacked = 24 * 1024 * 1024;

// Excel keeps a day and time without a zone, which the reader hands over as if it were UTC.
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

const cellText = (value: unknown): string =>
  value === null || value === undefined ? '' : value instanceof Date ? dateText(value) : String(value);

const broken = () => new UnreadableFileError('不是能读的 .xlsx 文件，可能已损坏或加了密码');

async function refuseTooLarge(source: FileSource): Promise<void> {
  if (typeof source === 'string') {
    if ((await stat(source)).size <= maxBytes) return;
    throw new UnreadableFileError('表格超过 50 MB，请拆成几个文件，或另存为 CSV');
  }
  const size = unpackedSize(source.bytes, maxUnpacked);
  if (size === null) throw broken();
  if (size > maxUnpacked) throw new UnreadableFileError('表格解开后太大，请拆成几个文件，或另存为 CSV');
}

async function* recordsOf(source: FileSource, sheet: string | number): AsyncGenerator<TableRecord> {
  await refuseTooLarge(source);
  const input = typeof source === 'string' ? source : source.bytes;
  const rows = await readSheet(input, sheet).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'SheetNotFoundError') {
      throw new UnreadableFileError(`表格里没有工作表“${sheet}”`);
    }
    throw broken();
  });
  for (const [i, row] of rows.entries()) yield { line: i + 1, cells: row.map(cellText) };
}

/** Rows of one sheet: its name or its number from 1; the first when not said. */
export const readXlsx = (source: FileSource, columns: TableColumns, sheet: string | number = 1) =>
  rowsOfTable(recordsOf(source, sheet), columns);
