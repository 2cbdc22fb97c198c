import { seedDemo } from '@qihang/server/demo/seed';
import { problemOf, startTestApp, type TestApp } from '../support/app';

describe('demo mode', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp({ QIHANG_DEMO: '1' });
    const { db } = t.context;
    await db.write(async (tx) => {
      await tx.delete(db.tables.sessions);
      await tx.delete(db.tables.roleGrants);
      await tx.delete(db.tables.users);
    });
    await seedDemo(t.context);
  });
  afterAll(() => t.close());

  it('offers six accounts', async () => {
    const { demoAccounts } = await t.as().site.get({});
    expect(demoAccounts.map(({ account }) => account)).toEqual([
      'graduate',
      'lead',
      'lead2',
      'teacher',
      'admin',
      'newcomer',
    ]);
  });

  it('signs in, knows the person, and ends the session at sign-out', async () => {
    const { token, expiresAt, user } = await t.as().session.demo({ body: { account: 'lead' } });
    expect([user.name, user.roles.map(({ role }) => role).sort()]).toEqual(['陈一鸣', ['graduate', 'lead']]);
    expect(Date.parse(expiresAt)).toBeGreaterThan(t.clock.now().getTime());
    const me = async () => (await t.send('/me', { token })).statusCode;
    expect(await me()).toBe(200);
    expect((await t.send('/session', { method: 'DELETE', token })).statusCode).toBe(204);
    expect(await me()).toBe(401);
  });

  it('keeps no token in the database', async () => {
    const { token } = await t.as().session.demo({ body: { account: 'graduate' } });
    const rows = await t.context.db.read.select().from(t.context.db.tables.sessions);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('lets a session expire', async () => {
    const { token, expiresAt } = await t.as().session.demo({ body: { account: 'graduate' } });
    const before = t.clock.now();
    t.clock.set(expiresAt);
    expect((await t.send('/me', { token })).json()).toMatchObject({ code: 'session.invalid', status: 401 });
    t.clock.set(before);
  });

  it('changes the profile field by field', async () => {
    const { token } = await t.as().session.demo({ body: { account: 'graduate' } });
    const patch = (body: unknown) => t.send('/me/profile', { method: 'PATCH', token, body });
    expect((await patch({ cities: ['杭州'], degree: 'master' })).json().profile).toMatchObject({
      cities: ['杭州'],
      degree: 'master',
      major: '车辆工程',
    });
    const wrong = await patch({ graduationYear: 1890, phone: '1' });
    expect(wrong.json().errors).toEqual([
      { path: 'graduationYear', message: '不能小于 2000' },
      { path: 'phone', message: '不认识的字段' },
    ]);
  });

  it('fills an empty database once', async () => {
    const { db } = t.context;
    const count = () => db.read.$count(db.tables.jobs);
    const jobs = await count();
    expect(jobs).toBeGreaterThanOrEqual(80);
    expect(await seedDemo(t.context)).toBe(false);
    expect(await count()).toBe(jobs);
  });
});

describe('outside demo mode', () => {
  it('has neither accounts nor sign-in for them', async () => {
    const t = await startTestApp();
    expect((await t.as().site.get({})).demoAccounts).toEqual([]);
    expect(await problemOf(t.as().session.demo({ body: { account: 'admin' } }))).toMatchObject({
      status: 404,
    });
    await t.close();
  });
});

describe('a bearer token', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t.close());
  it.each(['Bearer', 'Bearer x', 'Basic dXNlcjpwYXNz', `Bearer ${'a'.repeat(43)}`, 'Bearer \u00e9'])(
    '%p is refused',
    async (authorization) => {
      const response = await t.send('/boards', { headers: { authorization } });
      expect([response.statusCode, response.json().code]).toEqual([401, 'session.invalid']);
    },
  );
  it('is not needed to read', async () => {
    expect((await t.send('/boards')).statusCode).toBe(200);
  });
  it('of a lead whose term is over no longer publishes', async () => {
    expect(
      (await t.send('/posts/preview', { method: 'POST', as: 'formerLead', body: { markdown: '' } }))
        .statusCode,
    ).toBe(403);
  });
});
