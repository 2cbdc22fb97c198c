import { notify, takeBack } from '@qihang/server/features/notifications/public';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import type { PersonKey } from '../support/people';
import { askedAndAnswered, inbox } from './support';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Change = Partial<Parameters<typeof notify>[2]>;
const tell = (person: PersonKey, change: Change = {}) =>
  t.context.db.write((tx) =>
    notify(t.context, tx, {
      userIds: [t.people[person].id],
      kind: 'identity.revealed',
      ref: null,
      at: t.clock.now(),
      ...change,
    }),
  );
const later = (seconds: number) => t.clock.advance(seconds * 1000);
const unreadOf = async (person: PersonKey) => (await t.as(person).notifications.unread({})).unread;

describe('GET /notifications', () => {
  it('shows a person what concerns that person, the newest first', async () => {
    await tell('linxiao');
    later(60);
    await tell('linxiao', { kind: 'duty.swap-asked', data: { day: '2026-11-27' } });
    await tell('zhaoyu');
    const { items, unread, counts } = await t.as('linxiao').notifications.list({ query: {} });
    expect(items.map(({ title }) => title)).toEqual([
      '有人请你替 11 月 27 日的值班',
      '管理员查看了你的匿名身份',
    ]);
    expect(items[0]).toMatchObject({
      kind: 'duty.swap-asked',
      group: 'notices',
      act: '去看看',
      count: 1,
      read: false,
    });
    expect({ unread, counts }).toEqual({
      unread: 2,
      counts: { deadlines: 0, threads: 0, review: 0, notices: 2 },
    });
  });

  it('refuses a visitor', async () => {
    expect(await problemOf(t.as().notifications.list({ query: {} }))).toMatchObject({ status: 401 });
  });

  it('shows one group, page by page, without one twice', async () => {
    const { threadId } = await askedAndAnswered(t);
    const ref = { type: 'thread', id: threadId } as const;
    for (let n = 0; n < 5; n++) {
      await tell('chenyiming', { kind: 'thread.on-duty', ref });
      await tell('chenyiming');
    }
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await t
        .as('chenyiming')
        .notifications.list({ query: { group: 'threads', limit: 2, ...(cursor ? { cursor } : {}) } });
      expect(page.items.every(({ kind }) => kind === 'thread.on-duty')).toBe(true);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('refuses a cursor of another list', async () => {
    const list = t.as('linxiao').notifications.list({ query: { cursor: 'bm90' } });
    expect(await problemOf(list)).toMatchObject({ status: 400, code: 'cursor.invalid' });
  });

  it('folds unread ones with the same key into the newest, and keeps them folded when they are read', async () => {
    const { threadId } = await askedAndAnswered(t);
    const news = { kind: 'thread.answered', ref: { type: 'thread', id: threadId }, foldKey: 'x' } as const;
    await tell('linxiao', news);
    expect((await inbox(t, 'linxiao'))[0]).toMatchObject({ title: '你的问题有新回答', count: 1 });
    later(5);
    await tell('linxiao', news);
    await tell('linxiao', news);
    const [item, ...others] = await inbox(t, 'linxiao');
    expect(item).toMatchObject({ title: '你的问题有 3 个新回答', count: 3, at: t.clock.now().toISOString() });
    expect(others).toEqual([]);
    expect(await unreadOf('linxiao')).toBe(1);
    const { changed } = await t.as('linxiao').notifications.read({ body: { ids: [item?.id ?? ''] } });
    expect(changed).toEqual([item?.id]);
    expect(await inbox(t, 'linxiao')).toEqual([{ ...item, read: true }]);
    // What comes after is news again.
    later(1);
    await tell('linxiao', news);
    expect((await inbox(t, 'linxiao')).map(({ count, read }) => [count, read])).toEqual([
      [1, false],
      [3, true],
    ]);
  });

  it('does not name what its reader may no longer see, and leads nowhere then', async () => {
    const { threadId } = await askedAndAnswered(t);
    await tell('fresh', { kind: 'thread.followed-answered', ref: { type: 'thread', id: threadId } });
    const [before] = await inbox(t, 'fresh');
    expect(before).toMatchObject({ link: { page: 'thread', id: threadId } });
    const target = { type: 'thread', id: threadId } as const;
    await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'abuse' } });
    const [after] = await inbox(t, 'fresh');
    expect(after).toMatchObject({ body: '一个问题', link: null });
    expect(JSON.stringify(after)).not.toContain(before?.body);
    await t.as('wanglaoshi').moderation.restore({ body: { target, note: '看过了' } });
    expect((await inbox(t, 'fresh'))[0]).toMatchObject({ body: before?.body });
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: false } });
    expect((await inbox(t, 'fresh'))[0]).toMatchObject({ body: '一个问题', link: null });
  });

  it('opens an answer at its question', async () => {
    const { threadId, answerId } = await askedAndAnswered(t);
    await tell('zhaoyu', { kind: 'piece.passed', ref: { type: 'answer', id: answerId } });
    expect((await inbox(t, 'zhaoyu'))[0]?.link).toEqual({ page: 'answer', id: answerId, threadId });
  });

  it('says nothing before its time', async () => {
    await tell('linxiao', { visibleAt: new Date(t.clock.now().getTime() + 10_000) });
    later(9);
    expect(await inbox(t, 'linxiao')).toEqual([]);
    expect(await unreadOf('linxiao')).toBe(0);
    expect((await t.as('linxiao').notifications.read({ body: { all: true } })).changed).toEqual([]);
    later(1);
    expect(await inbox(t, 'linxiao')).toHaveLength(1);
    expect(await unreadOf('linxiao')).toBe(1);
  });

  it('takes back what nobody has read, and leaves what somebody has', async () => {
    await tell('linxiao', { causeId: 'a' });
    await tell('linxiao', { causeId: 'b' });
    await t.as('linxiao').notifications.read({ body: { all: true } });
    await tell('linxiao', { causeId: 'a' });
    await t.context.db.write((tx) => takeBack(t.context.db, tx, 'a'));
    expect((await inbox(t, 'linxiao')).map(({ read }) => read)).toEqual([true, true]);
  });
});

