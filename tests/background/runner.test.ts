import { LeaseLost } from '@qihang/server/background/lease';
import type { Task } from '@qihang/server/background/task';
import type { Context } from '@qihang/server/context';
import { asc } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';
import { addCounters, count, counts, declaring, gate, runnerOf } from './work';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const minute = 60_000;
const hourly = { everyMinutes: 60 };

/** A task that adds one to the counter of its name. */
const counting = (name: string, schedule: Task['schedule'] = hourly): Task => ({
  name,
  schedule,
  run: (context) => context.db.write((tx) => count(context, tx, name)),
});

const rows = () => {
  const { tasks } = t.context.db.tables;
  return t.context.db.read.select().from(tasks).orderBy(asc(tasks.name));
};

/** Resolves when `condition` holds; the test's own limit ends what never does. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

describe('a task', () => {
  it('runs by its schedule, once each time', async () => {
    // The clock shows Friday, 10:24.
    await addCounters(t.context, ['a', 'b', 'c']);
    const tasks = [
      counting('a', { everyMinutes: 30 }),
      counting('b', { dailyAt: '11:00' }),
      counting('c', { weeklyOn: 1, at: '08:00' }),
    ];
    const runner = runnerOf(declaring(t.context, { tasks }));
    const at = async (time: string) => {
      t.clock.set(`${time}+08:00`);
      await runner.runDue();
      return counts(t.context);
    };
    expect(await at('2026-11-20T10:24')).toEqual([1, 0, 0]);
    expect(await at('2026-11-20T10:53')).toEqual([1, 0, 0]);
    expect(await at('2026-11-20T10:54')).toEqual([2, 0, 0]);
    expect(await at('2026-11-20T11:00')).toEqual([2, 1, 0]);
    expect(await at('2026-11-20T11:01')).toEqual([2, 1, 0]);
    // Occurrences that nobody was there for are made up for by one run.
    expect(await at('2026-11-24T12:00')).toEqual([3, 2, 1]);
    expect(await at('2026-11-24T12:00')).toEqual([3, 2, 1]);
    expect(await at('2026-11-30T08:00')).toEqual([4, 3, 2]);
  });

  it('that is new waits for its time from when the process began', async () => {
    await addCounters(t.context, ['a']);
    const runner = runnerOf(declaring(t.context, { tasks: [counting('a', { dailyAt: '11:00' })] }));
    t.clock.advance(3 * 24 * 60 * minute);
    await runner.runDue();
    expect(await counts(t.context)).toEqual([1]);
  });

  it('follows a schedule that became denser', async () => {
    await addCounters(t.context, ['a']);
    await runnerOf(declaring(t.context, { tasks: [counting('a', { weeklyOn: 4, at: '08:00' })] })).runDue();
    const runner = runnerOf(declaring(t.context, { tasks: [counting('a', { everyMinutes: 10 })] }));
    await runner.runDue();
    t.clock.advance(10 * minute);
    await runner.runDue();
    expect(await counts(t.context)).toEqual([1]);
  });

  it('is told when it runs and for which time, the same time when it is repeated', async () => {
    const runs: [number, number][] = [];
    const task: Task = {
      name: 'a',
      schedule: { dailyAt: '11:00' },
      async run(_, now, __, due) {
        runs.push([now.getTime(), due.getTime()]);
        if (runs.length === 1) throw new Error('no');
      },
    };
    const runner = runnerOf(declaring(t.context, { tasks: [task] }));
    const due = Date.parse('2026-11-20T11:00+08:00');
    t.clock.set(new Date(due + minute));
    await runner.runDue();
    t.clock.advance(minute);
    await runner.runDue();
    expect(runs).toEqual([
      [due + minute, due],
      [due + 2 * minute, due],
    ]);
  });

  it('that fails is repeated after a pause, and its row says why without personal data', async () => {
    let fails = true;
    const task: Task = {
      name: 'a',
      schedule: { dailyAt: '11:00' },
      run: async () => {
        if (fails) throw new TypeError('cannot reach chen@example.edu.cn');
      },
    };
    const logged: string[] = [];
    const runner = runnerOf(declaring(t.context, { tasks: [task] }), {}, logged);
    t.clock.set('2026-11-20T11:00+08:00');
    await runner.runDue();
    await runner.runDue();
    const [failed] = await rows();
    expect(failed).toMatchObject({
      lastError: 'TypeError: cannot reach …',
      failures: 1,
      leasedBy: null,
      lastEndedAt: t.clock.now(),
    });
    expect(logged).toEqual(['a task failed']);
    expect((failed?.dueAt.getTime() ?? 0) - t.clock.now().getTime()).toBeLessThanOrEqual(minute / 2);
    fails = false;
    t.clock.set(failed?.dueAt ?? '');
    await runner.runDue();
    expect(await rows()).toMatchObject([
      { lastError: null, failures: 0, dueAt: new Date('2026-11-21T11:00+08:00') },
    ]);
  });

  it('that fails again and again is tried at its schedule at the latest', async () => {
    const task: Task = { name: 'a', schedule: hourly, run: () => Promise.reject(new Error('no')) };
    const runner = runnerOf(declaring(t.context, { tasks: [task] }));
    for (let i = 0; i < 20; i++) {
      await runner.runDue();
      const [row] = await rows();
      expect(row?.failures).toBe(i + 1);
      const pause = (row?.dueAt.getTime() ?? 0) - t.clock.now().getTime();
      expect(pause).toBeGreaterThan(0);
      expect(pause).toBeLessThanOrEqual(60 * minute);
      t.clock.set(row?.dueAt ?? '');
    }
  });

  it('that fails does not keep the others from running', async () => {
    await addCounters(t.context, ['b']);
    const failing: Task = { name: 'a', schedule: hourly, run: () => Promise.reject(new Error('no')) };
    await runnerOf(declaring(t.context, { tasks: [failing, counting('b')] })).runDue();
    expect(await counts(t.context)).toEqual([1]);
  });
});

describe('two processes', () => {
  it('share the tasks: each runs once', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `t${i}`);
    await addCounters(t.context, names);
    const context = declaring(t.context, { tasks: names.map((name) => counting(name)) });
    await Promise.all([runnerOf(context).runDue(), runnerOf(context).runDue()]);
    expect(await counts(t.context)).toEqual(names.map(() => 1));
  });

  /** A process that has begun a run and writes its effect once the gate opens. */
  async function pausedProcess(pace = {}) {
    const [begun, goOn] = [gate(), gate()];
    const slow: Task = {
      ...counting('a'),
      async run(context) {
        begun.open();
        await goOn.opened;
        await context.db.write((tx) => count(context, tx, 'a'));
      },
    };
    const logged: string[] = [];
    const running = runnerOf(declaring(t.context, { tasks: [slow] }), pace, logged).runDue();
    await begun.opened;
    return { running, goOn, logged };
  }

  it('do not run a task at the same time', async () => {
    await addCounters(t.context, ['a']);
    const { running, goOn } = await pausedProcess();
    const other = runnerOf(declaring(t.context, { tasks: [counting('a')] }));
    t.clock.advance(minute - 1);
    await other.runDue();
    expect(await counts(t.context)).toEqual([0]);
    goOn.open();
    await running;
    await other.runDue();
    expect(await counts(t.context)).toEqual([1]);
  });

  it('one takes over when the lease of the other ran out, and the other cannot write any more', async () => {
    await addCounters(t.context, ['a']);
    const { running, goOn, logged } = await pausedProcess();
    t.clock.advance(minute);
    await runnerOf(declaring(t.context, { tasks: [counting('a')] })).runDue();
    expect(await counts(t.context)).toEqual([1]);
    const taken = await rows();
    goOn.open();
    await running;
    expect(await counts(t.context)).toEqual([1]);
    expect(logged).toEqual(['a task lost its lease; the run is repeated']);
    expect(await rows()).toEqual(taken);
  });

  it('one that lives renews its lease', async () => {
    await addCounters(t.context, ['a']);
    const leaseMs = 30;
    const { running, goOn } = await pausedProcess({ leaseMs });
    const other = runnerOf(declaring(t.context, { tasks: [counting('a')] }), { leaseMs });
    const [{ leaseUntil } = { leaseUntil: null }] = await rows();
    t.clock.advance(leaseMs - 1);
    await until(async () => (await rows())[0]?.leaseUntil?.getTime() === t.clock.now().getTime() + leaseMs);
    t.clock.set(leaseUntil ?? '');
    await other.runDue();
    expect(await counts(t.context)).toEqual([0]);
    goOn.open();
    await running;
    expect(await counts(t.context)).toEqual([1]);
  });

  it('a run that takes too long loses its lease: it is not waited for, cannot write, and another one takes over', async () => {
    await addCounters(t.context, ['a']);
    const [told, goOn, refused] = [gate(), gate(), gate<unknown>()];
    const slow: Task = {
      ...counting('a'),
      async run(context, _, signal) {
        signal.addEventListener('abort', () => told.open());
        await goOn.opened;
        await context.db.write((tx) => count(context, tx, 'a')).catch(refused.open);
      },
    };
    await runnerOf(declaring(t.context, { tasks: [slow] }), { taskLimitMs: 20 }).runDue();
    await told.opened;
    goOn.open();
    expect(await refused.opened).toBeInstanceOf(LeaseLost);
    t.clock.advance(minute);
    await runnerOf(declaring(t.context, { tasks: [counting('a')] })).runDue();
    expect(await counts(t.context)).toEqual([1]);
  });
});

