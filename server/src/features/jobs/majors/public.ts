import type { Context } from '../../../context';
import { UnreadableFileError } from '../../../files/input';
import { readRows } from '../../../files/read-file';
import { readingLines, sheetLines } from '../../../terminal/reading-lines';
import { interrupted, type Terminal } from '../../../terminal/terminal';
import { nextTurn } from '../../../turns';
import { majorColumns, majorOf } from './columns';
import { listProblems, type SchoolMajor } from './extend';
import { rekeyMajors } from './rekey-store';
import { replaceSchoolMajors } from './store';

interface NumberedMajor {
  line: number;
  major: SchoolMajor;
}

interface List {
  rows: NumberedMajor[];
  problems: string[];
  /** What was passed over while the file was read. */
  said: string[];
}

async function readList(file: string, sheet: string | undefined): Promise<List> {
  const rows: NumberedMajor[] = [];
  const problems: string[] = [];
  const reading = await readRows(file, majorColumns, { sheet });
  for await (const row of reading.rows) {
    if ('problem' in row) problems.push(`第 ${row.line} 行：${row.problem}`);
    else rows.push({ line: row.line, major: majorOf(row) });
  }
  const found = listProblems(rows.map(({ major }) => major));
  problems.push(...found.map(({ index, message }) => `第 ${rows[index]?.line} 行：${message}`));
  return { rows, problems, said: [...sheetLines(reading), ...readingLines(reading)] };
}

export interface ImportMajorsOptions {
  dryRun?: boolean;
  sheet?: string;
}

/**
 * Replaces the school's list of majors, all of it or nothing, and files every job under the new names.
 * @returns the process's exit code: 0 when the list was written (or could be), 1 when it cannot, with a line for each reason,
 * 130 after Ctrl-C, with nothing written
 */
export async function importMajorsFrom(
  { db, clock }: Context,
  file: string,
  { dryRun = false, sheet }: ImportMajorsOptions,
  { print, progress, signal }: Terminal,
): Promise<0 | 1 | typeof interrupted> {
  let list: List;
  try {
    list = await readList(file, sheet);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    print(`无法导入 ${file}：${error.message}`);
    return 1;
  }
  const { rows, problems, said } = list;
  for (const line of said) print(line);
  if (problems.length > 0) {
    for (const problem of problems) print(problem);
    print(`\n${problems.length} 处要改，什么也没有写入`);
    return 1;
  }
  const majors = rows.map(({ major }) => major);
  const aliases = majors.reduce((sum, one) => sum + one.aliases.length, 0);
  print(`${majors.length} 个专业，${aliases} 个别名`);
  if (dryRun) {
    print('试运行：没有写入任何内容');
    return 0;
  }
  const importedAt = clock.now();
  let jobs: number;
  try {
    jobs = await db.write(async (tx) => {
      await replaceSchoolMajors(db, tx, majors, importedAt);
      return rekeyMajors(db, tx, async (done, of) => {
        progress(done, of);
        await nextTurn();
        signal.throwIfAborted();
      });
    });
  } catch (error) {
    if (!signal.aborted) throw error;
    print('已按 Ctrl-C 停下，什么也没有写入，原来的专业表还在用。再运行同一条命令会从头做');
    return interrupted;
  }
  print(`已写入，${jobs} 个岗位已按新的专业表归类`);
  return 0;
}
