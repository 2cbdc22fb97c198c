import type { BrokenRow, CellNoteCode, Sheet } from './input';

/**
 * A line of a table as its file holds it, header and preamble included. Columns are numbered from 0; whatever is left out is
 * none. It passes from the worker to the service, so it is plain data.
 */
export interface Cells {
  line: number;
  cells: string[];
  links?: [column: number, url: string][];
  notes?: [column: number, code: CellNoteCode, text: string][];
  /** Columns that repeat the value of a cell merged over this row and one above it. */
  carried?: number[];
  /** Columns from–to that one merged cell covers here. */
  spans?: [from: number, to: number][];
  hidden?: true;
}

/** A line of JSON: its names are columns of its own. `objects` are those whose value is no text. */
export interface Named {
  line: number;
  named: [column: string, text: string][];
  objects: string[];
}

export type TableRecord = Cells | Named | BrokenRow;

/** What a file holds, before its columns are understood. */
export interface Content {
  records: TableRecord[];
  sheets: Sheet[];
  /** Columns that the sheet hides, from 0. */
  hiddenColumns: number[];
}
