import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Asking = Parameters<typeof threadDraft>[0];
let n = 0;
const ask = (as: PersonKey, change: Asking = {}) =>
  t.as(as).threads.ask({ body: threadDraft({ title: `第 ${++n} 个问题：三方怎么解约？`, ...change }) });
const say = (as: PersonKey, id: string, body: string, anonymous = false) =>
  t.as(as).threads.answer({ params: { id }, body: { body, anonymous } });
const show = (as: PersonKey | undefined, id: string) => t.as(as).threads.detail({ params: { id } });

/** The 45 bits of time in an id: its first nine digits. */
const timeOf = (id: string): string => id.slice(0, 9);

describe('anonymous voices of a thread', () => {
  it('are 提问者 and 同学B, 同学C by their first words, the same from then on', async () => {
    const { id } = await ask('linxiao', { anonymous: true });
    await say('zhaoyu', id, '先问学院。', true);
    await say('chenyiming', id, '我也不清楚。', true);
    await say('linxiao', id, '补充一句。');
    await say('zhaoyu', id, '学院说可以。', true);
    await say('wanglaoshi', id, '可以。');
    const { author, alias, answers } = await show(undefined, id);
    expect([author.name, alias]).toEqual(['提问者', '提问者']);
    expect(answers.map((one) => [one.body, one.author.name])).toEqual(
      expect.arrayContaining([
        ['先问学院。', '同学B'],
        ['我也不清楚。', '同学C'],
        ['补充一句。', '提问者'],
        ['学院说可以。', '同学B'],
        ['可以。', '王立群 老师'],
      ]),
    );
  });

  it('begin again in the next thread, whoever spoke in the one before', async () => {
    const [first, second] = [await ask('linxiao'), await ask('linxiao')];
    await say('zhaoyu', first.id, '先问学院。', true);
    await say('chenyiming', second.id, '先问学院呀。', true);
    await say('zhaoyu', second.id, '学院说可以。', true);
    const names = (await show(undefined, second.id)).answers.map(({ body, author }) => [body, author.name]);
    expect(Object.fromEntries(names)).toEqual({ '先问学院呀。': '同学B', '学院说可以。': '同学C' });
  });

  it('are nobody beside the words of the same person by name', async () => {
    const { id } = await ask('linxiao');
    await say('wanglaoshi', id, '不一定。', true);
    await say('wanglaoshi', id, '以公告为准。');
    const { answers } = await show('zhaoyu', id);
    const [hidden, named] = ['不一定。', '以公告为准。'].map((body) =>
      answers.find((one) => one.body === body),
    );
    expect(hidden?.author).toEqual({
      anonymous: true,
      name: '同学B',
      about: '',
      official: false,
      self: false,
    });
    expect(named?.author).toMatchObject({ anonymous: false, official: true });
    // Offered alike: an office that the words do not show changes nothing.
    await say('zhaoyu', id, '我查过了。', true);
    const seen = (await show('chenyiming', id)).answers.filter(({ author }) => author.anonymous);
    expect(new Set(seen.map(({ viewer }) => JSON.stringify(viewer.can))).size).toBe(1);
  });

  it('are not the asker of a question by name, whose place would tell', async () => {
    const { id } = await ask('linxiao');
    const { errors } = await problemOf(say('linxiao', id, '补充一句。', true));
    expect(errors).toEqual([{ path: 'anonymous', message: '这个问题是你署名提的，补充也会署名' }]);
  });

  it('get no letter before readers see them, and leave no gap', async () => {
    const { id } = await ask('linxiao');
    const { db, registry } = t.context;
    const held = (await say('zhaoyu', id, '先问学院。', true)).answers[0]?.id ?? '';
    await db.write(async (tx) => {
      await tx.delete(db.tables.threadVoices);
      const life = { life: 'in-review', lifeReason: null, lifeRank: null } as const;
      await registry.kinds.answer.setLife(db, tx, held, life);
    });
    const moderated = (await show('chenyiming', id)).answers.find((one) => one.id === held);
    expect(moderated?.author.name).toBe('匿名同学');
    await say('wanglaoshi', id, '不一定。', true);
    expect((await show(undefined, id)).answers.map(({ author }) => author.name)).toEqual(['同学B']);
  });
});

