import { buildApp } from '@qihang/server/app';
import { attemptLimits } from '@qihang/server/features/session/rules';
import { hashPassword } from '@qihang/server/ports/passwords';
import { runRetention } from '@qihang/server/retention';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import type { PersonKey } from '../support/people';

const password = '芦苇荡里的灯 27';
let hash: string;
beforeAll(async () => {
  hash = await hashPassword(password);
});

let t: TestApp;
const start = async (env: Record<string, string> = {}) => {
  t = await startTestApp(env);
  const { db, clock } = t.context;
  await db.write(async (tx) => {
    for (const [key, studentNo] of Object.entries({ linxiao: '2023A0101', zhaoyu: '2023A0102' })) {
      const { id } = t.people[key as PersonKey];
      await tx.update(db.tables.users).set({ studentNo }).where(eq(db.tables.users.id, id));
      await tx.insert(db.tables.passwords).values({ userId: id, hash, changedAt: clock.now() });
    }
  });
  await t.keep();
};

/** One app for the tests of a `describe`. */
function sharing(env: Record<string, string> = {}): void {
  beforeAll(() => start(env));
  beforeEach(() => t.restore());
  afterAll(() => t.close());
}

const signIn = (
  studentNo: string,
  typed: string,
  headers: Record<string, string> = {},
  remoteAddress?: string,
) =>
  t.app.inject({
    method: 'POST',
    url: '/api/v1/session/password',
    payload: { studentNo, password: typed },
    headers,
    ...(remoteAddress ? { remoteAddress } : {}),
  });

describe('POST /session/password', () => {
  sharing();

  it('opens a session for number and password, however the number is typed', async () => {
    const { token, user } = await t.as().session.password({ body: { studentNo: ' 2023a0101 ', password } });
    expect(user).toMatchObject({ name: '林晓', studentNo: '2023A0101', hasPassword: true });
    expect((await t.send('/me', { token })).json()).toEqual(user);
  });

  it('tells a wrong number from a wrong password by nothing', async () => {
    const answers = await Promise.all([
      signIn('2023A0101', 'wrong password'),
      signIn('2023A9999', 'wrong password'),
      signIn('2023A9999', password),
    ]);
    const told = answers.map((answer) => ({ ...answer.json(), requestId: '' }));
    expect(told[0]).toMatchObject({ status: 401, code: 'session.wrong-password', detail: '学号或密码不对' });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(
      new Set(answers.map(({ headers }) => JSON.stringify({ ...headers, date: '', 'x-request-id': '' })))
        .size,
    ).toBe(1);
  });

  it('takes as long for a number that nobody has', async () => {
    /** Microseconds of the processor, which other work on the machine does not make more. */
    const worked = async (studentNo: string) => {
      const before = process.cpuUsage();
      for (let n = 0; n < 5; n++) await signIn(studentNo, 'wrong password');
      return process.cpuUsage(before).user;
    };
    await worked('2023A0101');
    // Without a hash to compute the answer takes less than a third of the work.
    expect((await worked('2023A9999')) / (await worked('2023A0101'))).toBeGreaterThan(0.4);
  });

  it('refuses somebody who has no password', async () => {
    const { db } = t.context;
    await db.write((tx) => tx.delete(db.tables.passwords));
    expect((await signIn('2023A0101', password)).json()).toMatchObject({ code: 'session.wrong-password' });
  });

  it.each([
    [{}, ['studentNo', 'password']],
    [{ studentNo: ' ', password }, ['studentNo', 'studentNo']],
    [{ studentNo: '学号', password }, ['studentNo']],
    [{ studentNo: '1', password: '' }, ['password']],
    [{ studentNo: '1', password: 'x'.repeat(129) }, ['password']],
    [{ studentNo: '1', password, role: 'admin' }, ['role']],
  ])('refuses %j field by field', async (body, paths) => {
    const answer = await t.send('/session/password', { method: 'POST', body });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map(({ path }: { path: string }) => path)).toEqual(paths);
  });

  it('answers neither password nor hash', async () => {
    const { body } = await signIn('2023A0101', password);
    expect(body).not.toContain(password);
    expect(body).not.toContain('argon2');
  });
});

