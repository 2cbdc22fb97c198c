import { dayMs } from '@qihang/shared/time/shanghai';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const ask = (as: PersonKey = 'linxiao', title?: string) =>
  t.as(as).threads.ask({ body: threadDraft(title === undefined ? {} : { title }) });
const say = async (as: PersonKey, id: string, body = '可以，先问学院。') => {
  const { answers } = await t.as(as).threads.answer({ params: { id }, body: { body } });
  return answers.find((one) => one.body === body)?.id ?? '';
};
const one = (id: string) => ({ params: { id } });
const show = (id: string, as?: PersonKey) => t.as(as).threads.detail(one(id));

describe('没解决', () => {
  it('is said once, starts the clock again, and the next answer answers', async () => {
    const { id } = await ask();
    await say('zhaoyu', id);
    t.clock.advance(2 * dayMs);
    const unsolved = await t.as('linxiao').threads.unsolved(one(id));
    expect(unsolved).toMatchObject({
      state: 'unsolved',
      dueAt: '2026-11-23T02:24:00.000Z',
      overdue: false,
      unsolvedAt: '2026-11-22T02:24:00.000Z',
    });
    expect((await t.as().threads.counts({ query: {} })).waiting).toBe(1);
    t.clock.advance(60_000);
    await say('chenyiming', id, '去学院换协议。');
    expect((await show(id)).state).toBe('answered');
    const again = await problemOf(t.as('linxiao').threads.unsolved(one(id)));
    expect([again.status, again.code]).toEqual([409, 'thread.wrong-state']);
  });

  it('is overdue when its time is over', async () => {
    const { id } = await ask();
    expect((await show(id)).overdue).toBe(false);
    t.clock.advance(dayMs);
    expect(await show(id)).toMatchObject({ state: 'open', overdue: true });
  });
});

describe('reopening and closing', () => {
  it('takes an acceptance back', async () => {
    const { id } = await ask();
    const answerId = await say('zhaoyu', id);
    await t.as('linxiao').threads.accept({ ...one(id), body: { answerId } });
    const reopened = await t.as('linxiao').threads.reopen(one(id));
    expect(reopened).toMatchObject({ state: 'answered', solvedAt: null, answers: [{ accepted: false }] });
  });

  it('ends the answers, keeps what was said, and begins the clock again', async () => {
    const { id } = await ask();
    const reason = '学院已经答复了';
    const closed = await t.as('linxiao').threads.close({ ...one(id), body: { reason } });
    expect(closed).toMatchObject({
      state: 'closed',
      dueAt: null,
      closed: { by: 'asker', reason, into: null },
    });
    const late = await problemOf(say('zhaoyu', id));
    expect([late.status, late.code]).toEqual([409, 'thread.closed']);
    t.clock.advance(2 * dayMs);
    const reopened = await t.as('linxiao').threads.reopen(one(id));
    expect(reopened).toMatchObject({ state: 'open', closed: null, overdue: false });
  });
});

describe('useful', () => {
  it('counts people, never twice and never the author, and leads the order', async () => {
    const { id } = await ask();
    const first = await say('zhaoyu', id, '先问学院。');
    t.clock.advance(60_000);
    const second = await say('chenyiming', id, '以公告为准。');
    const marked = async (as: PersonKey) => t.as(as).threads.markUseful(one(second));
    expect(await marked('linxiao')).toEqual({ n: 1, mine: true });
    expect(await marked('linxiao')).toEqual({ n: 1, mine: true });
    expect(await marked('unverified')).toEqual({ n: 2, mine: true });
    expect((await problemOf(marked('chenyiming'))).status).toBe(403);
    const { answers } = await show(id, 'linxiao');
    expect(answers.map((answer) => [answer.id, answer.useful])).toEqual([
      [second, { n: 2, mine: true }],
      [first, { n: 0, mine: false }],
    ]);
    expect(await t.as('linxiao').threads.unmarkUseful(one(second))).toEqual({ n: 1, mine: false });
    expect(await t.as('linxiao').threads.unmarkUseful(one(second))).toEqual({ n: 1, mine: false });
    expect((await problemOf(t.as().threads.markUseful(one(second)))).status).toBe(401);
  });

  it('counts each of many who say so at once', async () => {
    const { id } = await ask();
    const answerId = await say('zhaoyu', id);
    const who = ['linxiao', 'chenyiming', 'wanglaoshi', 'admin', 'guidanceLead'] as const;
    await Promise.all(who.map((as) => t.as(as).threads.markUseful(one(answerId))));
    expect((await show(id)).answers[0]?.useful.n).toBe(5);
  });
});

