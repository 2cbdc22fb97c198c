import { noteKinds, refusals } from './findings';
import type { Summary } from './summary';

const fieldNames = { salary: '薪资', degree: '学历', deadline: '截止时间' } as const;

const byCount = <Code extends string>(counts: Map<Code, number>, names: Record<Code, string>): string[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([code, n]) => `  ${String(n).padStart(8)}  ${names[code]}`);

const line = (name: string, n: number, note = '') =>
  `${name}  ${String(n).padStart(8)}${note && `  ${note}`}`;

/** The figures of a run as lines of text. */
export function summaryLines(summary: Summary, dryRun: boolean): string[] {
  const { read, imported, closed, known, repeated, refused, noted, doubtful } = summary;
  const { readings, notes, unusedColumns, inReview, held } = summary;
  const lines = [
    line('读入', read, '行'),
    line(dryRun ? '可导' : '导入', imported, closed > 0 ? `其中 ${closed} 行截止时间已过，导入为已截止` : ''),
    ...(inReview && imported > 0 ? ['      这个栏目要先审核：导入的岗位都在待审，通过后读者才看得到'] : []),
    ...(held > 0 ? [line('待审', held, '内容检查拦下的行，审核通过后读者才看得到')] : []),
    line('重复', known + repeated, `此前已导入 ${known}，文件内重复 ${repeated}`),
    line('拒绝', refused),
    ...byCount(summary.refusals, refusals),
    ...(summary.refusals.has('lint-warnings')
      ? ['            加 --reason 说明，可把只有提醒的行一起导入']
      : []),
    line('备注', noted, doubtful > 0 ? `其中 ${doubtful} 行有没读出来的内容，请核对` : ''),
  ];
  if (imported > 0) {
    lines.push('', '字段（导入的行）        读出  保留原文    没有写');
    for (const field of ['salary', 'degree', 'deadline'] as const) {
      const { read: asValue, text, none } = readings[field];
      const figures = [asValue, text, none].map((n) => String(n).padStart(10)).join('');
      lines.push(`  ${fieldNames[field].padEnd(8, '\u3000')}${figures}`);
    }
  }
  if (notes.size > 0) lines.push('', '备注（导入的行）', ...byCount(notes, noteKinds));
  if (unusedColumns.size > 0) lines.push('', `没有用到的列：${[...unusedColumns].join('、')}`);
  return lines;
}
