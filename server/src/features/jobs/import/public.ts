import { resolve } from 'node:path';
import type { Context } from '../../../context';
import { UnreadableFileError } from '../../../files/input';
import { readRows } from '../../../files/read-file';
import { readingLines, sheetLines } from '../../../terminal/reading-lines';
import { interrupted, type Terminal } from '../../../terminal/terminal';
import { findUserId, longestAdmin } from '../../users/public-store';
import { jobColumns } from './fields';
import { judgeBy } from './judge';
import { Listing } from './listing';
import { ReportFile, sayings } from './report-file';
import { ImportInterruptedError, importJobs } from './run';
import type { Summary } from './summary';
import { summaryLines } from './table-text';

export interface ImportJobsOptions {
  dryRun?: boolean;
  owner?: string;
  sheet?: string;
  report?: string;
  /** Why rows that the self-check warns of are published; without it they stay out. */
  reason?: string;
  limitErrors: number;
}

/** 0: done, refused rows are part of life; 1: nothing or not all of it could be read; 2: every row was refused; 130: Ctrl-C. */
type ExitCode = 0 | 1 | 2 | typeof interrupted;

/** Imports one file and prints what became of its rows. */
export async function importJobsFrom(
  context: Context,
  file: string,
  options: ImportJobsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { print } = terminal;
  const now = context.clock.now();
  const { owner } = options;
  // The command line has nobody signed in: without a name the jobs are the longest-serving admin's.
  const ownerId = await (owner === undefined ? longestAdmin(context.db, now) : findUserId(context.db, owner));
  if (ownerId === undefined) {
    print(owner === undefined ? '还没有管理员，请用 --owner 指定岗位归谁' : `没有这个用户：${owner}`);
    return 1;
  }
  if (options.report !== undefined && resolve(options.report) === resolve(file)) {
    print('报告不能写进要导入的文件');
    return 1;
  }
  const report =
    options.report === undefined ? undefined : await ReportFile.create(options.report).catch(() => null);
  if (options.report !== undefined && !report) {
    print(`写不了报告 ${options.report}，什么也没有导入`);
    return 1;
  }
  try {
    return await importFile(context, file, { ...options, ownerId, now, report }, terminal);
  } finally {
    await report?.close();
  }
}

const again = '再运行同一条命令会接着做，已经导入的不会重复';

async function importFile(
  context: Context,
  file: string,
  {
    ownerId,
    now,
    report,
    sheet,
    dryRun = false,
    reason,
    limitErrors,
  }: Omit<ImportJobsOptions, 'report'> & {
    ownerId: string;
    now: Date;
    report: ReportFile | null | undefined;
  },
  { print, progress, signal }: Terminal,
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
    const reading = await readRows(file, jobColumns, { sheet });
    const summary = await importJobs(context, reading.rows, {
      ownerId,
      now,
      dryRun,
      judge: judgeBy(now, reason, [context.config.homeCity]),
      // WeChat knows no person who runs the command: the local rules alone count.
      check: (words, board) =>
        context.registry.judge(context, {
          ...{ actor: { id: ownerId, grants: [] }, type: 'job', board, words },
          wechat: 'not-asked',
        }),
      unnamedColumns: reading.unnamedColumns,
      signal,
      onChunk: (done) => progress(done, reading.count),
      async onRow(row) {
        await report?.add(row);
        if (row.status === 'refused') refused.add({ ...row, notes: [] });
        else if (row.status !== 'known' && sayings(row).length > 0) noted.add(row);
      },
    });
    finish(summary);
    for (const line of [...sheetLines(reading), ...readingLines(reading)]) print(line);
    if (signal.aborted && summary.read < reading.count) {
      print(`\n已按 Ctrl-C 停下：${reading.count} 行里处理完 ${summary.read} 行，其余没有动。${again}`);
      return interrupted;
    }
    return summary.read > 0 && summary.refused === summary.read ? 2 : 0;
  } catch (error) {
    if (error instanceof UnreadableFileError) print(`无法导入 ${file}：${error.message}`);
    else if (error instanceof ImportInterruptedError) {
      finish(error.summary);
      print(`\n导入中断：${error.message}。以上各行已经处理完。${again}`);
    } else throw error;
    return 1;
  }
}
