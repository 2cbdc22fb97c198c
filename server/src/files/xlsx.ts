import type { Bounds } from './bounds';
import { UnreadableFileError } from './input';
import type { Content } from './record';
import { formatsOf, type SheetPart, sharedStringsOf, workbookOf } from './xlsx-parts';
import { readSheet } from './xlsx-sheet';
import { brokenWorkbook, unzip } from './zip';

/** The sheet of that name or number; without either the first that people see. */
function chosenOf(sheets: readonly SheetPart[], asked: string | undefined): SheetPart | undefined {
  if (asked === undefined) return sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  return (
    sheets.find(({ name }) => name === asked) ??
    (/^\d{1,4}$/.test(asked) ? sheets[Number(asked) - 1] : undefined)
  );
}

/**
 * Reads one sheet of a workbook.
 * @param asked its name, or its number from 1
 */
export function readWorkbook(bytes: Buffer, asked: string | undefined, bounds: Bounds): Content {
  const all = { parts: unzip(bytes, bounds.unpacked), maxElements: bounds.elements };
  const { sheets, date1904, strings, styles } = workbookOf(all);
  if (sheets.length === 0) throw brokenWorkbook();
  const chosen = chosenOf(sheets, asked);
  const listed = sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    chosen: sheet === chosen,
  }));
  if (!chosen) throw new UnreadableFileError(`表格里没有工作表“${asked}”`, listed);
  const { rows, hiddenColumns } = readSheet(all, chosen.part, {
    strings: sharedStringsOf(all, strings),
    formats: formatsOf(all, styles),
    date1904,
    maxText: bounds.text,
  });
  return { sheets: listed, records: rows, hiddenColumns };
}
