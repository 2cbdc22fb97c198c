import { dayMs } from '@qihang/shared/time/shanghai';
import { startTestApp, type TestApp } from '../support/app';
import { runnerOf } from './work';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const task = async () => {
  const { db } = t.context;
  const rows = await db.read.select().from(db.tables.tasks);
  return rows.find(({ name }) => name === 'retention');
};
const sessions = () => t.context.db.read.$count(t.context.db.tables.sessions);

it('retention runs every hour by itself', async () => {
  await t.runTasks();
  expect(await sessions()).toBe(Object.keys(t.people).length);
  expect(await task()).toMatchObject({ lastEndedAt: t.clock.now(), lastError: null });
  t.clock.advance(365 * dayMs);
  await t.runTasks();
  expect(await sessions()).toBe(0);
  expect(await task()).toMatchObject({
    lastEndedAt: t.clock.now(),
    dueAt: new Date(t.clock.now().getTime() + 60 * 60_000),
  });
});

it('a rule that fails is named, and keeps no other from being applied', async () => {
  const [first, ...rules] = t.context.registry.retention;
  if (!first) throw new Error('There is no rule');
  const applied: string[] = [];
  const context = {
    ...t.context,
    registry: {
      ...t.context.registry,
      retention: [
        { ...first, apply: () => Promise.reject(new Error('no')) },
        ...rules.map((rule) => ({
          ...rule,
          apply: async () => {
            applied.push(rule.name);
            return 0;
          },
        })),
      ],
    },
  };
  await runnerOf(context).runDue();
  expect(applied).toEqual(rules.map(({ name }) => name));
  expect((await task())?.lastError).toBe(`AggregateError: Retention rules failed: ${first.name}`);
});

it('forgets messages a week after they were sent or given up', async () => {
  const { db } = t.context;
  const { outbox } = db.tables;
  const now = t.clock.now();
  await db.write(async (tx) => {
    for (const state of ['waiting', 'sent', 'dead'] as const)
      await tx.insert(outbox).values({
        id: state,
        kind: 'test.unknown',
        createdAt: now,
        dueAt: now,
        state,
        settledAt: state === 'waiting' ? null : now,
      });
  });
  const left = async () => (await db.read.select().from(outbox)).map(({ id }) => id).sort();
  t.clock.advance(7 * dayMs - 1);
  await t.runTasks();
  expect(await left()).toEqual(['dead', 'sent', 'waiting']);
  t.clock.advance(60 * 60_000);
  await t.runTasks();
  expect(await left()).toEqual(['waiting']);
});
