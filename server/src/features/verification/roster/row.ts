import { readClassYears } from '@qihang/shared/jobs/text/class-year';
import { isStudentNo, plainStudentNo } from '@qihang/shared/verification/fields';
import {
  type RosterColumn,
  rosterColumnNames,
  rosterColumns,
  rosterLimits,
} from '@qihang/shared/verification/vocabulary';
import { cellNotes, type InputRow } from '../../../files/input';
import { columnOf } from './columns';

/** One person as a file tells of one. */
export interface Person {
  studentNo: string;
  name: string;
  college: string;
  major: string;
  className: string;
  graduationYear: number;
}

export type RosterRow = { line: number; studentNo: string; name: string } & (
  | { person: Person }
  | { problems: string[] }
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const controls = /[\u0000-\u001f\u007f\ufeff\u200b-\u200d]/g;

/** One line, blanks single; '' for what only says that there is nothing. */
function clean(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(controls, '').trim();
  return /^(?:[-—–/]+|无|暂无|n\/?a|null|none)$/i.test(line) ? '' : line;
}

const scientific = /^\d(?:\.\d+)?E\+?\d+$/i;

function readNumber(text: string): { studentNo: string } | { problem: string } {
  // Excel keeps a number as text by an apostrophe, and turns one of more than 11 digits into 2.02E+11.
  const plain = plainStudentNo(text.replace(/^['’]/, ''));
  if (plain === '') return { problem: '没有学号' };
  if (scientific.test(plain)) {
    return { problem: `学号“${text}”变成了科学计数法，请在表格里把这一列设为文本` };
  }
  return isStudentNo(plain)
    ? { studentNo: plain }
    : { problem: `学号“${text.slice(0, 30)}”不是 4–20 位数字或字母` };
}

/** `2027`, `27届`, `2027 年 6 月`, `2027-06-30`, `202706`; a year of entry (`2023级`) is another thing. */
function readYear(text: string): { year: number } | { problem: string } {
  if (text === '') return { problem: '没有毕业年份' };
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/级$/.test(plain)) return { problem: `“${text}”是入学年级，这一列要毕业年份，如 2027` };
  const classes = readClassYears(plain);
  if (classes !== null && classes.length > 1)
    return { problem: `毕业年份“${text.slice(0, 20)}”写了几届，一个人只有一届` };
  const digits =
    classes?.[0] ??
    /^(\d{4})(?:年|[-/.])(?:0?[1-9]|1[0-2])(?:月|[-/.]|$)/.exec(plain)?.[1] ??
    /^(\d{4})(?:0[1-9]|1[0-2])(?:\d{2})?$/.exec(plain)?.[1];
  const year = Number(digits);
  return year >= rosterLimits.minYear && year <= rosterLimits.maxYear
    ? { year }
    : { problem: `毕业年份“${text.slice(0, 20)}”读不出来，请写成 2027` };
}

const maxLength = (column: RosterColumn) => (column === 'name' ? rosterLimits.name : rosterLimits.words);

/** Reads one row; everything wrong with it is said at once. Names of columns nobody knows go into `unused`. */
export function readRow(input: InputRow, unused: Set<string>): RosterRow {
  if ('problem' in input) {
    return { line: input.line, studentNo: '', name: '', problems: [`这一行读不出来：${input.problem}`] };
  }
  const texts = Object.fromEntries(rosterColumns.map((column) => [column, ''])) as Record<
    RosterColumn,
    string
  >;
  for (const [name, cell] of input.cells) {
    const column = columnOf(name);
    if (column) texts[column] = clean(cell);
    else if (column === undefined && name.trim() !== '') unused.add(name.trim());
  }
  const number = readNumber(texts.studentNo);
  const year = readYear(texts.graduationYear);
  // A number whose last digits are gone would be another person's, and never unique.
  const lost = (input.notes ?? []).filter(
    ({ column, code }) =>
      columnOf(column) === 'studentNo' && (code === 'long-number' || code === 'scientific'),
  );
  const problems = [
    ...lost.map(({ code, text }) => `${rosterColumnNames.studentNo}“${text}”：${cellNotes[code]}`),
    ...('problem' in number && lost.length === 0 ? [number.problem] : []),
    ...(['name', 'college', 'major', 'className'] as const).flatMap((column) => {
      const text = texts[column];
      const label = rosterColumnNames[column];
      if (text === '') return [`没有${label}`];
      if (text.includes('\ufffd')) return [`${label}“${text.slice(0, 20)}”有无法显示的字，请检查文件的编码`];
      return text.length > maxLength(column) ? [`${label}超过 ${maxLength(column)} 个字`] : [];
    }),
    ...('problem' in year ? [year.problem] : []),
  ];
  const head = {
    line: input.line,
    studentNo: 'studentNo' in number ? number.studentNo : texts.studentNo.slice(0, 30),
    name: texts.name.slice(0, rosterLimits.name),
  };
  if (problems.length > 0 || 'problem' in number || 'problem' in year) return { ...head, problems };
  const { name, college, major, className } = texts;
  return {
    ...head,
    person: { studentNo: number.studentNo, name, college, major, className, graduationYear: year.year },
  };
}
