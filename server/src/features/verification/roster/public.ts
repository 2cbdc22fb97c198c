import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import { UnreadableFileError } from '../../../files/input';
import { readingLines, sheetLines } from '../../../terminal/reading-lines';
import { interrupted, type Terminal } from '../../../terminal/terminal';
import { longestAdmin } from '../../users/public-store';
import { applyRoster, makePlan } from './apply';
import { readRoster } from './read';
import { planLines } from './text';

export interface ImportRosterOptions {
  dryRun?: boolean;
  leave?: boolean;
  sheet?: string;
  limitErrors: number;
}

/** 0: done, wrong rows are part of life; 1: nothing was written; 2: every row is wrong; 130: Ctrl-C, nothing was written. */
type ExitCode = 0 | 1 | 2 | typeof interrupted;

/** Imports a roster and prints what became of its rows. The audit log names the longest-serving admin as its author. */
export async function importRosterFrom(
  context: Context,
  file: string,
  { dryRun = false, leave = false, sheet, limitErrors }: ImportRosterOptions,
  { print, progress, signal }: Terminal,
): Promise<ExitCode> {
  const now = context.clock.now();
  try {
    const { rows, unusedColumns, reading } = await readRoster(file, sheet);
    for (const line of [...sheetLines(reading), ...readingLines(reading)]) print(line);
    const plan = dryRun
      ? await makePlan(context, context.db.read, rows)
      : (
          await applyRoster(context, rows, {
            digest: null,
            leave,
            actorId: (await longestAdmin(context.db, now)) ?? null,
            requestId: 'cli',
            now,
            onRows(done, of) {
              progress(done, of);
              signal.throwIfAborted();
            },
          })
        ).plan;
    for (const line of planLines(plan, { dryRun, leave, limit: limitErrors, unusedColumns })) print(line);
    return plan.rows.every(({ fate }) => fate === 'wrong') ? 2 : 0;
  } catch (error) {
    if (signal.aborted) {
      print('已按 Ctrl-C 停下，什么也没有写入。再运行同一条命令会从头做');
      return interrupted;
    }
    if (error instanceof UnreadableFileError) print(`无法导入 ${file}：${error.message}`);
    else if (error instanceof AppError) print(`没有写入：${error.detail}`);
    else throw error;
    return 1;
  }
}
