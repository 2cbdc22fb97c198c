import type { Context } from '../../../context';
import { AppError } from '../../../errors';
import { UnreadableFileError } from '../../../files/input';
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

/** 0: done, wrong rows are part of life; 1: the file could not be read or nothing was written; 2: every row is wrong. */
type ExitCode = 0 | 1 | 2;

/** Imports a roster and prints what became of its rows. The audit log names the longest-serving admin as its author. */
export async function importRosterFrom(
  context: Context,
  file: string,
  { dryRun = false, leave = false, sheet, limitErrors }: ImportRosterOptions,
  print: (line: string) => void,
): Promise<ExitCode> {
  const now = context.clock.now();
  try {
    const { rows, unusedColumns } = await readRoster(file, sheet);
    const plan = dryRun
      ? await makePlan(context, context.db.read, rows)
      : (
          await applyRoster(context, rows, {
            digest: null,
            leave,
            actorId: (await longestAdmin(context.db, now)) ?? null,
            requestId: 'cli',
            now,
          })
        ).plan;
    for (const line of planLines(plan, { dryRun, leave, limit: limitErrors, unusedColumns })) print(line);
    return plan.rows.every(({ fate }) => fate === 'wrong') ? 2 : 0;
  } catch (error) {
    if (error instanceof UnreadableFileError) print(`无法导入 ${file}：${error.message}`);
    else if (error instanceof AppError) print(`没有写入：${error.detail}`);
    else throw error;
    return 1;
  }
}
