/** A row as a file holds it: texts under the names of their columns. `line` is where it stands in the file. */
export interface FileRow {
  line: number;
  cells: readonly (readonly [column: string, text: string])[];
  /** The address behind a cell that is a hyperlink; `cells` has what the cell shows. */
  links?: readonly (readonly [column: string, url: string])[];
  /** Columns whose value comes from a cell merged over several rows, and stands in a row above this one. */
  carried?: readonly string[];
  /** Cells whose text is not, or may not be, what the author wrote. */
  notes?: readonly CellNote[];
}

export const cellNotes = {
  'long-number': '超过 15 位的数字，Excel 会把后面几位变成 0，请核对，并把这一列设为文本',
  scientific: '数字变成了科学计数法，后面几位已经丢失，请把这一列设为文本后重新填写',
  'error-value': '这一格是表格软件的错误值，按空白读',
  picture: '这一格是图片，读不出里面的字',
  uncalculated: '公式没有算出的值，按空白读，请在表格软件里打开、保存后再导入',
} as const;
export type CellNoteCode = keyof typeof cellNotes;

/** What is doubtful about one cell; `cellNotes` has the words. */
export interface CellNote {
  column: string;
  code: CellNoteCode;
  /** What the cell shows: the number, or the error value. */
  text: string;
}

/** A row that is no row: broken JSON, an unclosed quote, more cells than columns. */
export interface BrokenRow {
  line: number;
  problem: string;
}

export type InputRow = FileRow | BrokenRow;

/** A sheet of a workbook; hidden ones are read only when asked for by name or number. */
export interface Sheet {
  name: string;
  hidden: boolean;
  /** Whether it is the one that was read. */
  chosen: boolean;
}

/** A file that was read whole. */
export interface Reading {
  /** The sheets of a workbook in their order; empty for other files. */
  sheets: readonly Sheet[];
  /** Rows below the header. Going over them gives way to other work now and then, and may be repeated. */
  rows: AsyncIterable<InputRow>;
  /** How many `rows` there are. */
  count: number;
  /** Lines that are no rows: sums (合计, 小计), and headings or notes merged over the table. */
  passedOver: { totals: readonly number[]; headings: readonly number[] };
  /** Columns with values but without a heading; `rows` has them under these names (`D 列`). */
  unnamedColumns: readonly string[];
  /** What the sheet hides and `rows` has all the same: a filter that was left on loses nobody. */
  hidden: { rows: number; columns: readonly string[] };
}

/** The file as a whole cannot be read; the message is for the person who brought it. */
export class UnreadableFileError extends Error {
  /** `sheets`: of a workbook in which another one may be chosen. */
  constructor(
    message: string,
    readonly sheets: readonly Sheet[] = [],
  ) {
    super(message);
  }
}
