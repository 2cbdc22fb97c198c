import type { Reading } from '../files/input';

const shown = 10;

const linesOf = (numbers: readonly number[]): string =>
  `第 ${numbers.slice(0, shown).join('、')} 行${numbers.length > shown ? '等' : ''}`;

/** Which sheet of a workbook was read, where there are others. */
export function sheetLines({ sheets }: Reading): string[] {
  const chosen = sheets.find((sheet) => sheet.chosen);
  const others = sheets.filter((sheet) => !sheet.chosen).map(({ name }) => `“${name}”`);
  if (!chosen || others.length === 0) return [];
  return [`读的是工作表“${chosen.name}”，没有读${others.join('、')}，可用 --sheet 选择`];
}

/** What was passed over, or taken along, while a file was read; empty when it is a plain table. */
export function readingLines({ passedOver, unnamedColumns, hidden }: Reading): string[] {
  const { totals, headings } = passedOver;
  return [
    totals.length > 0 ? `略过 ${totals.length} 行合计：${linesOf(totals)}` : '',
    headings.length > 0 ? `略过 ${headings.length} 行表中标题：${linesOf(headings)}` : '',
    unnamedColumns.length > 0 ? `没有列名的列：${unnamedColumns.join('、')}` : '',
    hidden.rows + hidden.columns.length > 0
      ? `隐藏的也读了：${[hidden.rows > 0 && `${hidden.rows} 行`, ...hidden.columns].filter(Boolean).join('、')}`
      : '',
  ].filter(Boolean);
}