describe('GET /notifications/unread', () => {
  it('answers 304 to a client that has the number already', async () => {
    await tell('linxiao');
    const first = await t.send('/notifications/unread', { as: 'linxiao' });
    expect(first.json()).toEqual({ unread: 1 });
    const headers = { 'if-none-match': String(first.headers.etag) };
    const second = await t.send('/notifications/unread', { as: 'linxiao', headers });
    expect([second.statusCode, second.body]).toEqual([304, '']);
    await tell('linxiao');
    const third = await t.send('/notifications/unread', { as: 'linxiao', headers });
    expect([third.statusCode, third.json()]).toEqual([200, { unread: 2 }]);
  });

  it('is 0 for a person to whom nothing happened', async () => {
    await tell('linxiao');
    expect(await unreadOf('zhaoyu')).toBe(0);
  });
});

describe('POST /notifications/read', () => {
  it('marks some, or all, or all of a group', async () => {
    const { threadId } = await askedAndAnswered(t);
    await tell('zhaoyu');
    await tell('zhaoyu');
    later(1);
    await tell('zhaoyu', { kind: 'thread.accepted', ref: { type: 'thread', id: threadId } });
    const [first] = await inbox(t, 'zhaoyu');
    const read = t.as('zhaoyu').notifications.read;
    expect(await read({ body: { all: true, group: 'threads' } })).toMatchObject({ unread: 2 });
    expect(await read({ body: { ids: [(await inbox(t, 'zhaoyu'))[1]?.id ?? ''] } })).toMatchObject({
      unread: 1,
    });
    expect(await read({ body: { all: true } })).toMatchObject({
      unread: 0,
      counts: { notices: 0, threads: 0 },
    });
    expect(first?.read).toBe(false);
    expect((await inbox(t, 'zhaoyu')).every((item) => item.read)).toBe(true);
  });

  it('can be taken back', async () => {
    await tell('linxiao');
    await tell('linxiao');
    const { changed } = await t.as('linxiao').notifications.read({ body: { all: true } });
    expect(changed).toHaveLength(2);
    const back = await t.as('linxiao').notifications.read({ body: { ids: changed, read: false } });
    expect(back).toMatchObject({ unread: 2 });
    expect([...back.changed].sort()).toEqual([...changed].sort());
  });

  it('passes over what is read already, and what is not the person’s own', async () => {
    await tell('linxiao');
    const [item] = await inbox(t, 'linxiao');
    const ids = [item?.id ?? '', 'nothing'];
    expect((await t.as('zhaoyu').notifications.read({ body: { ids } })).changed).toEqual([]);
    expect((await t.as('zhaoyu').notifications.read({ body: { ids, read: false } })).changed).toEqual([]);
    expect((await inbox(t, 'linxiao'))[0]?.read).toBe(false);
    expect((await t.as('linxiao').notifications.read({ body: { ids } })).changed).toEqual([item?.id]);
    expect((await t.as('linxiao').notifications.read({ body: { ids } })).changed).toEqual([]);
  });

  it.each([{}, { ids: [] }, { ids: ['a'], all: true }, { all: true, read: false }])(
    'refuses %j',
    async (body) => {
      const response = await t.send('/notifications/read', { method: 'POST', as: 'linxiao', body });
      expect([response.statusCode, response.json().code]).toEqual([400, 'request.invalid']);
    },
  );
});

it('forgets what is older than 90 days, and nothing else', async () => {
  await tell('linxiao');
  later(90 * 24 * 3600 - 60);
  await tell('linxiao');
  await t.runTasks();
  expect(await inbox(t, 'linxiao')).toHaveLength(2);
  later(24 * 3600);
  await t.runTasks();
  expect(await inbox(t, 'linxiao')).toHaveLength(1);
});
