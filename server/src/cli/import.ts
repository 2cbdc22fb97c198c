import { check } from '@qihang/shared/contract/messages';
import { overrideReason } from '@qihang/shared/jobs/field-schemas';
import { type Command, InvalidArgumentError } from 'commander';
import type { Context } from '../context';
import { type ImportJobsOptions, importJobsFrom } from '../features/jobs/import/public';
import { type ImportMajorsOptions, importMajorsFrom } from '../features/jobs/majors/public';
import { type ImportRosterOptions, importRosterFrom } from '../features/verification/roster/public';
import { atTerminal } from './terminal';

function readLimit(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('请填一个不小于 0 的整数');
  return Number(text);
}

/** As long as the page takes it: the reason is kept with each job and shown to those who keep the board. */
function readReason(text: string): string {
  const read = check(overrideReason, text);
  if (read.ok && read.value !== undefined) return read.value;
  throw new InvalidArgumentError(`理由${read.ok ? '不能为空' : read.errors[0]?.message}`);
}

/** Adds `import jobs`, `import majors` and `import roster` to the program. `withContext` opens what the work needs and closes it afterwards. */
export function addImportCommands(
  program: Command,
  withContext: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  const imports = program.command('import').description('从文件批量导入');
  imports
    .command('majors')
    .description('导入学校自己的专业表（专业、专业类、门类、别名），代替上一次导入的；岗位随之重新归类')
    .argument('<file>', 'CSV 或 XLSX 文件')
    .option('--dry-run', '只检查，不写入：逐行说明哪里不对')
    .option('--sheet <sheet>', '工作表的名称或序号（从 1 起），默认第一张没有隐藏的')
    .action(async (file: string, options: ImportMajorsOptions) => {
      process.exitCode = await withContext((context) =>
        atTerminal((terminal) => importMajorsFrom(context, file, options, terminal)),
      );
    });
  imports
    .command('jobs')
    .description('从 CSV、XLSX 或 JSONL 文件导入岗位；重复运行不会重复导入')
    .argument('<file>', '要导入的文件')
    .option('--dry-run', '只检查，不写入：逐行说明哪里不对、缺什么')
    .option('--owner <user>', '导入的岗位归谁：演示账号或用户编号，默认是最早的管理员')
    .option('--sheet <sheet>', '工作表的名称或序号（从 1 起），默认第一张没有隐藏的')
    .option('--reason <text>', '自检有提醒的岗位为什么仍要发布；不写，这些行不导入', readReason)
    .option('--report <csv>', '把每一行的结果存成 CSV')
    .option('--limit-errors <n>', '屏幕上最多列出多少行', readLimit, 20)
    .action(async (file: string, options: ImportJobsOptions) => {
      process.exitCode = await withContext((context) =>
        atTerminal((terminal) => importJobsFrom(context, file, options, terminal)),
      );
    });
  imports
    .command('roster')
    .description('从 CSV、XLSX 或 JSONL 文件导入学生名册；同一个学号只有一条，重复运行只更新变化')
    .argument('<file>', '要导入的文件：学号、姓名、学院、专业、班级、毕业年份')
    .option('--dry-run', '只检查，不写入：逐行说明哪里不对、会新增和改动谁')
    .option('--leave', '文件是这些学院和年份的全部名单：把不在里面的人标为已不在校')
    .option('--sheet <sheet>', '工作表的名称或序号（从 1 起），默认第一张没有隐藏的')
    .option('--limit-errors <n>', '屏幕上每类最多列出多少行', readLimit, 20)
    .action(async (file: string, options: ImportRosterOptions) => {
      process.exitCode = await withContext((context) =>
        atTerminal((terminal) => importRosterFrom(context, file, options, terminal)),
      );
    });
}