describe('wrong passwords', () => {
  sharing({ RATE_LIMIT: 'on' });

  const { pair, account } = attemptLimits;
  async function fail(times: number, studentNo = '2023A0101', address?: (n: number) => string) {
    const codes: number[] = [];
    for (let n = 0; n < times; n++)
      codes.push((await signIn(studentNo, 'wrong password', {}, address?.(n))).statusCode);
    return codes;
  }

  it('cost a wait that doubles, and is told in words and seconds', async () => {
    expect(await fail(pair.free)).toEqual(Array(pair.free).fill(401));
    const refused = await signIn('2023A0101', password);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '30']);
    expect(refused.json()).toMatchObject({
      code: 'session.too-many-attempts',
      detail: '密码错了太多次，请等 30 秒再试',
    });
    t.clock.advance(30_000);
    expect(await fail(1)).toEqual([401]);
    expect((await signIn('2023A0101', password)).headers['retry-after']).toBe('60');
    // What is refused does not make the wait longer.
    t.clock.advance(60_000);
    expect((await signIn('2023A0101', password)).statusCode).toBe(201);
  });

  it('many at once are no way around', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn('2023A0101', 'wrong password')),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(pair.free);
  });

  it('are forgiven by the right one', async () => {
    await fail(pair.free - 1);
    expect((await signIn('2023A0101', password)).statusCode).toBe(201);
    expect(await fail(pair.free)).toEqual(Array(pair.free).fill(401));
  });

  it('are counted for numbers that nobody has, too', async () => {
    expect((await fail(pair.free + 1, '2023A9999')).at(-1)).toBe(429);
  });

  it('from many addresses slow the account down, but not its owner at a known place', async () => {
    expect((await signIn('2023A0101', password, {}, '10.0.0.9')).statusCode).toBe(201);
    const codes = await fail(account.free + 1, '2023A0101', (n) => `198.51.100.${n}`);
    expect([codes.at(-2), codes.at(-1)]).toEqual([401, 429]);
    expect((await signIn('2023A0101', password, {}, '10.0.0.9')).statusCode).toBe(201);
  });

  it('never lock the account for longer than five minutes at a new place', async () => {
    for (let round = 0; round < 3; round++) {
      await fail(account.free, '2023A0101', (n) => `198.51.${round}.${n}`);
      t.clock.advance(account.longestWait);
    }
    await fail(2, '2023A0101', (n) => `198.51.9.${n}`);
    const refused = await signIn('2023A0101', password, {}, '203.0.113.1');
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(300);
    t.clock.advance(account.longestWait);
    expect((await signIn('2023A0101', password, {}, '203.0.113.1')).statusCode).toBe(201);
  });

  it('of one account do not hold back another at the same address', async () => {
    await fail(pair.free + 1);
    expect((await signIn('2023A0102', password)).statusCode).toBe(201);
  });

  it('stay counted over a restart, and by another process', async () => {
    await fail(pair.free);
    const other = await buildApp(t.context);
    const answer = await other.inject({
      method: 'POST',
      url: '/api/v1/session/password',
      payload: { studentNo: '2023A0101', password },
    });
    expect(answer.statusCode).toBe(429);
    await other.close();
  });

  it('leave neither number nor address behind, and are gone when they say nothing any more', async () => {
    await fail(2, '2023A0101', () => '198.51.100.7');
    const { db } = t.context;
    const rows = () => db.read.select().from(db.tables.signInAttempts);
    expect(await rows()).toHaveLength(3);
    expect(JSON.stringify(await rows())).not.toMatch(/2023A0101|198\.51/);
    t.clock.advance(25 * 60 * 60 * 1000);
    await runRetention(t.context);
    expect(await rows()).toEqual([]);
  });

  it('are counted by the /64 of an IPv6 line', async () => {
    const codes = await fail(pair.free + 1, '2023A0101', (n) => `2001:db8:7:1::${n + 1}`);
    expect(codes.at(-1)).toBe(429);
  });

  it('are counted by the address of the connection, whatever the request says', async () => {
    for (let n = 0; n < pair.free; n++)
      await signIn('2023A0101', 'wrong password', { 'x-forwarded-for': `198.51.100.${n}` });
    expect((await signIn('2023A0101', password)).statusCode).toBe(429);
  });
});

