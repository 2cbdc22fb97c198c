import { buildApp } from '@qihang/server/app';
import { seedDemo } from '@qihang/server/demo/seed';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { startTestApp, type TestApp } from '../support/app';
import { contracts } from '../support/contracts';
import { jobDraft } from '../support/drafts';

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
beforeEach(() => t.context.db.write((tx) => tx.delete(t.context.db.tables.sessions)));
afterAll(() => t.close());

type Send = Pick<InjectOptions, 'method' | 'url' | 'headers' | 'payload'>;
const send = ({ method = 'GET', url, ...rest }: Send) =>
  t.app.inject({ method, url: `/api/v1${String(url)}`, ...rest });

const signInAs = (account: string, headers: Record<string, string> = {}) =>
  send({
    method: 'POST',
    url: '/session/demo',
    payload: { account },
    headers: { 'x-session': 'cookie', ...headers },
  });

/** What a browser keeps of an answer: the cookies as they are sent back, by name. */
const cookiesOf = (answer: LightMyRequestResponse) =>
  Object.fromEntries(
    answer.cookies.filter(({ maxAge }) => maxAge !== 0).map(({ name, value }) => [name, value]),
  );
const cookieHeader = (cookies: Record<string, string>) =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

async function browserOf(account: string) {
  const cookies = cookiesOf(await signInAs(account));
  const cookie = cookieHeader(cookies);
  return { cookies, cookie, csrf: cookies['qihang-csrf'] ?? '' };
}

describe('signing in from a browser', () => {
  it('puts the token into a cookie that no script reads, and never into the answer', async () => {
    const answer = await signInAs('graduate');
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      expiresAt: expect.any(String),
      user: expect.objectContaining({ name: '林晓' }),
    });
    const [session, csrf] = answer.headers['set-cookie'] as string[];
    expect(session).toMatch(/^qihang-session=[\w-]{43}; HttpOnly; Path=\/; Max-Age=2592000; SameSite=Lax$/);
    expect(csrf).toMatch(/^qihang-csrf=[\w-]{43}; Path=\/; Max-Age=2592000; SameSite=Lax$/);
    expect(csrf).not.toContain(cookiesOf(answer)['qihang-session']);
  });

  it('is secure and bound to the host in production', async () => {
    const { config } = t.context;
    const app = await buildApp({ ...t.context, config: { ...config, env: 'production' } });
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session/demo',
      payload: { account: 'graduate' },
      headers: { 'x-session': 'cookie' },
    });
    const [session, csrf] = answer.headers['set-cookie'] as string[];
    expect(session).toMatch(/^__Host-qihang-session=.*HttpOnly; Path=\/;.*SameSite=Lax; Secure$/);
    expect(csrf).toMatch(/^__Host-qihang-csrf=.*Path=\/;.*SameSite=Lax; Secure$/);
    await app.close();
  });

  it('is asked for by the browser: everybody else gets a token and no cookie', async () => {
    const answer = await send({ method: 'POST', url: '/session/demo', payload: { account: 'graduate' } });
    expect(answer.json().token).toMatch(/^[\w-]{43}$/);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('works although an old cookie is dead', async () => {
    const dead = { cookie: `qihang-session=${'a'.repeat(43)}` };
    expect((await signInAs('graduate', dead)).statusCode).toBe(201);
  });
});

