import { attemptLimits } from '@qihang/server/features/verification/rules';
import { eq, like } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { codeFor, fillRoster } from '../support/roster';

let t: TestApp;
let code: string;
beforeAll(async () => {
  t = await startTestApp();
  await fillRoster(t, [
    { studentNo: '2023080101', name: '阎浩然' },
    { studentNo: '2023080102', name: '邵念慈' },
    { studentNo: '2023050101', name: '沈予安', className: '电气2301班', college: '电气学院' },
  ]);
  code = await codeFor(t);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const password = '芦苇荡里的灯 27';
type Part = Partial<Record<'studentNo' | 'name' | 'code' | 'password', string>>;
const bodyOf = (part: Part = {}) => ({ studentNo: '2023080101', name: '阎浩然', code, password, ...part });
const activate = (part?: Part) => t.as().session.activate({ body: bodyOf(part) });
const refusal = (part?: Part) => problemOf(activate(part));
const people = () => t.context.db.read.select().from(t.context.db.tables.users);
const madeHere = async () =>
  (await people()).filter(({ studentNo }) => studentNo?.startsWith('2023080101') ?? false);

describe('POST /session/activation', () => {
  it('makes a verified graduate of somebody in the roster, who signs in with the password from then on', async () => {
    const { token, user } = await activate({ studentNo: ' 2023080101', code: code.toLowerCase() });
    expect(user).toMatchObject({
      name: '阎浩然',
      studentNo: '2023080101',
      hasPassword: true,
      college: '汽车学院',
      roles: [{ role: 'graduate', boards: null, endsAt: null }],
      profile: { major: '车辆工程', graduationYear: 2027 },
    });
    const me = t.withToken(token ?? '');
    expect(await me.session.me({})).toEqual(user);
    expect(await me.verification.mine({})).toMatchObject({
      state: 'verified',
      entry: { studentNo: '2023080101', className: '车辆2301班' },
    });
    // Nothing is written yet that needs the documents: they are asked for next.
    expect((await me.consents.mine({})).items.every(({ acceptedAt }) => acceptedAt === null)).toBe(true);
    const again = await t.as().session.password({ body: { studentNo: '2023080101', password } });
    expect(again.user).toEqual(user);
  });

  it('keeps the password as argon2id alone, and answers neither', async () => {
    const answer = await t.send('/session/activation', { method: 'POST', body: bodyOf() });
    expect(answer.body).not.toContain(password);
    expect(answer.body).not.toContain('argon2');
    const rows = await t.context.db.read.select().from(t.context.db.tables.passwords);
    expect(rows.map(({ hash }) => hash)).toEqual([expect.stringMatching(/^\$argon2id\$/)]);
  });

  it('gives a browser its cookies in place of the token', async () => {
    const answer = await t.send('/session/activation', {
      method: 'POST',
      body: bodyOf(),
      headers: { 'x-session': 'cookie' },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).not.toHaveProperty('token');
    const session = answer.cookies.find(({ name }) => name === 'qihang-session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const me = await t.send('/me', { headers: { cookie: `qihang-session=${session?.value}` } });
    expect(me.json()).toMatchObject({ name: '阎浩然' });
  });

  it('gives every mismatch one answer, and makes nobody', async () => {
    const before = (await people()).length;
    const answers = [];
    for (const part of [
      { studentNo: '2023080199' },
      { name: '阎浩' },
      { code: 'ACDE-FGHJ' },
      // The code of another class.
      { studentNo: '2023050101', name: '沈予安' },
    ])
      answers.push({ ...(await refusal(part)), requestId: '' });
    expect(answers[0]).toMatchObject({ status: 409, code: 'verification.mismatch' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await people()).toHaveLength(before);
  });

  it('answers for somebody who left as for any mismatch', async () => {
    const { db, clock } = t.context;
    const mismatch = { ...(await refusal({ name: '不是他' })), requestId: '' };
    await db.write((tx) => tx.update(db.tables.rosterEntries).set({ leftAt: clock.now() }));
    expect({ ...(await refusal()), requestId: '' }).toEqual(mismatch);
    expect(await madeHere()).toEqual([]);
  });

  it('never sets a password for a number that somebody holds, and says who to ask', async () => {
    await t.as('unverified').verification.verify({
      body: { studentNo: '2023080101', name: '阎浩然', code },
    });
    const problem = await refusal();
    expect(problem).toMatchObject({ status: 409, code: 'verification.number-taken' });
    expect(problem.detail).toContain('就业指导老师');
    expect(await t.context.db.read.select().from(t.context.db.tables.passwords)).toEqual([]);
    // Who does not know all three is not told that it is held.
    expect((await refusal({ name: '不是他' })).code).toBe('verification.mismatch');
  });

  it('leaves the password of who was here before as it is', async () => {
    await activate();
    expect((await refusal({ password: '别人想要的一个密码' })).code).toBe('verification.number-taken');
    await t.as().session.password({ body: { studentNo: '2023080101', password } });
  });

  it('refuses a number that an account holds without an entry of the roster', async () => {
    const { db } = t.context;
    const { id } = t.people.admin;
    await db.write((tx) =>
      tx.update(db.tables.users).set({ studentNo: '2023080101' }).where(eq(db.tables.users.id, id)),
    );
    expect((await refusal()).code).toBe('verification.number-taken');
    expect((await madeHere()).map(({ name }) => name)).toEqual(['沈岚']);
  });

  it('may be done again once a teacher freed the number, and the old password is of no use', async () => {
    await activate();
    const teacher = t.as('wanglaoshi');
    const [entry] = (await teacher.roster.list({ query: { q: '2023080101' } })).items;
    await teacher.roster.unbind({ params: { id: entry?.id ?? '' }, body: { reason: '不是本人绑的' } });
    const next = '灯塔与海 2027';
    expect((await activate({ password: next })).user.name).toBe('阎浩然');
    const old = problemOf(t.as().session.password({ body: { studentNo: '2023080101', password } }));
    expect((await old).code).toBe('session.wrong-password');
  });

  it.each([
    [{ password: 'short' }, [{ path: 'password', message: '至少 8 个字' }]],
    [{ password: '12345678' }, [{ path: 'password', message: '这个密码太常见，容易被猜到' }]],
    [{ password: 'my2023080101!' }, [{ path: 'password', message: '密码里不能有自己的学号' }]],
  ])('does not take %j, beside the field', async (part, errors) => {
    const problem = await refusal(part);
    expect(problem).toMatchObject({ status: 400, errors });
    expect(await madeHere()).toEqual([]);
  });

  it('names the fields that cannot be right whatever the roster says', async () => {
    const { status, errors } = await refusal({ studentNo: '学号', name: ' ', code: '0000', password: '' });
    expect(status).toBe(400);
    expect(new Set(errors?.map(({ path }) => path))).toEqual(
      new Set(['studentNo', 'name', 'code', 'password']),
    );
  });

  describe('where codes are guessed', () => {
    const { pair, number, address } = attemptLimits;
    const from = (network: string, part?: Part) =>
      t.send('/session/activation', { method: 'POST', body: bodyOf(part), address: network });
    const wrong = { code: 'ACDE-FGHJ' };

    /** As if so many claims had been wrong already. */
    async function setFailures(kind: keyof typeof attemptLimits, failures: number): Promise<void> {
      const { db } = t.context;
      const { claimAttempts } = db.tables;
      await db.write((tx) =>
        tx
          .update(claimAttempts)
          .set({ failures })
          .where(like(claimAttempts.key, `${kind}:%`)),
      );
    }

    it('holds the number there, tells the wait, and lets its owner in anywhere else and afterwards', async () => {
      for (let n = 0; n < pair.failures; n++)
        expect((await from('10.0.0.1', wrong)).json().code).toBe('verification.mismatch');
      const held = await from('10.0.0.1');
      expect([held.statusCode, held.headers['retry-after']]).toEqual([429, String(pair.minutes * 60)]);
      expect(held.json().detail).toContain('请 15 分钟后再试');
      expect((await from('10.0.0.1', { studentNo: '2023080102', name: '邵念慈' })).statusCode).toBe(201);
      await t.keep('held');
      expect((await from('10.0.0.2')).statusCode).toBe(201);
      await t.restore('held');
      t.clock.advance(pair.minutes * 60_000);
      expect((await from('10.0.0.1')).statusCode).toBe(201);
    });

    it('holds the number for visitors everywhere once many networks together tried it, and for no person', async () => {
      await from('10.0.0.1', wrong);
      await setFailures('number', number.failures - 1);
      await from('10.0.0.2', wrong);
      const held = await from('10.0.0.9');
      expect([held.statusCode, held.headers['retry-after']]).toEqual([429, String(number.minutes * 60)]);
      expect((await from('10.0.0.9', { studentNo: '2023080102', name: '邵念慈' })).statusCode).toBe(201);
      await t.keep('held');
      t.clock.advance(number.minutes * 60_000);
      expect((await from('10.0.0.9')).statusCode).toBe(201);
      await t.restore('held');
      const claim = { studentNo: '2023080101', name: '阎浩然', code };
      expect((await t.as('unverified').verification.verify({ body: claim })).state).toBe('verified');
    });

    it('holds a network with many wrong claims, whole, but nobody who is signed in there', async () => {
      const campus = (n: number) => `2001:db8:7:1::${n}`;
      await from(campus(1), { ...wrong, studentNo: '2023080199' });
      await setFailures('address', address.failures - 1);
      expect((await from(campus(2), { ...wrong, studentNo: '2023080198' })).statusCode).toBe(409);
      expect((await from(campus(3))).statusCode).toBe(429);
      expect((await from('2001:db8:7:2::1', { studentNo: '2023080102', name: '邵念慈' })).statusCode).toBe(
        201,
      );
      const verified = await t.send('/me/verification', {
        method: 'POST',
        body: { studentNo: '2023080101', name: '阎浩然', code },
        as: 'unverified',
        address: campus(4),
      });
      expect(verified.statusCode).toBe(200);
    });
  });

  it('makes one person of two who ask at once with the same number', async () => {
    const answers = await Promise.all(
      ['第一个人要的密码', '第二个人要的密码'].map((mine) =>
        t.send('/session/activation', { method: 'POST', body: bodyOf({ password: mine }) }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe(
      'verification.number-taken',
    );
    expect(await madeHere()).toHaveLength(1);
    expect(await t.context.db.read.select().from(t.context.db.tables.passwords)).toHaveLength(1);
  });
});
