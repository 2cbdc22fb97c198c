/** A row as a file holds it: texts under the names of their columns. `line` is where it stands in the file. */
export interface FileRow {
  line: number;
  cells: readonly (readonly [column: string, text: string])[];
}

/** A row that is no row: broken JSON, an unclosed quote, more cells than columns. */
export interface BrokenRow {
  line: number;
  problem: string;
}

export type InputRow = FileRow | BrokenRow;

/** The file as a whole cannot be read; the message is for the person who brought it. */
export class UnreadableFileError extends Error {}
