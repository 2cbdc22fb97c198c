import { listOpenFeedback, markFeedbackSeen } from '@qihang/server/features/post-feedback/public-store';
import { runRetention } from '@qihang/server/retention';
import { feedbackLimits } from '@qihang/shared/post-feedback/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (title = '三方协议') => t.as('guidanceLead').posts.create({ body: postDraft({ title }) });
const give = (who: PersonKey, id: string, kind: 'useful' | 'outdated' | 'wrong', note = '') =>
  t.as(who).postFeedback.give({ params: { id }, body: { kind, note } });
const seen = async (who: PersonKey | undefined, id: string) =>
  (await t.as(who).posts.detail({ params: { id } })).feedback;

describe('POST /posts/:id/feedback', () => {
  it('counts 有用 once a person, for everybody to see', async () => {
    const { id } = await publish();
    expect(await give('linxiao', id, 'useful')).toMatchObject({ useful: 1, mine: ['useful'] });
    expect(await give('linxiao', id, 'useful')).toMatchObject({ useful: 1 });
    expect(await give('zhaoyu', id, 'useful')).toMatchObject({ useful: 2 });
    expect(await seen(undefined, id)).toEqual({
      useful: 2,
      mine: [],
      possiblyOutdated: false,
      viewer: { can: [] },
    });
  });

  it('takes several kinds of one person, and takes one back', async () => {
    const { id } = await publish();
    await give('linxiao', id, 'useful');
    await give('linxiao', id, 'wrong', '日期写错了');
    expect((await seen('linxiao', id))?.mine.sort()).toEqual(['useful', 'wrong']);
    const left = await t.as('linxiao').postFeedback.takeBack({ params: { id, kind: 'useful' } });
    expect(left).toMatchObject({ useful: 0, mine: ['wrong'] });
  });

  it('asks what is wrong, and shows it at the note', async () => {
    const { id } = await publish();
    const problem = await problemOf(give('linxiao', id, 'wrong'));
    expect(problem.errors).toEqual([{ path: 'note', message: '写一句哪里有误，作者才好改' }]);
    const long = await problemOf(give('linxiao', id, 'wrong', '字'.repeat(feedbackLimits.note + 1)));
    expect(long.errors).toMatchObject([{ path: 'note' }]);
  });

  it.each([
    ['somebody not verified', 'unverified', 'verification.required'],
    ['the author', 'guidanceLead', 'action.forbidden'],
  ] as const)('refuses %s', async (_, who, code) => {
    const { id } = await publish();
    expect(await problemOf(give(who, id, 'useful'))).toMatchObject({ status: 403, code });
  });

  it('refuses who is muted, and what readers do not see', async () => {
    const { id } = await publish();
    const question = await t
      .as('linxiao')
      .threads.ask({ body: { title: '补贴怎么领？', body: '想问清楚流程。', category: 'policy' } });
    const target = { type: 'thread', id: question.id } as const;
    await t.as('wanglaoshi').moderation.mute({ body: { target, days: 1, reason: '试一试' } });
    expect(await problemOf(give('linxiao', id, 'useful'))).toMatchObject({ code: 'person.muted' });
    await t.as('guidanceLead').posts.withdraw({ params: { id } });
    expect(await problemOf(give('zhaoyu', id, 'useful'))).toMatchObject({ status: 404 });
  });

  it('bounds how much one person says in a day', async () => {
    const { id } = await publish();
    const { db } = t.context;
    const { id: userId } = t.people.linxiao;
    const other = await publish('另一篇');
    const at = t.clock.now();
    // As many as the limit, on articles of their own.
    for (let n = 0; n < feedbackLimits.aDay; n += 1) {
      const post = n === 0 ? other : await publish(`第 ${n} 篇`);
      await db.write((tx) =>
        tx
          .insert(db.tables.postFeedback)
          .values({ id: `f${n}`, postId: post.id, userId, kind: 'useful', note: '', at }),
      );
    }
    const problem = await problemOf(give('linxiao', id, 'useful'));
    expect(problem).toMatchObject({ status: 429, code: 'rate.limited' });
    t.clock.advance(dayMs + 1000);
    expect(await give('linxiao', id, 'useful')).toMatchObject({ useful: 1 });
  });
});

describe('已过期', () => {
  it('warns the author from two people on, and tells readers from three on', async () => {
    const { id } = await publish();
    await give('linxiao', id, 'outdated');
    expect((await seen('guidanceLead', id))?.open).toEqual({ outdated: 1, wrong: 0 });
    await give('zhaoyu', id, 'outdated', '政策换了');
    expect((await seen('guidanceLead', id))?.open?.outdated).toBe(feedbackLimits.warnsAuthor);
    expect((await seen(undefined, id))?.possiblyOutdated).toBe(false);
    await give('wanglaoshi', id, 'outdated');
    expect((await seen(undefined, id))?.possiblyOutdated).toBe(true);
    expect(await seen(undefined, id)).not.toHaveProperty('open');
  });

  it('is answered by 已处理, and comes back when it is said again', async () => {
    const { id } = await publish();
    for (const who of ['linxiao', 'zhaoyu', 'wanglaoshi'] as const) await give(who, id, 'outdated');
    const after = await t.as('guidanceLead').postFeedback.settle({ params: { id } });
    expect(after).toMatchObject({ possiblyOutdated: false, open: { outdated: 0, wrong: 0 } });
    await give('zhaoyu', id, 'outdated');
    expect((await seen('guidanceLead', id))?.open?.outdated).toBe(1);
  });

  it('is answered by an edit', async () => {
    const { id } = await publish();
    await give('linxiao', id, 'wrong', '日期写错了');
    await t.as('guidanceLead').posts.update({ params: { id }, body: { version: 1, title: '改好了' } });
    expect((await seen('guidanceLead', id))?.open).toEqual({ outdated: 0, wrong: 0 });
  });
});

