// A cell that begins like this is a formula to spreadsheets, whoever wrote it; some read the wide signs as well.
const formula = /^[=+\-@＝＋－＠\t\r]/;

/** A cell of a CSV file: quoted, and never a formula. */
export const csvCell = (text: string): string =>
  `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