describe('times and ids of anonymous words', () => {
  it('are those of the minute, whatever the person did by name in it', async () => {
    t.clock.set('2026-11-20T10:24:37.123+08:00');
    const minute = '2026-11-20T02:24:00.000Z';
    const hidden = await ask('linxiao', { anonymous: true });
    const named = await ask('linxiao');
    expect(hidden).toMatchObject({ askedAt: minute, dueAt: '2026-11-21T02:24:00.000Z' });
    expect(named.askedAt).toBe('2026-11-20T02:24:37.123Z');
    expect(timeOf(hidden.id)).not.toBe(timeOf(named.id));
    const { answers } = await say('zhaoyu', named.id, '先问学院。', true);
    expect(answers[0]?.answeredAt).toBe(minute);
    expect(timeOf(answers[0]?.id ?? '')).toBe(timeOf(hidden.id));
    const edited = await t
      .as('linxiao')
      .threads.edit({ params: { id: hidden.id }, body: { body: '补充一点。', version: 1 } });
    expect(edited.editedAt).toBe(minute);
    const solved = await say('chenyiming', hidden.id, '可以。');
    const answerId = solved.answers[0]?.id ?? '';
    await t.as('linxiao').threads.accept({ params: { id: hidden.id }, body: { answerId } });
    expect((await show(undefined, hidden.id)).solvedAt).toBe(minute);
    t.clock.advance(3 * 60_000);
    await ask('linxiao', { anonymous: true });
    for (const sort of ['newest', 'active'] as const) {
      const { nextCursor } = await t.as().threads.list({ query: { sort, limit: 1 } });
      const [, at] = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString());
      expect(new Date(at).toISOString()).toBe('2026-11-20T02:27:00.000Z');
    }
  });
});

describe('what follows from an anonymous author', () => {
  it('changes nothing of who is on duty', async () => {
    const onDuty = async (as: PersonKey, change: Asking) => (await ask(as, change)).onDuty;
    // The one lead of the board is on duty for everybody, also for the lead.
    expect(await onDuty('linxiao', { anonymous: true })).toBe('陈一鸣');
    expect(await onDuty('chenyiming', { anonymous: true })).toBe('陈一鸣');
    expect(await onDuty('chenyiming', {})).toBe('陈一鸣');
  });

  it('counts in no record of what a lead did', async () => {
    const { id } = await ask('linxiao');
    const record = async () => (await t.send('/me/desk/record.csv', { as: 'chenyiming' })).body;
    const before = await record();
    await say('chenyiming', id, '不一定。', true);
    expect(await record()).toBe(before);
    await say('chenyiming', id, '以公告为准。');
    expect(await record()).not.toBe(before);
  });

  it('is in no earlier version: what the author changed is signed like the piece', async () => {
    const { id } = await ask('linxiao', { anonymous: true });
    await t.as('linxiao').threads.edit({ params: { id }, body: { body: '第二稿。', version: 1 } });
    await t
      .as('wanglaoshi')
      .threads.edit({ params: { id }, body: { title: '三方怎么解约呢？', version: 2 } });
    const { items } = await t.as('chenyiming').threads.history({ params: { id } });
    expect(items.map(({ rev, by, changed }) => [rev, by, changed])).toEqual([
      [3, '王立群 老师', ['标题']],
      [2, '提问者', ['补充']],
      [1, '提问者', []],
    ]);
    expect(items[1]?.at).toBe('2026-11-20T02:24:00.000Z');
    expect((await problemOf(t.as('zhaoyu').threads.history({ params: { id } }))).status).toBe(403);
  });

  it('is in no answer to anybody else', async () => {
    const { id } = await ask('linxiao', { anonymous: true });
    const { answers } = await say('zhaoyu', id, '先问学院。', true);
    await t.as('linxiao').threads.markUseful({ params: { id: answers[0]?.id ?? '' } });
    await t.as('linxiao').threads.follow({ params: { id } });
    const urls = [
      `/threads/${id}`,
      `/threads/${id}/revisions`,
      `/answers/${answers[0]?.id}/revisions`,
      '/threads',
      '/threads?tab=answered',
      '/threads/similar?title=三方怎么解约',
      '/search?q=解约',
      '/me/export',
      '/moderation/mutes?state=all',
    ];
    const secrets = [t.people.linxiao.id, t.people.zhaoyu.id, '林晓', '赵雨', '车辆工程'];
    for (const url of urls)
      for (const as of ['chenyiming', 'wanglaoshi', 'admin', 'guidanceLead', undefined] as const) {
        const { body } = await t.send(encodeURI(url), as ? { as } : {});
        for (const secret of secrets) expect([url, as, body.includes(secret)]).toEqual([url, as, false]);
      }
  });
});
