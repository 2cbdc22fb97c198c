import { importFieldNames, templateColumns } from '@qihang/shared/jobs/import/columns';
import { saveFile } from '@/platform/files';

const cell = (text: string) => `"${text.replace(/"/g, '""')}"`;
const line = (texts: readonly string[]) => texts.map(cell).join(',');

/** The table to fill in, with one row as an example. The mark at its beginning tells Excel that it is UTF-8. */
export const templateCsv = () =>
  `\ufeff${[
    line(templateColumns.map(({ field }) => importFieldNames[field])),
    line(templateColumns.map(({ example }) => example)),
  ].join('\r\n')}\r\n`;

export const saveTemplate = () => saveFile('岗位导入模板.csv', templateCsv(), 'text/csv;charset=utf-8');
