import { type Command, InvalidArgumentError } from 'commander';
import type { Context } from '../context';
import { UnreadableFileError } from '../features/jobs/import/input';
import { findOwner } from '../features/jobs/import/owner';
import { readRows } from '../features/jobs/import/read-file';
import { ReportFile, sayings } from '../features/jobs/import/report-file';
import { ImportInterruptedError, importJobs } from '../features/jobs/import/run';
import type { RowReport, Summary } from '../features/jobs/import/summary';
import { summaryLines } from '../features/jobs/import/table-text';

export interface ImportJobsOptions {
  dryRun?: boolean;
  owner?: string;
  sheet?: string;
  report?: string;
  limitErrors: number;
}

/** 0: done, refused rows are part of life; 1: nothing or not all of it could be read; 2: every row was refused. */
type ExitCode = 0 | 1 | 2;

/** Rows to print: all are counted, the first `limit` are kept. */
class Listing {
  private readonly lines: string[] = [];
  private count = 0;

  constructor(
    private readonly heading: string,
    private readonly limit: number,
  ) {}

  add(row: RowReport): void {
    this.count += 1;
    if (this.lines.length >= this.limit) return;
    const name = [row.title, row.company].filter(Boolean).join(' · ').replace(/\s+/g, ' ');
    this.lines.push(`  第 ${row.line} 行${name && ` ${name}`}：${sayings(row).join('；')}`);
  }

  text(): string[] {
    if (this.count === 0) return [];
    const more = this.count - this.lines.length;
    const rest = more > 0 ? [`  …… 还有 ${more} 行，加 --report 文件.csv 可全部存下`] : [];
    return [`${this.heading}（${this.count} 行）`, ...this.lines, ...rest, ''];
  }
}

/** Imports one file and prints what became of its rows. */
export async function importJobsCommand(
  context: Context,
  file: string,
  options: ImportJobsOptions,
  print: (line: string) => void,
): Promise<ExitCode> {
  const now = context.clock.now();
  const ownerId = await findOwner(context.db, options.owner, now);
  if (ownerId === undefined) {
    const { owner } = options;
    print(owner === undefined ? '还没有管理员，请用 --owner 指定岗位归谁' : `没有这个用户：${owner}`);
    return 1;
  }
  const report =
    options.report === undefined ? undefined : await ReportFile.create(options.report).catch(() => null);
  if (options.report !== undefined && !report) {
    print(`写不了报告 ${options.report}，什么也没有导入`);
    return 1;
  }
  try {
    return await importFile(context, file, { ...options, ownerId, now, report }, print);
  } finally {
    await report?.close();
  }
}

async function importFile(
  context: Context,
  file: string,
  {
    ownerId,
    now,
    report,
    sheet,
    dryRun = false,
    limitErrors,
  }: Omit<ImportJobsOptions, 'report'> & {
    ownerId: string;
    now: Date;
    report: ReportFile | null | undefined;
  },
  print: (line: string) => void,
): Promise<ExitCode> {
  const refused = new Listing('拒绝的行', limitErrors);
  const noted = new Listing('有备注的行', limitErrors);
  const finish = (summary: Summary) => {
    // A real run has been looked at before: what it lists is what stays out.
    const listed = dryRun ? [...refused.text(), ...noted.text()] : refused.text();
    for (const line of [...listed, ...summaryLines(summary, dryRun)]) print(line);
    print(`\n用时 ${((context.clock.now().getTime() - now.getTime()) / 1000).toFixed(1)} 秒`);
    if (dryRun) print('试运行：没有写入任何内容');
  };
  try {
    const summary = await importJobs(context, await readRows(file, sheet), {
      ownerId,
      now,
      dryRun,
      async onRow(row) {
        await report?.add(row);
        if (row.status === 'refused') refused.add({ ...row, notes: [] });
        else if (row.status !== 'known' && sayings(row).length > 0) noted.add(row);
      },
    });
    finish(summary);
    return summary.read > 0 && summary.refused === summary.read ? 2 : 0;
  } catch (error) {
    if (error instanceof UnreadableFileError) print(`无法导入 ${file}：${error.message}`);
    else if (error instanceof ImportInterruptedError) {
      finish(error.summary);
      print(`\n导入中断：${error.message}。以上各行已经处理完；重新运行同一条命令会接着做，不会重复导入`);
    } else throw error;
    return 1;
  }
}

function readLimit(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('请填一个不小于 0 的整数');
  return Number(text);
}

/** Adds `import jobs FILE` to the program. `withContext` opens what the work needs and closes it afterwards. */
export function addImportCommands(
  program: Command,
  withContext: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  program
    .command('import')
    .description('从文件批量导入')
    .command('jobs')
    .description('从 CSV、XLSX 或 JSONL 文件导入岗位；重复运行不会重复导入')
    .argument('<file>', '要导入的文件')
    .option('--dry-run', '只检查，不写入：逐行说明哪里不对、缺什么')
    .option('--owner <user>', '导入的岗位归谁：演示账号或用户编号，默认是最早的管理员')
    .option('--sheet <sheet>', '工作表的名称或序号（从 1 起），默认第一张')
    .option('--report <csv>', '把每一行的结果存成 CSV')
    .option('--limit-errors <n>', '屏幕上最多列出多少行', readLimit, 20)
    .action(async (file: string, options: ImportJobsOptions) => {
      process.exitCode = await withContext((context) =>
        importJobsCommand(context, file, options, (line) => console.log(line)),
      );
    });
}
