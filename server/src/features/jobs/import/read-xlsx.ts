import { stat } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { UnreadableFileError } from './input';
import { rowsOfTable, type TableRecord } from './table';

// A workbook is unpacked in memory as a whole.
const maxBytes = 50 * 1024 * 1024;

// Excel keeps a day and time without a zone, which the reader hands over as if it were UTC.
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

const cellText = (value: unknown): string =>
  value === null || value === undefined ? '' : value instanceof Date ? dateText(value) : String(value);

async function* recordsOf(file: string, sheet: string | number): AsyncGenerator<TableRecord> {
  if ((await stat(file)).size > maxBytes) {
    throw new UnreadableFileError('表格超过 50 MB，请拆成几个文件，或另存为 CSV');
  }
  const rows = await readSheet(file, sheet).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'SheetNotFoundError') {
      throw new UnreadableFileError(`表格里没有工作表“${sheet}”`);
    }
    throw new UnreadableFileError('不是能读的 .xlsx 文件，可能已损坏或加了密码');
  });
  for (const [i, row] of rows.entries()) yield { line: i + 1, cells: row.map(cellText) };
}

/** Rows of one sheet: its name or its number from 1; the first when not said. */
export const readXlsx = (file: string, sheet: string | number = 1) => rowsOfTable(recordsOf(file, sheet));
