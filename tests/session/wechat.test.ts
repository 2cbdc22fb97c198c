import { writeLimits } from '@qihang/server/features/rate-limits/rules';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { emulatedApp, startWechatEmulator, type WechatEmulator } from '../support/wechat-emulator/emulator';

const settings = { WECHAT_APPID: emulatedApp.appid, WECHAT_SECRET: emulatedApp.secret };

describe('POST /session/wechat', () => {
  let emulator: WechatEmulator;
  let t: TestApp;
  beforeAll(async () => {
    emulator = await startWechatEmulator();
    t = await startTestApp({ ...settings, WECHAT_API_BASE: emulator.url });
  });
  beforeEach(async () => {
    emulator.reset();
    await t.restore();
  });
  afterAll(async () => {
    await t.close();
    await emulator.close();
  });

  const mint = async (openid: string): Promise<string> =>
    (await emulator.control<{ code: string }>('login-code', { openid })).code;
  const signIn = async (openid: string) => t.as().session.wechat({ body: { code: await mint(openid) } });
  const users = () => t.context.db.read.$count(t.context.db.tables.users);

  it('makes somebody new an unverified user without a role', async () => {
    const before = await users();
    const { token, user } = await signIn('o-new');
    expect(user.name).toMatch(/^微信用户[0-9a-z]{4}$/);
    expect(user).toMatchObject({ roles: [], college: null, profile: { major: null, cities: [] } });
    expect((await t.send('/me', { token })).json()).toEqual(user);
    expect(await users()).toBe(before + 1);
    const question = { title: '三方协议怎么签？', body: '', category: 'policy', anonymous: false };
    expect((await t.send('/threads', { method: 'POST', token, body: question })).statusCode).toBe(403);
  });

  it('signs the same person in again, also on two phones at once', async () => {
    const sessions = await Promise.all([signIn('o-lin'), signIn('o-lin'), signIn('o-lin')]);
    const before = await users();
    const again = await signIn('o-lin');
    expect(new Set([...sessions, again].map(({ user }) => user.name)).size).toBe(1);
    expect(new Set(sessions.map(({ token }) => token)).size).toBe(3);
    expect((await signIn('o-zhao')).user.name).not.toBe(again.user.name);
    expect(await users()).toBe(before + 1);
  });

  it('answers neither openid nor session_key, and keeps no session_key', async () => {
    const answer = await t.send('/session/wechat', {
      method: 'POST',
      body: { code: await mint('o-secret-id') },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.body).not.toMatch(/o-secret-id|session_key|openid/);
    const { db } = t.context;
    expect(await db.read.select().from(db.tables.wechatIdentities)).toEqual([
      { openid: 'o-secret-id', userId: expect.any(String), createdAt: t.clock.now() },
    ]);
  });

  it('opens a session that ends at sign-out', async () => {
    const { token } = await signIn('o-lin');
    await t.send('/session', { method: 'DELETE', token });
    expect((await t.send('/me', { token })).statusCode).toBe(401);
  });

  it('refuses a code used twice, and an old one, with a word on what to do', async () => {
    const code = await mint('o-lin');
    await t.as().session.wechat({ body: { code } });
    const expired = { status: 401, code: 'session.wechat-code', detail: '微信登录已过期，请再点一次登录' };
    expect(await problemOf(t.as().session.wechat({ body: { code } }))).toMatchObject(expired);
    const late = await mint('o-lin');
    await emulator.control('clock', { advanceMs: 301_000 });
    expect(await problemOf(t.as().session.wechat({ body: { code: late } }))).toMatchObject(expired);
    expect(await problemOf(t.as().session.wechat({ body: { code: 'made-up' } }))).toMatchObject(expired);
  });

  it('refuses whom WeChat blocks', async () => {
    await emulator.control('user', { openid: 'o-risk', blocked: true });
    expect(await problemOf(signIn('o-risk'))).toMatchObject({ status: 403, code: 'session.wechat-blocked' });
  });

  it.each(['reset', 'truncated', 'html502'])('is unavailable when WeChat answers with %s', async (kind) => {
    await emulator.control('fault', { kind });
    expect(await problemOf(signIn('o-lin'))).toMatchObject({ status: 503, code: 'wechat.unavailable' });
    expect((await signIn('o-lin')).user.name).toMatch(/^微信用户/);
  });

  it('is unavailable when WeChat does not answer in time', async () => {
    const hasty = await startTestApp(
      { ...settings, WECHAT_API_BASE: emulator.url },
      { wechatTimeout: 1_000 },
    );
    try {
      await emulator.control('fault', { kind: 'hang' });
      const refused = hasty.as().session.wechat({ body: { code: await mint('o-lin') } });
      expect(await problemOf(refused)).toMatchObject({ status: 503, code: 'wechat.unavailable' });
    } finally {
      await hasty.close();
    }
  });

  it('tells nothing of what the operator has to mend', async () => {
    await emulator.control('whitelist', { addresses: ['203.0.113.7'] });
    const problem = await problemOf(signIn('o-lin'));
    expect(problem).toMatchObject({ status: 503, code: 'wechat.unavailable' });
    expect(JSON.stringify(problem)).not.toMatch(/40164|whitelist|127\.0\.0\.1/);
  });

  it('survives a busy moment of WeChat', async () => {
    await emulator.control('fault', { kind: 'busy' });
    expect((await signIn('o-lin')).user.roles).toEqual([]);
  });

  it('passes on that somebody signs in too often', async () => {
    for (let n = 0; n < 100; n++) {
      const query = new URLSearchParams({
        ...emulatedApp,
        js_code: await mint('o-lin'),
        grant_type: 'authorization_code',
      });
      await fetch(`${emulator.url}/sns/jscode2session?${query}`);
    }
    expect(await problemOf(signIn('o-lin'))).toMatchObject({ status: 429, code: 'rate.limited' });
  });

  it.each([{}, { code: '' }, { code: 'a b' }, { code: 'x'.repeat(129) }, { code: 7 }])(
    'refuses %j before WeChat is asked',
    async (body) => {
      const answer = await t.send('/session/wechat', { method: 'POST', body });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.invalid']);
      expect((await emulator.control('state')).served).toEqual([]);
    },
  );

  it('is told of by the site', async () => {
    expect(await t.as().site.get({})).toMatchObject({ wechatSignIn: true });
  });
});

it('lets a network try codes that fail so often in a minute', async () => {
  const emulator = await startWechatEmulator();
  const t = await startTestApp({ ...settings, WECHAT_API_BASE: emulator.url, RATE_LIMIT: 'on' });
  try {
    const { network } = writeLimits;
    const codes: number[] = [];
    for (let n = 0; n <= network; n++)
      codes.push((await t.send('/session/wechat', { method: 'POST', body: { code: 'made-up' } })).statusCode);
    expect(codes.slice(0, network)).toEqual(Array(network).fill(401));
    expect(codes[network]).toBe(429);
  } finally {
    await t.close();
    await emulator.close();
  }
});

it('does not exist where no mini-program is set up', async () => {
  const t = await startTestApp();
  expect(await t.as().site.get({})).toMatchObject({ wechatSignIn: false });
  expect(await problemOf(t.as().session.wechat({ body: { code: 'any' } }))).toMatchObject({
    status: 404,
    code: 'resource.not-found',
  });
  await t.close();
});