describe('wrong passwords behind a proxy that is named', () => {
  sharing({ RATE_LIMIT: 'on', TRUST_PROXY: '127.0.0.1' });

  it('are counted by the address it tells', async () => {
    const from = (address: string, typed: string) =>
      signIn('2023A0101', typed, { 'x-forwarded-for': address });
    for (let n = 0; n < attemptLimits.pair.free; n++) await from('198.51.100.7', 'wrong password');
    expect((await from('198.51.100.7', password)).statusCode).toBe(429);
    expect((await from('198.51.100.8', password)).statusCode).toBe(201);
  });
});

describe('wrong passwords with RATE_LIMIT=off, which is for benchmarks', () => {
  sharing();

  it('cost the same wait: that setting is about load', async () => {
    const { free } = attemptLimits.pair;
    for (let n = 0; n < free; n++) expect((await signIn('2023A0101', 'wrong')).statusCode).toBe(401);
    expect((await signIn('2023A0101', password)).statusCode).toBe(429);
  });
});

describe('POST /me/password', () => {
  sharing({ RATE_LIMIT: 'on' });
  const next = '灯塔与海 2027';
  const set = (token: string | undefined, body: object) =>
    t.send('/me/password', { method: 'POST', token, body });
  const open = async () =>
    (await t.as().session.password({ body: { studentNo: '2023A0101', password } })).token;

  it('changes the password and ends every other session', async () => {
    const [one, other] = [await open(), await open()];
    expect((await set(one, { current: password, next })).statusCode).toBe(204);
    expect((await t.send('/me', { token: one })).statusCode).toBe(200);
    expect((await t.send('/me', { token: other })).statusCode).toBe(401);
    expect((await t.send('/me', { as: 'linxiao' })).statusCode).toBe(401);
    expect((await signIn('2023A0101', password)).statusCode).toBe(401);
    expect((await signIn('2023A0101', next)).statusCode).toBe(201);
  });

  it('needs the current one, and counts wrong ones', async () => {
    const token = await open();
    const problems = async (body: object) => (await set(token, body)).json().errors;
    expect(await problems({ next })).toEqual([{ path: 'current', message: '请填现在的密码' }]);
    const wrong = { current: 'wrong password', next };
    for (let n = 0; n < attemptLimits.pair.free; n++)
      expect(await problems(wrong)).toEqual([{ path: 'current', message: '现在的密码不对' }]);
    expect((await set(token, wrong)).statusCode).toBe(429);
    // Counted for the person: what is typed on the sign-in page at the same address is another matter.
    expect((await signIn('2023A0101', password)).statusCode).toBe(201);
  });

  it('is not held back by what others type at the same address', async () => {
    const token = await open();
    for (let n = 0; n <= attemptLimits.pair.free; n++) await signIn('2023A0101', 'wrong password');
    expect((await signIn('2023A0101', password)).statusCode).toBe(429);
    expect((await set(token, { current: password, next })).statusCode).toBe(204);
  });

  it.each([
    ['short', '至少 8 个字'],
    ['12345678', '这个密码太常见，容易被猜到'],
    ['Password123', '这个密码太常见，容易被猜到'],
    ['ababababab', '这个密码太常见，容易被猜到'],
    ['my2023a0101!', '密码里不能有自己的学号'],
    ['x\u0000yyyyyyyyy', '不能含有控制字符'],
  ])('does not take %j', async (weak, message) => {
    const { token } = t.people.linxiao;
    expect((await set(token, { current: password, next: weak })).json().errors).toEqual([
      { path: 'next', message },
    ]);
  });

  it('sets the first one without a current one, for whoever has a number', async () => {
    const { db } = t.context;
    await db.write((tx) => tx.delete(db.tables.passwords));
    expect(await problemOf(t.as('chenyiming').session.setPassword({ body: { next } }))).toMatchObject({
      status: 409,
      code: 'password.no-number',
    });
    await t.as('linxiao').session.setPassword({ body: { next } });
    expect((await signIn('2023A0101', next)).statusCode).toBe(201);
  });
});
