import type { Command } from 'commander';
import { runNow } from '../background/run-now';
import { scheduleWords } from '../background/schedule';
import type { Task } from '../background/task';
import { listTasks, type TaskRow } from '../background/task-store';
import { usualPace } from '../background/worker';
import type { Context } from '../context';
import { momentWords } from './moment';

function linesOf({ name, schedule }: Task, row: TaskRow | undefined): string[] {
  const { lastStartedAt, lastError, failures = 0, leasedBy, dueAt } = row ?? {};
  return [
    `${name}（${scheduleWords(schedule)}）${leasedBy ? '，正在运行' : ''}`,
    `  上次运行：${lastStartedAt ? momentWords(lastStartedAt) : '还没有运行过'}`,
    `  下次运行：${dueAt ? momentWords(dueAt) : '服务启动以后'}`,
    ...(lastError ? [`  上次出错：${lastError}（连续 ${failures} 次）`] : []),
  ];
}

/** How the run ended, in one line, and the exit code of the program. */
async function run(context: Context, name: string): Promise<[line: string, code: number]> {
  const task = context.registry.tasks.find((one) => one.name === name);
  if (!task) return [`没有名为 ${name} 的任务，用 qihang tasks list 查看`, 1];
  const log = { error: (facts: unknown, message?: string) => console.error(message, facts) };
  const worker = { context, pace: usualPace, log, stopping: new AbortController().signal };
  switch ((await runNow(worker, task))?.outcome) {
    case undefined:
      return [`${name}：正由另一个进程运行，没有再运行一次`, 1];
    case 'done':
      return [`${name}：已完成`, 0];
    default:
      return [`${name}：没有完成`, 1];
  }
}

/** Adds `tasks list` and `tasks run` to the program. */
export function addTaskCommands(
  program: Command,
  withContext: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
): void {
  const tasks = program.command('tasks').description('服务定时做的事');
  tasks
    .command('list')
    .description('列出任务：什么时候运行，上次、下次的时间，上次出的错')
    .action(() =>
      withContext(async ({ db, registry }) => {
        const rows = new Map((await listTasks(db)).map((row) => [row.name, row]));
        for (const task of registry.tasks)
          for (const line of linesOf(task, rows.get(task.name))) console.log(line);
      }),
    );
  tasks
    .command('run')
    .description('现在就运行一个任务；正在运行的不会再运行一次')
    .argument('<name>', '任务的名称')
    .action(async (name: string) => {
      const [line, code] = await withContext((context) => run(context, name));
      console.log(line);
      process.exitCode = code;
    });
}
