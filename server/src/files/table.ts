/** What is known of the columns of one kind of table. */
export interface TableColumns {
  /** Whether a column of that name means anything. */
  isKnown(name: string): boolean;
  /** Whether these cells are the header. */
  isHeader(cells: readonly string[]): boolean;
  /** What a header must name, in the words of a message: `“岗位名称”和“单位”`. */
  required: string;
}