describe('tabs and counts', () => {
  it('hold what has answers, waits, is mine and is followed', async () => {
    const [open, answered, closed] = [
      await ask('linxiao', '档案放哪里好？'),
      await ask('zhaoyu', '户口能留两年吗？'),
      await ask('zhaoyu', '五险从哪天起交？'),
    ];
    await say('chenyiming', answered.id);
    await t.as('zhaoyu').threads.close({ ...one(closed.id), body: null });
    await t.as('linxiao').threads.follow(one(answered.id));
    await t.as('linxiao').threads.follow(one(answered.id));
    const titles = async (tab: 'answered' | 'waiting' | 'mine' | 'following') =>
      (await t.as('linxiao').threads.list({ query: { tab } })).items.map(({ id }) => id);
    expect(await titles('answered')).toEqual([answered.id]);
    expect(await titles('waiting')).toEqual([open.id]);
    expect(await titles('mine')).toEqual([open.id]);
    expect(await titles('following')).toEqual([answered.id]);
    const counts = { answered: 1, waiting: 1, mine: 1, following: 1 };
    expect(await t.as('linxiao').threads.counts({ query: {} })).toEqual(counts);
    expect(await t.as().threads.counts({ query: {} })).toEqual({ ...counts, mine: null, following: null });
    expect(await t.as().threads.counts({ query: { category: ['mood'] } })).toMatchObject({ answered: 0 });
    for (const tab of ['mine', 'following'] as const)
      expect((await problemOf(t.as().threads.list({ query: { tab } }))).status).toBe(401);
    expect(await t.as('linxiao').threads.unfollow(one(answered.id))).toEqual({ following: false });
    expect(await titles('following')).toEqual([]);
  });
});

describe('an edit', () => {
  it('keeps every version, and tells readers that and when', async () => {
    const { id } = await ask();
    const answerId = await say('zhaoyu', id);
    t.clock.advance(60_000);
    const body = { body: '可以，先问学院，再办解约函。', version: 1 };
    const edited = await t.as('zhaoyu').threads.editAnswer({ ...one(answerId), body });
    expect(edited.answers[0]).toMatchObject({ version: 2, edits: 1, editedAt: '2026-11-20T02:25:00.000Z' });
    const { items } = await t.as('zhaoyu').threads.answerHistory(one(answerId));
    expect(items.map(({ rev, by, fields }) => [rev, by, fields[0]?.text])).toEqual([
      [2, '赵雨 同学', '可以，先问学院，再办解约函。'],
      [1, '赵雨 同学', '可以，先问学院。'],
    ]);
    const stale = await problemOf(t.as('zhaoyu').threads.editAnswer({ ...one(answerId), body }));
    expect(stale.code).toBe('version.stale');
    const foreign = await problemOf(
      t.as('linxiao').threads.editAnswer({ ...one(answerId), body: { ...body, version: 2 } }),
    );
    expect(foreign.status).toBe(403);
    expect((await t.as().search.search({ query: { q: '解约函' } })).items.map((hit) => hit.id)).toEqual([id]);
  });

  it('of the same words is none', async () => {
    const { id, title } = await ask();
    const same = await t.as('linxiao').threads.edit({ ...one(id), body: { title, version: 1 } });
    expect(same).toMatchObject({ version: 1, edits: 0, editedAt: null });
  });

  it('by two at once is one: the other is told', async () => {
    const { id } = await ask();
    const edits = ['第一稿。', '第二稿。'].map((body) =>
      t.send(`/threads/${id}`, { method: 'PATCH', as: 'linxiao', body: { body, version: 1 } }),
    );
    const statuses = (await Promise.all(edits)).map(({ statusCode }) => statusCode);
    expect(statuses.sort()).toEqual([200, 409]);
  });
});

describe('age', () => {
  it('marks what is older than a year, answer by answer', async () => {
    const { id } = await ask();
    await say('zhaoyu', id, '按去年的政策可以。');
    const { db } = t.context;
    const { threads, answers: given } = db.tables;
    const long = new Date(t.clock.now().getTime() - 366 * dayMs);
    await db.write(async (tx) => {
      await tx.update(given).set({ answeredAt: long });
      await tx.update(threads).set({ askedAt: long, activeAt: long });
    });
    const old = await show(id);
    expect([old.outdated, old.answers[0]?.outdated]).toEqual([true, true]);
    await say('chenyiming', id, '今年的政策改了。');
    const { outdated, answers } = await show(id);
    expect([outdated, ...answers.map((one) => [one.body, one.outdated])]).toEqual([
      false,
      ['按去年的政策可以。', true],
      ['今年的政策改了。', false],
    ]);
  });
});

describe('similar questions', () => {
  it('are solved before answered before open, and only near enough', async () => {
    const open = await ask('linxiao', '签了三方还能报选调生吗？');
    const answered = await ask('zhaoyu', '签三方以后还能报选调生吗？');
    const solved = await ask('zhaoyu', '签完三方还能报选调生吗？');
    await ask('chenyiming', '宿舍几点断电？');
    await say('chenyiming', answered.id);
    const answerId = await say('chenyiming', solved.id);
    await t.as('zhaoyu').threads.accept({ ...one(solved.id), body: { answerId } });
    const { items } = await t.as().threads.similar({ query: { title: '签过三方还能报选调生吗' } });
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [solved.id, 'solved'],
      [answered.id, 'answered'],
      [open.id, 'open'],
    ]);
  });

  it.each(['怎么', '??', '怎么办'])('are none for a title that says nothing: %s', async (title) => {
    await ask('linxiao', '宿舍几点断电，怎么办？');
    expect((await t.as().threads.similar({ query: { title } })).items).toEqual([]);
  });
});
