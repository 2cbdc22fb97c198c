import type { Context } from '../../../context';
import { UnreadableFileError } from '../../../files/input';
import { readRows } from '../../../files/read-file';
import { majorColumns, majorOf } from './columns';
import { listProblems, type SchoolMajor } from './extend';
import { rekeyMajors } from './rekey-store';
import { replaceSchoolMajors } from './store';

interface NumberedMajor {
  line: number;
  major: SchoolMajor;
}

async function readList(file: string): Promise<{ rows: NumberedMajor[]; problems: string[] }> {
  const rows: NumberedMajor[] = [];
  const problems: string[] = [];
  for await (const row of (await readRows(file, majorColumns)).rows) {
    if ('problem' in row) problems.push(`第 ${row.line} 行：${row.problem}`);
    else rows.push({ line: row.line, major: majorOf(row) });
  }
  const found = listProblems(rows.map(({ major }) => major));
  problems.push(...found.map(({ index, message }) => `第 ${rows[index]?.line} 行：${message}`));
  return { rows, problems };
}

/**
 * Replaces the school's list of majors, all of it or nothing, and files every job under the new names.
 * @returns the process's exit code: 0 when the list was written (or could be), 1 when it cannot, with a line for each reason
 */
export async function importMajorsFrom(
  { db, clock }: Context,
  file: string,
  { dryRun = false }: { dryRun?: boolean },
  print: (line: string) => void,
): Promise<0 | 1> {
  let list: Awaited<ReturnType<typeof readList>>;
  try {
    list = await readList(file);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    print(`无法导入 ${file}：${error.message}`);
    return 1;
  }
  const { rows, problems } = list;
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
  const jobs = await db.write(async (tx) => {
    await replaceSchoolMajors(db, tx, majors, importedAt);
    return rekeyMajors(db, tx);
  });
  print(`已写入，${jobs} 个岗位已按新的专业表归类`);
  return 0;
}
