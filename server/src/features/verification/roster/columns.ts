import { type RosterColumn, rosterColumnNames, rosterColumns } from '@qihang/shared/verification/vocabulary';
import { UnreadableFileError } from '../../../files/input';
import type { TableColumns } from '../../../files/table';

/** Names under which offices export each column; compared without blanks, case, `*` and whatever stands in brackets. */
const names: Record<RosterColumn, string> = {
  studentNo: '学号 学生学号 学籍号 student_no studentno student_id number',
  name: '姓名 学生姓名 名字 name student_name',
  college: '学院 院系 院系名称 所属学院 学院名称 系部 二级学院 college department school',
  major: '专业 专业名称 所学专业 主修专业 major',
  className: '班级 班级名称 行政班 行政班级 所在班级 class class_name',
  graduationYear:
    '毕业年份 毕业年度 毕业年 毕业届 毕业届别 届别 届 届次 毕业时间 毕业日期 预计毕业时间 预计毕业日期 graduation_year year',
};

/** Columns that number the rows or say nothing the roster keeps; they are passed over without a word. */
const ignored = '序号 编号 行号 备注 性别 no id remark';

const plain = (column: string): string =>
  column
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|【.*?】|\[.*?\]/g, '')
    .replace(/[\s*:_.·-]/g, '');

const known = new Map<string, RosterColumn | null>([
  ...rosterColumns.flatMap((column) =>
    names[column].split(' ').map((name) => [plain(name), column] as const),
  ),
  ...ignored.split(' ').map((name) => [plain(name), null] as const),
]);

/** What a column of that name holds; null for one to pass over, undefined for one nobody knows. */
export const columnOf = (name: string): RosterColumn | null | undefined => known.get(plain(name));

export const rosterTable: TableColumns = {
  isKnown: (name) => columnOf(name) !== undefined,
  isHeader(cells) {
    const columns = cells.map(columnOf);
    return columns.includes('studentNo') && columns.includes('name');
  },
  required: `“${rosterColumnNames.studentNo}”和“${rosterColumnNames.name}”`,
};

/** @throws UnreadableFileError naming the columns that are missing, and those that stand there twice */
export function checkHeader(header: readonly string[]): void {
  const found = header.map(columnOf);
  const missing = rosterColumns.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    const words = missing.map((column) => `“${rosterColumnNames[column]}”`).join('、');
    throw new UnreadableFileError(`没有找到这些列：${words}。请在表头里写上，再导入一次`);
  }
  const double = rosterColumns.find((column) => found.filter((one) => one === column).length > 1);
  if (double) throw new UnreadableFileError(`有两列都像“${rosterColumnNames[double]}”，请只留一列`);
}
