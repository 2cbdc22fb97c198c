import { foldWidth } from '@qihang/shared/text/width';
import type { FileRow } from '../../../files/input';
import type { TableColumns } from '../../../files/table';
import type { SchoolMajor } from './extend';

const columnNames = {
  name: ['专业', '专业名称', '名称', 'major', 'name'],
  className: ['专业类', '专业类别', '所属专业类', '类', 'class'],
  category: ['门类', '学科门类', '所属门类', 'category'],
  aliases: ['别名', '简称', '其他名称', '曾用名', 'aliases', 'alias'],
};

const plain = (column: string) =>
  foldWidth(column)
    .toLowerCase()
    .replace(/\(.*?\)|[\s*:]/g, '');
const isOf = (field: keyof typeof columnNames, column: string) => columnNames[field].includes(plain(column));

export const majorColumns: TableColumns = {
  isKnown: (column) => Object.values(columnNames).some((names) => names.includes(plain(column))),
  isHeader: (cells) =>
    cells.some((cell) => isOf('name', cell)) && cells.some((cell) => isOf('className', cell)),
  required: '“专业”和“专业类”',
};

const cellOf = ({ cells }: FileRow, field: keyof typeof columnNames) =>
  foldWidth(cells.find(([column]) => isOf(field, column))?.[1] ?? '').trim();

/** A row of the file as a major: 工学门类 means 工学, and several aliases stand between 、 or commas or blanks. */
export const majorOf = (row: FileRow): SchoolMajor => ({
  name: cellOf(row, 'name'),
  className: cellOf(row, 'className'),
  category: cellOf(row, 'category').replace(/门类$/, '') || null,
  aliases: [
    ...new Set(
      cellOf(row, 'aliases')
        .split(/[、,;\s/]+/)
        .filter(Boolean),
    ),
  ],
});
