import { UnreadableFileError } from './input';

/** What reading one file may take. Sizes in bytes, times in milliseconds. */
export interface Bounds {
  /** The file as it is stored. */
  file: number;
  /** All entries of a workbook, unpacked. */
  unpacked: number;
  /** Characters of all cells, those that merged cells repeat included. */
  text: number;
  /** Elements of one part of a workbook. */
  elements: number;
  /** What the worker may keep in its heap, in MiB. */
  heapMiB: number;
  /** From the moment the worker starts. */
  time: number;
}

const mib = 1024 * 1024;

/** A file that was sent. A sheet of 20,000 persons takes 8 MB, unpacked. */
export const uploadBounds: Bounds = {
  file: 4 * mib,
  unpacked: 24 * mib,
  text: 10_000_000,
  elements: 1_500_000,
  heapMiB: 128,
  time: 20_000,
};

/** A file of the person at the command line, who can wait and end it. */
export const localBounds: Bounds = {
  file: 50 * mib,
  unpacked: 200 * mib,
  text: 80_000_000,
  elements: 20_000_000,
  heapMiB: 1024,
  time: 300_000,
};

/** Of a table, wherever it comes from. */
export const maxColumns = 200;
export const maxRows = 20_000;
/** Official tables put a title and a note above the header, and some write it in two or three rows. */
export const headerWithin = 10;
/** The last line that may hold a row. */
export const maxLines = maxRows + headerWithin;
/** Lines of a text that may be unreadable, each by itself; one with more is no table. */
export const maxBroken = 1_000;
/** What a cell of a spreadsheet can hold, in UTF-16 units. */
export const maxCell = 32_767;

export const tooManyRows = () =>
  new UnreadableFileError(`超过 ${maxRows} 行，请拆成几个文件；没有这么多行的，请删去表格下面多余的内容`);

export const tooLongText = () =>
  new UnreadableFileError(`有一处文字超过 ${maxCell} 个字，表格软件的一格里放不下这么多`);