describe('a runner that was started', () => {
  const pace = { pollMs: 1 };
  const started = (context: Context) => {
    const runner = runnerOf(context, pace);
    runner.start();
    return runner;
  };

  it('does what becomes due by itself', async () => {
    await addCounters(t.context, ['a']);
    const runner = started(declaring(t.context, { tasks: [counting('a')] }));
    await until(async () => (await counts(t.context))[0] === 1);
    await until(async () => (await rows())[0]?.leasedBy === null);
    t.clock.advance(60 * minute);
    await until(async () => (await counts(t.context))[0] === 2);
    await runner.stop();
  });

  it('commits nothing while there is nothing to do', async () => {
    const looks = gate();
    let n = 0;
    const { db } = t.context;
    const watched: Context = {
      ...declaring(t.context, { tasks: [counting('a', { dailyAt: '11:00' })] }),
      clock: {
        now: () => {
          if (++n === 50) looks.open();
          return t.clock.now();
        },
      },
    };
    await runnerOf(watched).runDue();
    const before = db.commits();
    const runner = started(watched);
    await looks.opened;
    await runner.stop();
    expect(db.commits()).toBe(before);
  });

  it('goes on after the database failed', async () => {
    await addCounters(t.context, ['a']);
    const context = declaring(t.context, { tasks: [counting('a')] });
    let left = 3;
    const { db } = context;
    const failing = {
      ...db,
      write: ((work) =>
        left-- > 0 ? Promise.reject(new Error('disk I/O error')) : db.write(work)) as typeof db.write,
    };
    const runner = started({ ...context, db: failing });
    await until(async () => (await counts(t.context))[0] === 1);
    await runner.stop();
  });

  it('asks what runs to end, stops when it has ended, and takes nothing more', async () => {
    await addCounters(t.context, ['a', 'b']);
    const [begun, aborted, goOn] = [gate(), gate(), gate()];
    const slow: Task = {
      ...counting('a'),
      async run(context, _, signal) {
        signal.addEventListener('abort', () => aborted.open());
        begun.open();
        await goOn.opened;
        await context.db.write((tx) => count(context, tx, 'a'));
      },
    };
    const runner = started(declaring(t.context, { tasks: [slow, counting('b', { dailyAt: '11:00' })] }));
    await begun.opened;
    let stopped = false;
    const stopping = runner.stop().then(() => {
      stopped = true;
    });
    await aborted.opened;
    t.clock.set('2026-11-20T11:00+08:00');
    expect(stopped).toBe(false);
    goOn.open();
    await stopping;
    // The one that ran is whole, with its next time; the other is left to the next process.
    expect(await counts(t.context)).toEqual([1, 0]);
    expect(await rows()).toMatchObject([
      { name: 'a', leasedBy: null, lastError: null },
      { name: 'b', leasedBy: null },
    ]);
  });

  it('leaves a task that gives up because of stopping to the next process, which repeats it at once', async () => {
    await addCounters(t.context, ['a']);
    const begun = gate();
    const givingUp: Task = {
      ...counting('a'),
      run: (_, __, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          begun.open();
        }),
    };
    const runner = started(declaring(t.context, { tasks: [givingUp] }));
    await begun.opened;
    await runner.stop();
    expect(await rows()).toMatchObject([{ leasedBy: null, lastError: null, failures: 0 }]);
    await runnerOf(declaring(t.context, { tasks: [counting('a')] })).runDue();
    expect(await counts(t.context)).toEqual([1]);
  });
});
