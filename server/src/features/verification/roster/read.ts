import { rosterLimits } from '@qihang/shared/verification/vocabulary';
import { type Reading, UnreadableFileError } from '../../../files/input';
import { readRows } from '../../../files/read-file';
import type { FileSource } from '../../../files/source';
import { checkHeader, rosterTable } from './columns';
import { type RosterRow, readRow } from './row';

export interface RosterFile {
  rows: RosterRow[];
  /** Names of columns nobody knows. */
  unusedColumns: string[];
  reading: Reading;
}

/**
 * Reads a roster as a CSV, XLSX or JSONL file.
 * @throws UnreadableFileError for a file that is none, lacks a column, is empty or too long
 */
export async function readRoster(source: FileSource, sheet?: string): Promise<RosterFile> {
  const rows: RosterRow[] = [];
  const unused = new Set<string>();
  let checked = false;
  const reading = await readRows(source, rosterTable, { sheet });
  if (reading.count > rosterLimits.rows) {
    throw new UnreadableFileError(`超过 ${rosterLimits.rows} 行，请按学院或年份拆成几个文件`);
  }
  for await (const input of reading.rows) {
    if (!checked && 'cells' in input) {
      checkHeader(input.cells.map(([column]) => column));
      checked = true;
    }
    rows.push(readRow(input, unused));
  }
  if (!checked) throw new UnreadableFileError('表头下面一行也没有');
  return { rows, unusedColumns: [...unused], reading };
}
