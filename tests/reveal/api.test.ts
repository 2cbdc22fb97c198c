import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const { db } = t.context;
  const { users } = db.tables;
  const { id } = t.people.linxiao;
  await db.write((tx) => tx.update(users).set({ studentNo: '2027301' }).where(eq(users.id, id)));
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const reason = '反复发布求助内容，需要联系本人';
const ask = (anonymous = true) => t.as('linxiao').threads.ask({ body: threadDraft({ anonymous }) });
const reveal = (as: PersonKey | undefined, type: 'thread' | 'answer', id: string) =>
  t.as(as).reveal.reveal({ body: { target: { type, id }, reason } });

describe('POST /moderation/reveal', () => {
  it('names the author of an anonymous question to an admin, who wrote why', async () => {
    const { id } = await ask();
    expect(await reveal('admin', 'thread', id)).toEqual({
      name: '林晓 同学',
      about: '车辆工程 2027 届',
      studentNo: '2027301',
    });
  });

  it('leaves an entry in the audit log, which names the question and not the person', async () => {
    const { id } = await ask();
    await reveal('admin', 'thread', id);
    const { items } = await t.as('admin').audit.list({ query: { action: ['moderation.reveal'] } });
    expect(items).toMatchObject([{ target: { type: 'thread', id }, reason }]);
    const { body } = await t.send('/audit', { as: 'admin' });
    for (const secret of [t.people.linxiao.id, '林晓', '2027301']) expect(body).not.toContain(secret);
  });

  it('tells the asker at once, and nobody else', async () => {
    const { id } = await ask();
    await reveal('admin', 'thread', id);
    const { items } = await t.as('linxiao').notifications.list({ query: {} });
    expect(items).toMatchObject([
      { kind: 'identity.revealed', link: { page: 'thread', id }, title: '管理员查看了你的匿名身份' },
    ]);
    for (const other of ['zhaoyu', 'chenyiming', 'wanglaoshi', 'admin'] as const)
      expect((await t.as(other).notifications.unread({})).unread).toBe(0);
  });

  it('names the author of an anonymous answer', async () => {
    const { id } = await ask();
    const { answers } = await t
      .as('linxiao')
      .threads.answer({ params: { id }, body: { body: '补充一句。' } });
    expect(await reveal('admin', 'answer', answers[0]?.id ?? '')).toMatchObject({ name: '林晓 同学' });
  });

  it.each(['linxiao', 'zhaoyu', 'chenyiming', 'wanglaoshi'] as const)('refuses %s', async (person) => {
    const { id } = await ask();
    expect(await problemOf(reveal(person, 'thread', id))).toMatchObject({ status: 403 });
    expect((await t.as('linxiao').notifications.unread({})).unread).toBe(0);
  });

  it('refuses a visitor, a piece that is gone, and one that is signed', async () => {
    const { id } = await ask(false);
    expect(await problemOf(reveal(undefined, 'thread', id))).toMatchObject({ status: 401 });
    expect(await problemOf(reveal('admin', 'thread', 'nothing'))).toMatchObject({ status: 404 });
    expect(await problemOf(reveal('admin', 'thread', id))).toMatchObject({
      status: 403,
      detail: '这是署名发布的，不用查看身份',
    });
  });

  it('needs a reason', async () => {
    const { id } = await ask();
    const body = { target: { type: 'thread', id }, reason: '看看' };
    const response = await t.send('/moderation/reveal', { method: 'POST', as: 'admin', body });
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, 'reason']);
  });
});
