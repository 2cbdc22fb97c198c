import { tellFollowers } from '@qihang/server/features/follows/tell';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft } from '../support/drafts';
import { follow, later, manyFollowers, matchedOf, publish } from './support';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const target = (id: string) => ({ type: 'job' as const, id });
const hide = (id: string) =>
  t.as('wanglaoshi').moderation.hide({ body: { target: target(id), reason: 'other', note: '核实' } });
const restoreJob = (id: string) =>
  t.as('wanglaoshi').moderation.restore({ body: { target: target(id), note: '核实过了' } });
const run = (context = t.context) =>
  tellFollowers.run(context, t.clock.now(), new AbortController().signal, t.clock.now());

/** How many messages of matches there are, by person. */
async function toldByPerson(): Promise<Map<string, number>> {
  const { db } = t.context;
  const { notifications } = db.tables;
  const counts = new Map<string, number>();
  for (const { userId } of await db.read
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(eq(notifications.kind, 'follow.matched')))
    counts.set(userId, (counts.get(userId) ?? 0) + 1);
  return counts;
}

it('tells of a new job within minutes, once, whatever is edited later', async () => {
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  await follow(t, 'zhaoyu', { kind: 'board', board: 'jobs' }, 'weekly');
  await follow(t, 'chenyiming', { kind: 'board', board: 'jobs' });
  t.clock.advance(60_000);
  const job = await publish(t);
  await later(t);
  const [told, ...more] = await matchedOf(t, 'linxiao');
  expect(more).toEqual([]);
  expect(told).toMatchObject({
    title: '你关注的有新内容',
    body: '整车热管理工程师',
    link: { page: 'job', id: job.id },
    count: 1,
  });
  expect(await matchedOf(t, 'zhaoyu')).toEqual([]);
  // Whose job it is knows.
  expect(await matchedOf(t, 'chenyiming')).toEqual([]);
  await t.as('chenyiming').jobs.update({ params: { id: job.id }, body: { version: 1, title: '改过的名字' } });
  await later(t);
  await later(t);
  expect([...(await toldByPerson()).values()]).toEqual([1]);
});

it('folds what comes in, and opens the week where it is more than one', async () => {
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  await follow(t, 'linxiao', { kind: 'employer', company: '岚山新能源科技有限公司' });
  t.clock.advance(60_000);
  await publish(t);
  await later(t);
  // By two ways it is one piece.
  expect((await matchedOf(t, 'linxiao')).map(({ count }) => count)).toEqual([1]);
  await publish(t, { title: '电气设计工程师', company: '临江电气' });
  await publish(t, { title: '工艺工程师', company: '晨雾制造' });
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toMatchObject([
    { title: '你关注的有 3 条新内容', count: 3, link: { page: 'weekly', id: null } },
  ]);
});

it('tells those whom the filter of the list would show the job, and nobody else', async () => {
  const filters = [
    { city: ['宁波'] },
    { city: ['江州'] },
    { city: ['宁波', '江州'], kind: ['campus' as const] },
    { kind: ['internship' as const] },
    { major: ['车辆工程'] },
    { major: ['法学'] },
    { degree: ['bachelor' as const], payMin: 15_000 },
    { payMin: 30_000 },
    { q: '热管理' },
    { q: '会计' },
    { local: true },
    { referral: true },
    { board: 'jobs', city: ['合肥'] },
  ];
  const { db } = t.context;
  const now = t.clock.now();
  const people = filters.map((_, i) => `by-filter-${i}`);
  await db.write(async (tx) => {
    for (const id of people) await tx.insert(db.tables.users).values({ id, name: '同学', createdAt: now });
  });
  for (const [i, filter] of filters.entries()) {
    const { id } = await follow(t, 'linxiao', { kind: 'filter', filter });
    await db.write((tx) =>
      tx
        .update(db.tables.follows)
        .set({ userId: people[i] ?? '' })
        .where(eq(db.tables.follows.id, id)),
    );
  }
  t.clock.advance(60_000);
  const { id } = await publish(t);
  const shown = [];
  for (const query of filters)
    shown.push((await t.as().jobs.list({ query })).items.some((job) => job.id === id));
  await later(t);
  const told = await toldByPerson();
  expect(people.map((person) => told.get(person) === 1)).toEqual(shown);
  expect(new Set(shown)).toEqual(new Set([true, false]));
});

