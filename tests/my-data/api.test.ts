import { registry } from '@qihang/server/composition/registry';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, threadDraft } from '../support/drafts';
import { type Life, liveALife, mark } from './life';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ QIHANG_DEMO: '1' });
});
beforeEach(() => t.restore());
afterAll(() => t.close());

/** Signs somebody in anew, as a phone does after the account was closed. */
async function signInAgain(who: 'linxiao' | 'chenyiming' | 'admin'): Promise<string> {
  const { db } = t.context;
  const { users } = db.tables;
  await db.write((tx) =>
    tx.update(users).set({ demoAccount: 'graduate' }).where(eq(users.id, t.people[who].id)),
  );
  return (await t.as().session.demo({ body: { account: 'graduate' } })).token ?? '';
}

const call = async (method: 'GET' | 'POST' | 'DELETE', url: string, token: string, body?: unknown) => {
  const response = await t.send(url, { method, token, body });
  return { status: response.statusCode, json: response.body ? response.json() : undefined };
};

describe('GET /me/data and GET /me/export', () => {
  let life: Life;
  beforeEach(async () => {
    life = await liveALife(t);
  });

  it('has something in every section after a full life, and the export the same number', async () => {
    const { sections, teachers } = await t.as('chenyiming')['my-data'].show({});
    const { data } = await t.as('chenyiming')['my-data'].export({});
    const counts = Object.fromEntries(sections.map(({ key, count }) => [key, count]));
    expect(Object.entries(data).map(([key, rows]) => [key, rows.length])).toEqual(Object.entries(counts));
    // He has not left yet, and nobody did anything to his account itself.
    expect(Object.keys(counts).filter((key) => counts[key] === 0)).toEqual(['closures', 'actsAboutMe']);
    expect(teachers).toEqual([{ name: '王立群 老师', about: '就业指导中心' }]);
  });

  it('gives the whole of what is mine, anonymous questions too', async () => {
    const { format, version, exportedAt, data } = await t.as('chenyiming')['my-data'].export({});
    expect([format, version, exportedAt]).toEqual(['qihang-export', 1, t.clock.now().toISOString()]);
    expect(data.person).toEqual([
      expect.objectContaining({ name: '陈一鸣', studentNo: '2023010101', className: '电气 2301' }),
    ]);
    expect(data.questions).toEqual([
      expect.objectContaining({ id: life.question.id, body: mark, alias: expect.any(String) }),
    ]);
    expect(data.savedJobs).toEqual([
      expect.objectContaining({ title: '电气设计工程师', progress: 'applied', note: mark }),
    ]);
    expect(data.answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ question: '补贴怎么领？', body: mark, anonymous: false }),
        expect.objectContaining({ body: `${mark}，匿名说一句`, anonymous: true }),
      ]),
    );
    expect(data.voices).toEqual([expect.objectContaining({ alias: '同学B' })]);
    expect(data.following).toEqual([expect.objectContaining({ title: '补贴怎么领？' })]);
    expect(data.useful).toHaveLength(1);
    expect(data.consents).toHaveLength(3);
  });

  it('holds no token, no openid and no id of another person', async () => {
    const response = await t.send('/me/export', { as: 'chenyiming' });
    const { db } = t.context;
    const identities = await db.read.select().from(db.tables.wechatIdentities);
    const sessions = await db.read.select().from(db.tables.sessions);
    const secrets = [
      ...identities.map(({ openid }) => openid),
      ...sessions.map(({ tokenHash }) => tokenHash),
      ...Object.values(t.people).map(({ id }) => id),
    ];
    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter((secret) => response.body.includes(secret))).toEqual([]);
  });

  it("shows nothing of anybody else's life", async () => {
    const { data } = await t.as('guidanceLead')['my-data'].export({});
    expect(JSON.stringify(data)).not.toContain(mark);
    expect([data.questions, data.savedJobs, data.jobs]).toEqual([[], [], []]);
  });

  it('is for the person alone', async () => {
    expect(await problemOf(t.as()['my-data'].export({}))).toMatchObject({ code: 'session.required' });
    expect(await problemOf(t.as()['my-data'].show({}))).toMatchObject({ code: 'session.required' });
  });

  it('writes instants as the contract does, also without the checks of the tests', async () => {
    const { data } = await t.as('chenyiming')['my-data'].export({});
    expect(data.questions?.[0]?.askedAt).toBe(t.clock.now().toISOString());
    expect(registry.personalData.length).toBeGreaterThan(8);
  });
});

