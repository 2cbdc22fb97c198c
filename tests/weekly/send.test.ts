import { sendWeekly } from '@qihang/server/features/weekly/send';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { follow } from '../follows/support';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const sunday = '2026-11-22T19:00+08:00';
const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });
const digests = async (who: PersonKey) =>
  (await t.as(who).notifications.list({ query: {} })).items.filter(({ kind }) => kind === 'weekly.ready');

/** Digests in the database, by person. */
async function toldByPerson(): Promise<Map<string, number>> {
  const { db } = t.context;
  const { notifications } = db.tables;
  const rows = await db.read
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(eq(notifications.kind, 'weekly.ready'));
  const counts = new Map<string, number>();
  for (const { userId } of rows) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  return counts;
}

const run = (context = t.context, due = t.clock.now()) =>
  sendWeekly.run(context, t.clock.now(), new AbortController().signal, due);

it('comes on Sunday at 19:00 to those it has something for, and says what', async () => {
  await t.runTasks();
  await publish({ deadline: '2026-12-20' });
  const other = await publish({
    title: '电气设计工程师',
    company: '临江电气',
    majors: ['电气工程'],
    deadline: '2026-11-27',
  });
  await t.as('linxiao').saves.save({ params: { id: other.id }, body: {} });
  t.clock.set('2026-11-22T18:59+08:00');
  await t.runTasks();
  expect(await toldByPerson()).toEqual(new Map());
  t.clock.set(sunday);
  await t.runTasks();
  expect(await digests('linxiao')).toMatchObject([
    {
      title: '这一周：和你有关的都在这里',
      body: '1 个对口新岗位，1 个收藏快截止',
      act: '去看看',
      link: { page: 'weekly', id: null },
    },
  ]);
  expect(await digests('zhaoyu')).toMatchObject([{ body: '1 个对口新岗位' }]);
  // Whose jobs they are has none, nor who said nothing of a major.
  expect(await digests('chenyiming')).toEqual([]);
  expect(await digests('wanglaoshi')).toEqual([]);
  t.clock.advance(60_000);
  await t.runTasks();
  await run();
  expect([...new Set((await toldByPerson()).values())]).toEqual([1]);
});

it('counts what is followed weekly, not what was told at once, and a piece once', async () => {
  await t.runTasks();
  await publish({ majors: ['法学'] });
  await follow(t, 'wanglaoshi', { kind: 'board', board: 'jobs' }, 'weekly');
  await follow(t, 'wanglaoshi', { kind: 'employer', company: '岚山新能源科技' }, 'weekly');
  await follow(t, 'admin', { kind: 'board', board: 'jobs' }, 'at-once');
  t.clock.set(sunday);
  await t.runTasks();
  expect(await digests('wanglaoshi')).toMatchObject([{ body: '1 条关注的新内容' }]);
  expect(await digests('admin')).toEqual([]);
});

it('tells of new answers and of those that wait to be accepted', async () => {
  await t.runTasks();
  const mine = await t.as('admin').threads.ask({ body: threadDraft({ anonymous: true }) });
  const followed = await t.as('linxiao').threads.ask({ body: threadDraft({ title: '补贴怎么领？' }) });
  await t.as('admin').threads.follow({ params: { id: followed.id } });
  for (const { id } of [mine, followed])
    await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '先问就业办。' } });
  t.clock.set(sunday);
  await t.runTasks();
  expect(await digests('admin')).toMatchObject([{ body: '2 个问题有动静' }]);
  t.clock.set('2026-11-29T19:00+08:00');
  await t.runTasks();
  // The answer to one's own question still waits; the newer digest stands for both.
  expect(await digests('admin')).toMatchObject([{ body: '1 个问题有动静', count: 2 }]);
});

it('comes to those who opened nothing for four weeks once in four', async () => {
  await t.runTasks();
  const { db } = t.context;
  const { sessions, users } = db.tables;
  await db.write((tx) => tx.update(users).set({ major: '车辆工程' }).where(eq(users.id, t.people.zhaoyu.id)));
  await db.write((tx) => tx.delete(sessions).where(eq(sessions.userId, t.people.linxiao.id)));
  const weeks: string[] = [];
  const between: string[] = [];
  for (let week = 0; week < 9; week += 1) {
    t.clock.set(new Date(Date.parse(sunday) + week * 7 * dayMs));
    // The session of 赵雨 is used, and so lasts.
    const lasting = new Date(t.clock.now().getTime() + dayMs);
    await db.write((tx) => tx.update(sessions).set({ expiresAt: lasting }));
    await publish({ title: `第 ${week} 周的岗位`, deadline: null, recheckOn: null });
    const before = await toldByPerson();
    await t.runTasks();
    const after = await toldByPerson();
    const came = (who: PersonKey) =>
      (after.get(t.people[who].id) ?? 0) > (before.get(t.people[who].id) ?? 0) ? '1' : '-';
    weeks.push(came('linxiao'));
    between.push(came('zhaoyu'));
  }
  expect(weeks.join('')).toBe('1---1---1');
  expect(between.join('')).toBe('111111111');
});

it('comes once to each of many, however often the run is broken off, and where two runs meet', async () => {
  await publish();
  const { db } = t.context;
  const now = t.clock.now();
  const people = Array.from({ length: 1000 }, (_, i) => `graduate-${String(i).padStart(4, '0')}`);
  await db.write(async (tx) => {
    for (const id of people)
      await tx.insert(db.tables.users).values({ id, name: '同学', major: '车辆工程', createdAt: now });
  });
  t.clock.set(sunday);
  const due = t.clock.now();
  let left = 0;
  const breaking = {
    ...t.context,
    db: {
      ...db,
      write: (work: Parameters<typeof db.write>[0]) => {
        if (left === 0) throw new Error('The process is gone');
        left -= 1;
        return db.write(work);
      },
    },
  } as TestApp['context'];
  for (let i = 0; i < 2; i += 1) {
    left = 1;
    await run(breaking, due).catch(() => undefined);
    t.clock.advance(60_000);
  }
  expect((await toldByPerson()).size).toBeLessThan(people.length);
  await Promise.all([run(t.context, due), run(t.context, due)]);
  const told = await toldByPerson();
  expect(people.filter((id) => told.get(id) !== 1)).toEqual([]);
});