it('says nothing of what was there before it was followed, but of what came in late', async () => {
  const { id } = await publish(t);
  t.clock.advance(60_000);
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toEqual([]);
  const late = await publish(t, { title: '导入的岗位', company: '临江电气' });
  const { db } = t.context;
  const { jobs, followedPieces } = db.tables;
  // As an import writes it: with the day on which it was first posted.
  await db.write((tx) =>
    tx
      .update(jobs)
      .set({ publishedAt: new Date(t.clock.now().getTime() - 3 * dayMs) })
      .where(eq(jobs.id, late.id)),
  );
  await later(t);
  expect((await matchedOf(t, 'linxiao')).map(({ link }) => link)).toEqual([{ page: 'job', id: late.id }]);
  const met = await db.read.select({ id: followedPieces.pieceId }).from(followedPieces);
  expect(new Set(met.map((row) => row.id))).toEqual(new Set([id, late.id]));
});

it('tells of articles on a board that is followed', async () => {
  await follow(t, 'linxiao', { kind: 'board', board: 'guidance' });
  t.clock.advance(60_000);
  const post = await t.as('guidanceLead').posts.create({ body: postDraft() });
  await t.as('admin').posts.create({ body: postDraft({ board: 'notices', title: '别的栏目' }) });
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toMatchObject([{ link: { page: 'post', id: post.id }, count: 1 }]);
});

it('waits until readers see what is reviewed or scheduled', async () => {
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  t.clock.advance(60_000);
  const draft = await t.as('chenyiming').jobs.startDraft({ body: jobDraft() });
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toEqual([]);
  const publishAt = new Date(t.clock.now().getTime() + 3 * dayMs).toISOString();
  await t.as('chenyiming').jobs.schedule({ params: { id: draft.id }, body: { publishAt } });
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toEqual([]);
  t.clock.advance(3 * dayMs);
  await t.runTasks();
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toMatchObject([{ link: { page: 'job', id: draft.id } }]);
});

it('takes back what readers no longer see, and tells of it again only where nobody was told', async () => {
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  t.clock.advance(60_000);
  const first = await publish(t);
  await hide(first.id);
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toEqual([]);
  await restoreJob(first.id);
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toHaveLength(1);
  await hide(first.id);
  expect(await matchedOf(t, 'linxiao')).toEqual([]);
  await restoreJob(first.id);
  await later(t);
  expect(await matchedOf(t, 'linxiao')).toEqual([]);
});

it('tells each of many once, however often a run is broken off', async () => {
  const people = await manyFollowers(t, 1100);
  t.clock.advance(60_000);
  await publish(t);
  await publish(t, { title: '电气设计工程师', company: '临江电气' });
  const { db } = t.context;
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
  t.clock.advance(60_000);
  for (let runs = 0, done = false; !done && runs < 20; runs += 1) {
    left = 1;
    done = await run(breaking).then(
      () => true,
      () => false,
    );
  }
  await run();
  const told = await toldByPerson();
  expect(people.filter((id) => told.get(id) !== 2)).toEqual([]);
  expect(told.size).toBe(people.length);
});

it('tells once where two runs meet', async () => {
  const people = await manyFollowers(t, 600);
  t.clock.advance(60_000);
  await publish(t);
  t.clock.advance(60_000);
  await Promise.all([run(), run()]);
  const told = await toldByPerson();
  expect(people.filter((id) => told.get(id) !== 1)).toEqual([]);
});

it('tells nobody who is closing the account', async () => {
  await follow(t, 'linxiao', { kind: 'board', board: 'jobs' });
  const { db } = t.context;
  await db.write((tx) =>
    tx.insert(db.tables.accountClosures).values({
      userId: t.people.linxiao.id,
      name: '林晓',
      posts: 'remove',
      cause: 'person',
      requestedAt: t.clock.now(),
      eraseAt: new Date(t.clock.now().getTime() + 15 * dayMs),
    }),
  );
  t.clock.advance(60_000);
  await publish(t);
  await later(t);
  expect(await toldByPerson()).toEqual(new Map());
});