describe('GET /posts/:id/feedback', () => {
  it('shows words and time, the newest first, and never who said so', async () => {
    const { id } = await publish();
    await give('linxiao', id, 'wrong', '日期写错了');
    t.clock.advance(60_000);
    await give('zhaoyu', id, 'outdated', '政策换了');
    await give('zhaoyu', id, 'useful');
    const list = () => t.as('guidanceLead').postFeedback.list({ params: { id } });
    const { items } = await list();
    expect(items).toEqual([
      {
        id: expect.any(String),
        kind: 'outdated',
        note: '政策换了',
        at: t.clock.now().toISOString(),
        settledAt: null,
      },
      { id: expect.any(String), kind: 'wrong', note: '日期写错了', at: expect.any(String), settledAt: null },
    ]);
    const answer = JSON.stringify(await list());
    for (const who of ['linxiao', 'zhaoyu'] as const) expect(answer).not.toContain(t.people[who].id);
    expect(answer).not.toMatch(/林晓|赵雨/);
    await t.as('guidanceLead').postFeedback.settle({ params: { id } });
    expect((await list()).items.map(({ settledAt }) => settledAt)).not.toContain(null);
  });

  it('goes on page by page', async () => {
    const { id } = await publish();
    await give('linxiao', id, 'wrong', '第一处');
    t.clock.advance(60_000);
    await give('zhaoyu', id, 'wrong', '第二处');
    const page = (cursor?: string) =>
      t.as('guidanceLead').postFeedback.list({
        params: { id },
        query: { limit: 1, ...(cursor ? { cursor } : {}) },
      });
    const first = await page();
    const second = await page(first.nextCursor ?? '');
    expect([...first.items, ...second.items].map(({ note }) => note)).toEqual(['第二处', '第一处']);
    expect(second.nextCursor).toBeNull();
  });
});

describe("the author's desk", () => {
  it('lists what waits at all articles, by article and kind, until it is answered', async () => {
    const one = await publish('第一篇');
    const two = await publish('第二篇');
    await give('linxiao', one.id, 'outdated', '政策换了');
    t.clock.advance(60_000);
    await give('zhaoyu', one.id, 'outdated', '真的换了');
    t.clock.advance(60_000);
    await give('linxiao', two.id, 'wrong', '日期写错了');
    await give('linxiao', two.id, 'useful');
    const { items } = await t.as('guidanceLead').postFeedback.mine({});
    expect(items).toMatchObject([
      { postId: two.id, title: '第二篇', kind: 'wrong', note: '日期写错了', count: 1, seen: false },
      { postId: one.id, title: '第一篇', kind: 'outdated', note: '真的换了', count: 2, seen: false },
    ]);
    await t.as('guidanceLead').postFeedback.seen({});
    expect((await t.as('guidanceLead').postFeedback.mine({})).items.map((item) => item.seen)).toEqual([
      true,
      true,
    ]);
    await t.as('guidanceLead').postFeedback.settle({ params: { id: one.id } });
    expect((await t.as('guidanceLead').postFeedback.mine({})).items).toHaveLength(1);
    expect((await t.as('chenyiming').postFeedback.mine({})).items).toEqual([]);
  });

  it('has a store for others to ask', async () => {
    const { id } = await publish();
    await give('linxiao', id, 'wrong', '日期写错了');
    const { db } = t.context;
    const author = t.people.guidanceLead.id;
    const [item] = await listOpenFeedback(db, db.read, author, 5);
    expect(item).toEqual({
      postId: id,
      board: 'guidance',
      title: '三方协议',
      kind: 'wrong',
      note: '日期写错了',
      at: t.clock.now(),
      count: 1,
      seen: false,
    });
    await db.write((tx) => markFeedbackSeen(db, tx, author, t.clock.now()));
    expect(await listOpenFeedback(db, db.read, author, 5)).toMatchObject([{ seen: true }]);
    expect(await listOpenFeedback(db, db.read, author, 0)).toEqual([]);
  });
});

it('records when a moderator answers for the author', async () => {
  const { id } = await publish();
  await give('linxiao', id, 'wrong', '日期写错了');
  await t.as('wanglaoshi').postFeedback.settle({ params: { id } });
  const { items } = await t.as('admin').audit.list({ query: { action: ['posts.settle-feedback'] } });
  expect(items).toMatchObject([{ target: { type: 'post', id }, after: { wrong: 1 } }]);
});

it('forgets half a year after the answer', async () => {
  const { id } = await publish();
  await give('linxiao', id, 'wrong', '日期写错了');
  await give('linxiao', id, 'useful');
  await t.as('guidanceLead').postFeedback.settle({ params: { id } });
  t.clock.advance(180 * dayMs);
  await runRetention({ ...t.context, clock: t.clock });
  const { db } = t.context;
  const left = await db.read.select({ kind: db.tables.postFeedback.kind }).from(db.tables.postFeedback);
  expect(left).toEqual([{ kind: 'useful' }]);
});
