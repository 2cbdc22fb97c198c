import { rosterFateNames, rosterFates } from '@qihang/shared/verification/vocabulary';
import { countFates } from './apply';
import type { PlannedRow, RosterPlan } from './plan';

interface Options {
  dryRun: boolean;
  leave: boolean;
  /** Rows to list of each fate. */
  limit: number;
  unusedColumns: readonly string[];
}

const rowLine = ({ line, studentNo, name, notes }: PlannedRow) =>
  `  第 ${line} 行 ${[studentNo, name].filter(Boolean).join(' ')}${notes.length > 0 ? `：${notes.join('；')}` : ''}`;

function listed(heading: string, lines: readonly string[], limit: number): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - limit;
  const more = rest > 0 ? [`  …… 还有 ${rest} 个`] : [];
  return [`${heading}（${lines.length}）`, ...lines.slice(0, limit), ...more, ''];
}

/** What an import would do, or did, as lines of text. */
export function planLines(plan: RosterPlan, { dryRun, leave, limit, unusedColumns }: Options): string[] {
  const counts = countFates(plan);
  const lines = rosterFates
    .filter((fate) => fate !== 'unchanged')
    .flatMap((fate) =>
      listed(rosterFateNames[fate], plan.rows.filter((row) => row.fate === fate).map(rowLine), limit),
    );
  const absent = plan.absent.map(({ studentNo, name, className }) => `  ${studentNo} ${name} ${className}`);
  const heading = leave ? (dryRun ? '会标为已不在校' : '已标为不在校') : '名册里有、文件里没有';
  lines.push(...listed(heading, absent, limit));
  lines.push(
    [
      `读入 ${plan.rows.length} 行`,
      ...rosterFates.map((fate) => `${rosterFateNames[fate]} ${counts[fate]}`),
    ].join('，'),
  );
  if (unusedColumns.length > 0) lines.push(`没有用到的列：${unusedColumns.join('、')}`);
  if (!leave && absent.length > 0) {
    lines.push('文件若是这些学院和年份的全部名单，加 --leave 可把不在里面的人标为已不在校');
  }
  if (leave && !plan.mayLeave) lines.push('有问题的行改好之前，不能加 --leave');
  if (dryRun) lines.push('试运行：没有写入任何内容');
  return lines;
}
