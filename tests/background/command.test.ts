import { createRequire } from 'node:module';
import { join } from 'node:path';
import { enqueue } from '@qihang/server/background/outbox';
import type { Task } from '@qihang/server/background/task';
import { addOutboxCommands } from '@qihang/server/cli/outbox';
import { addTaskCommands } from '@qihang/server/cli/tasks';
import type { Context } from '@qihang/server/context';
import { startTestApp, type TestApp } from '../support/app';
import { declaring, gate, runnerOf } from './work';

type Program = Parameters<typeof addTaskCommands>[0];
// The command line is the server's own dependency.
const commander = createRequire(join(__dirname, '../../server/package.json'))('commander') as {
  Command: new (name: string) => Program;
};

let t: TestApp;
let printed: string[];
const exitCode = process.exitCode;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.restore();
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = exitCode;
});

/** Runs the command line as it is typed; its exit code and the lines it printed. */
async function qihang(context: Context, ...args: string[]) {
  printed.splice(0);
  process.exitCode = undefined;
  const program = new commander.Command('qihang').exitOverride();
  addTaskCommands(program, (work) => work(context));
  addOutboxCommands(program, (work) => work(context));
  await program.parseAsync(['node', 'qihang', ...args]);
  return { code: process.exitCode ?? 0, lines: [...printed] };
}

describe('qihang tasks', () => {
  it('lists what runs when, and how the last run went', async () => {
    const weekly: Task = {
      name: 'weekly',
      schedule: { weeklyOn: 1, at: '08:00' },
      run: async () => undefined,
    };
    const broken: Task = {
      name: 'broken',
      schedule: { everyMinutes: 60 },
      run: () => Promise.reject(new Error('no')),
    };
    const context = declaring(t.context, { tasks: [weekly, broken] });
    expect((await qihang(context, 'tasks', 'list')).lines).toEqual([
      'weekly（每周一 08:00）',
      '  上次运行：还没有运行过',
      '  下次运行：服务启动以后',
      'broken（每小时）',
      '  上次运行：还没有运行过',
      '  下次运行：服务启动以后',
    ]);
    await runnerOf(context).runDue();
    expect((await qihang(context, 'tasks', 'list')).lines).toEqual([
      'weekly（每周一 08:00）',
      '  上次运行：还没有运行过',
      '  下次运行：2026-11-23 08:00',
      'broken（每小时）',
      '  上次运行：2026-11-20 10:24',
      '  下次运行：2026-11-20 10:24',
      '  上次出错：Error: no（连续 1 次）',
    ]);
  });

  it('runs one now, whether it is due or not', async () => {
    let runs = 0;
    const task: Task = {
      name: 'daily',
      schedule: { dailyAt: '03:30' },
      run: async () => void runs++,
    };
    const context = declaring(t.context, { tasks: [task] });
    const run = () => qihang(context, 'tasks', 'run', 'daily');
    expect(await run()).toEqual({ code: 0, lines: ['daily：已完成'] });
    expect(await run()).toEqual({ code: 0, lines: ['daily：已完成'] });
    expect(runs).toBe(2);
    expect((await qihang(context, 'tasks', 'list')).lines).toContain('  下次运行：2026-11-21 03:30');
  });

  it('says that a task failed, runs elsewhere or does not exist', async () => {
    const [begun, goOn] = [gate(), gate()];
    const tasks: Task[] = [
      { name: 'broken', schedule: { dailyAt: '03:30' }, run: () => Promise.reject(new Error('no')) },
      {
        name: 'slow',
        schedule: { everyMinutes: 60 },
        run: async () => {
          begun.open();
          await goOn.opened;
        },
      },
    ];
    const context = declaring(t.context, { tasks });
    const running = runnerOf(context).runDue();
    await begun.opened;
    expect(await qihang(context, 'tasks', 'run', 'slow')).toEqual({
      code: 1,
      lines: ['slow：正由另一个进程运行，没有再运行一次'],
    });
    expect((await qihang(context, 'tasks', 'list')).lines).toContain('slow（每小时），正在运行');
    goOn.open();
    await running;
    expect(await qihang(context, 'tasks', 'run', 'broken')).toEqual({
      code: 1,
      lines: ['broken：没有完成'],
    });
    expect(await qihang(context, 'tasks', 'run', 'nothing')).toMatchObject({ code: 1 });
  });
});

describe('qihang outbox', () => {
  it('lists what is not sent, and sends a dead message again', async () => {
    let works = false;
    const context = declaring(t.context, {
      deliveries: {
        'test.note': async () =>
          works ? { outcome: 'sent' } : { outcome: 'failed', error: 'no such template' },
      },
    });
    const { db } = context;
    const now = t.clock.now();
    const later = new Date(now.getTime() + 60_000);
    await db.write(async (tx) => {
      await enqueue(db, tx, { id: 'note-1', kind: 'test.note', payload: { n: 1 } }, now);
      await enqueue(db, tx, { id: 'note-2', kind: 'test.note', payload: { n: 2 }, dueAt: later }, now);
    });
    await runnerOf(context).runDue();
    expect((await qihang(context, 'outbox', 'list')).lines).toEqual([
      'note-1（test.note）：没有送达，2026-11-20 10:24 放弃，试过 1 次：no such template',
      'note-2（test.note）：等待发送，2026-11-20 10:25 起，试过 0 次',
    ]);
    works = true;
    expect(await qihang(context, 'outbox', 'retry', 'note-1')).toEqual({
      code: 0,
      lines: ['note-1：服务会再次发送'],
    });
    // Only a dead message can be sent again.
    expect(await qihang(context, 'outbox', 'retry', 'note-2')).toMatchObject({ code: 1 });
    t.clock.set(later);
    await runnerOf(context).runDue();
    expect((await qihang(context, 'outbox', 'list')).lines).toEqual([
      '没有等待发送的消息，也没有发送失败的消息',
    ]);
  });
});