describe('DELETE /me', () => {
  const leave = (who: 'linxiao' | 'chenyiming' | 'admin', posts: 'keep' | 'remove' = 'keep') =>
    t.as(who)['my-data'].leave({ body: { posts } });

  it('signs out everywhere and says until when one can come back', async () => {
    const other = await signInAgain('linxiao');
    expect(await leave('linxiao', 'remove')).toEqual({
      requestedAt: '2026-11-20T02:24:00.000Z',
      eraseAt: '2026-11-27T02:24:00.000Z',
      posts: 'remove',
    });
    for (const token of [t.people.linxiao.token, other])
      expect((await call('GET', '/me', token)).json.code).toBe('session.invalid');
  });

  it('keeps the posts unless told otherwise, also without a body', async () => {
    expect((await t.send('/me', { method: 'DELETE', as: 'linxiao' })).json()).toMatchObject({
      posts: 'keep',
    });
  });

  it('needs nobody to agree to anything first', async () => {
    expect((await t.send('/me', { method: 'DELETE', as: 'fresh' })).statusCode).toBe(200);
  });

  it('makes the person nameless to readers at once', async () => {
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft({ anonymous: false }) });
    await leave('linxiao');
    const { author } = await t.as('zhaoyu').threads.detail({ params: { id } });
    expect(author).toMatchObject({ name: '已注销用户', about: '' });
  });

  it('gives the questions on duty to another lead', async () => {
    const { db } = t.context;
    const { threads } = db.tables;
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
    await db.write((tx) =>
      tx.update(threads).set({ onDutyId: t.people.chenyiming.id }).where(eq(threads.id, id)),
    );
    await leave('chenyiming');
    // 周晓雯 has the board 就业指导 only: no other lead is left for this one, and the teacher answers.
    expect((await t.as('zhaoyu').threads.detail({ params: { id } })).onDuty).toBe('王立群');
    const next = await t.as('linxiao').threads.ask({ body: threadDraft({ title: '又一个问题？' }) });
    expect(next.onDuty).toBe('王立群');
  });

  it('asks to sign in again when that was long ago', async () => {
    t.clock.advance(31 * 60_000);
    expect(await problemOf(leave('linxiao'))).toMatchObject({ status: 403, code: 'session.not-recent' });
    const token = await signInAgain('linxiao');
    expect((await call('DELETE', '/me', token, { posts: 'keep' })).status).toBe(200);
  });

  it('is refused to the last admin, and open once there is another', async () => {
    expect(await problemOf(leave('admin'))).toMatchObject({ status: 409, code: 'role.last-admin' });
    const { db } = t.context;
    const grant = {
      id: 'second-admin',
      userId: t.people.wanglaoshi.id,
      role: 'admin' as const,
      boards: null,
    };
    const startsAt = t.clock.now();
    await db.write((tx) => tx.insert(db.tables.roleGrants).values({ ...grant, startsAt, endsAt: null }));
    t.clock.advance(1000);
    await leave('admin');
    // Whoever is leaving does not count as the one who stays.
    expect(await problemOf(t.as('wanglaoshi')['my-data'].leave({ body: { posts: 'keep' } }))).toMatchObject({
      code: 'role.last-admin',
    });
  });

  it('takes no other fate of the posts', async () => {
    const response = await t.send('/me', { method: 'DELETE', as: 'linxiao', body: { posts: 'burn' } });
    expect(response.json().errors).toEqual([{ path: 'posts', message: '不在可选范围内' }]);
  });
});

describe('an account that is being closed', () => {
  let token: string;
  beforeEach(async () => {
    await t.as('linxiao')['my-data'].leave({ body: { posts: 'remove' } });
    token = await signInAgain('linxiao');
  });

  it('signs in, but opens only what leaving is about', async () => {
    const answers = await Promise.all(
      (['/me', '/me/saved', '/me/consents', '/me/data', '/me/export', '/me/closure'] as const).map(
        async (url) => [url, (await call('GET', url, token)).status],
      ),
    );
    expect(Object.fromEntries(answers)).toEqual({
      '/me': 403,
      '/me/saved': 403,
      '/me/consents': 403,
      '/me/data': 200,
      '/me/export': 200,
      '/me/closure': 200,
    });
    expect((await call('GET', '/me', token)).json.code).toBe('account.closing');
    expect((await call('POST', '/threads', token, threadDraft())).json.code).toBe('account.closing');
  });

  it('reads as a visitor does', async () => {
    const { id } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    const { status, json } = await call('GET', `/jobs/${id}`, token);
    expect([status, json.viewer.can]).toEqual([200, ['report']]);
  });

  it('takes it back, name and all', async () => {
    expect((await call('DELETE', '/me/closure', token)).status).toBe(204);
    expect((await call('GET', '/me', token)).json).toMatchObject({ name: '林晓' });
    expect((await call('GET', '/me/closure', token)).status).toBe(404);
    t.clock.advance(8 * dayMs);
    expect((await t.as().session.demo({ body: { account: 'graduate' } })).user.name).toBe('林晓');
  });

  it('has nothing to take back for somebody else', async () => {
    expect(await problemOf(t.as('zhaoyu')['my-data'].comeBack({}))).toMatchObject({
      code: 'resource.not-found',
    });
  });

  it('signs out', async () => {
    expect((await call('DELETE', '/session', token)).status).toBe(204);
    expect((await call('GET', '/me/closure', token)).json.code).toBe('session.invalid');
  });
});