describe('a cookie session', () => {
  it('reads as the person', async () => {
    const { cookie } = await browserOf('graduate');
    expect((await send({ url: '/me', headers: { cookie } })).json()).toMatchObject({ name: '林晓' });
  });

  it('writes with its CSRF token, and without it not: a stolen cookie is no use to another page', async () => {
    const { cookie, csrf } = await browserOf('graduate');
    const write = async (headers: Record<string, string>) =>
      send({ method: 'PATCH', url: '/me/profile', payload: { cities: ['杭州'] }, headers });
    const refused = await write({ cookie });
    expect([refused.statusCode, refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'session.csrf', detail: '没有通过安全校验，请刷新页面后再试' }),
    ]);
    const { csrf: anothers } = await browserOf('graduate');
    for (const wrong of ['', 'x', `${csrf}x`, anothers])
      expect((await write({ cookie, 'x-csrf-token': wrong })).statusCode).toBe(403);
    expect((await send({ url: '/me', headers: { cookie } })).json().profile.cities).not.toContain('杭州');
    expect((await write({ cookie, 'x-csrf-token': csrf })).json().profile.cities).toEqual(['杭州']);
  });

  // Whoever adds a route gets the protection without a thought, or fails here. Those without body and query stand for all:
  // what is wrong in them would be refused first.
  it.each(
    contracts.flatMap(([feature, contract]) =>
      Object.entries(contract)
        .filter(
          ([, { method, session, body, query }]) =>
            method !== 'GET' && session !== 'opens' && !body && !query,
        )
        .map(([name, route]) => [`${feature}.${name}`, route] as const),
    ),
  )('%s needs the CSRF token', async (_, { method, path }) => {
    const { cookie } = await browserOf('admin');
    const url = path.replace(/\{\w+\}/g, 'x');
    const answer = await send({ method, url, headers: { cookie } });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'session.csrf']);
  });

  it('is over for good after sign-out, and the browser keeps nothing', async () => {
    const { cookie, csrf } = await browserOf('graduate');
    const out = await send({ method: 'DELETE', url: '/session', headers: { cookie, 'x-csrf-token': csrf } });
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toEqual([
      expect.stringMatching(/^qihang-session=; HttpOnly; Path=\/; Max-Age=0;/),
      expect.stringMatching(/^qihang-csrf=; Path=\/; Max-Age=0;/),
    ]);
    const late = await send({ url: '/me', headers: { cookie } });
    expect([late.statusCode, late.json().code]).toEqual([401, 'session.invalid']);
    expect(late.headers['set-cookie']).toHaveLength(2);
  });

  it('gives way to a bearer token, which needs no CSRF token', async () => {
    const { cookie } = await browserOf('graduate');
    const { token = '' } = await t.as().session.demo({ body: { account: 'lead' } });
    const headers = { cookie, authorization: `Bearer ${token}` };
    expect((await send({ url: '/me', headers })).json()).toMatchObject({ name: '陈一鸣' });
    const patch = { method: 'PATCH', url: '/me/profile', payload: {}, headers } as const;
    expect((await send(patch)).statusCode).toBe(200);
  });

  it('is nobody’s when the cookie is of another program', async () => {
    const cookie = `session=abc; other=qihang-session; x-qihang-session=${'a'.repeat(43)}`;
    expect((await send({ url: '/boards', headers: { cookie } })).statusCode).toBe(200);
    expect((await send({ url: '/me', headers: { cookie } })).json().code).toBe('session.required');
  });

  it('is never given a visitor’s kept answer, nor a visitor one of its own', async () => {
    const { cookie, csrf } = await browserOf('lead');
    const { id } = (
      await send({
        method: 'POST',
        url: '/jobs',
        payload: jobDraft(),
        headers: { cookie, 'x-csrf-token': csrf },
      })
    ).json();
    const can = async (headers: Record<string, string> = {}) =>
      (await send({ url: `/jobs/${id}`, headers })).json().viewer.can;
    expect(await can()).toEqual(['report']);
    expect(await can({ cookie })).toContain('withdraw');
    expect(await can()).toEqual(['report']);
    const answer = await send({ url: `/jobs/${id}` });
    expect(answer.headers.vary).toMatch(/cookie/);
    const asWhoHasIt = { cookie, 'if-none-match': String(answer.headers.etag) };
    expect((await send({ url: `/jobs/${id}`, headers: asWhoHasIt })).statusCode).toBe(200);
  });
});

describe('GET and DELETE /me/sessions', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

  it('tells where one is signed in, and nothing a thief could use', async () => {
    const { token = '' } = await t.as().session.demo({ body: { account: 'graduate' } });
    t.clock.advance(60_000);
    const answer = await signInAs('graduate', { 'user-agent': chrome });
    const list = await send({ url: '/me/sessions', headers: { cookie: cookieHeader(cookiesOf(answer)) } });
    expect(list.json().items).toEqual([
      {
        via: 'browser',
        device: 'Chrome · Windows',
        startedAt: t.clock.now().toISOString(),
        expiresAt: expect.any(String),
        current: true,
      },
      expect.objectContaining({ via: 'program', device: null, current: false }),
    ]);
    expect(
      (await t.send('/me/sessions', { token })).json().items.map((one: { current: boolean }) => one.current),
    ).toEqual([false, true]);
  });

  it('signs out everywhere, here too, and nobody else', async () => {
    const { token = '' } = await t.as().session.demo({ body: { account: 'graduate' } });
    const other = await browserOf('lead');
    const { cookie, csrf } = await browserOf('graduate');
    const out = await send({
      method: 'DELETE',
      url: '/me/sessions',
      headers: { cookie, 'x-csrf-token': csrf },
    });
    expect([out.statusCode, out.headers['set-cookie']?.length]).toEqual([204, 2]);
    expect((await send({ url: '/me', headers: { cookie } })).statusCode).toBe(401);
    expect((await t.send('/me', { token })).statusCode).toBe(401);
    expect((await send({ url: '/me', headers: { cookie: other.cookie } })).statusCode).toBe(200);
  });

  it('leaves out what has expired', async () => {
    const { expiresAt } = (await signInAs('graduate')).json();
    t.clock.set(expiresAt);
    const { cookie } = await browserOf('graduate');
    expect((await send({ url: '/me/sessions', headers: { cookie } })).json().items).toHaveLength(1);
  });
});
