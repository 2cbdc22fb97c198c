import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { carClass, codeFor, fillRoster } from '../support/roster';

let t: TestApp;
let code: string;
beforeEach(async () => {
  t = await startTestApp();
  await fillRoster(t, [
    { studentNo: '2023080101', name: '许未' },
    { studentNo: '2023080102', name: '林晓' },
    {
      studentNo: '2023050101',
      name: '赵雨',
      college: '电气学院',
      major: '电气工程',
      className: '电气2301班',
    },
  ]);
  code = await codeFor(t);
});
afterEach(() => t.close());

const claim = (part: Partial<Record<'studentNo' | 'name' | 'code', string>> = {}) => ({
  studentNo: '2023080101',
  name: '许未',
  code,
  ...part,
});
const verify = (
  part?: Parameters<typeof claim>[0],
  who: 'unverified' | 'linxiao' | 'zhaoyu' = 'unverified',
) => t.as(who).verification.verify({ body: claim(part) });
const refusal = (...args: Parameters<typeof verify>) => problemOf(verify(...args));

describe('POST /me/verification', () => {
  it('verifies, binds, and makes a graduate of who could not ask before', async () => {
    expect((await problemOf(t.as('unverified').threads.ask({ body: threadDraft() }))).code).toBe(
      'verification.required',
    );
    expect(await verify()).toEqual({
      state: 'verified',
      entry: {
        studentNo: '2023080101',
        name: '许未',
        college: '汽车学院',
        major: '车辆工程',
        className: '车辆2301班',
        graduationYear: 2027,
        boundAt: t.clock.now().toISOString(),
      },
      askingEndsAt: null,
    });
    expect(await t.as('unverified').verification.mine({})).toMatchObject({ state: 'verified' });
    const me = await t.as('unverified').session.me({});
    expect(me).toMatchObject({
      name: '许未',
      college: '汽车学院',
      profile: { major: '车辆工程', graduationYear: 2027 },
    });
    expect(me.roles).toEqual([{ role: 'graduate', boards: null, endsAt: null }]);
    const thread = await t.as('unverified').threads.ask({ body: threadDraft({ anonymous: false }) });
    expect(thread.author).toMatchObject({ name: '许未 同学', about: '车辆工程 2027 届' });
  });

  it.each([
    [
      'lower case, blanks and hyphens in the code',
      () => ({ code: ` ${code.toLowerCase().replace('-', ' ')}` }),
    ],
    ['full-width digits', () => ({ studentNo: '２０２３０８０１０１' })],
    ['blanks in the name', () => ({ name: '许 未' })],
  ])('takes %s', async (_, part) => {
    expect((await verify(part())).state).toBe('verified');
  });

  it.each([
    ['an unknown number', () => ({ studentNo: '2023080199' })],
    ['another name', () => ({ name: '许末' })],
    ['a wrong code', () => ({ code: 'ACDE-FGHJ' })],
    ['the code of another class', () => ({ studentNo: '2023050101', name: '赵雨' })],
  ])('gives %s the same answer as any other mismatch', async (_, part) => {
    const { requestId, ...answer } = await refusal(part());
    const { requestId: __, ...other } = await refusal({ name: '完全不对', studentNo: '9999999' });
    expect(answer).toEqual(other);
    expect(answer).toMatchObject({ status: 409, code: 'verification.mismatch' });
    expect((await t.as('unverified').verification.mine({})).state).toBe('unverified');
  });

  it('refuses an expired and a revoked code like a wrong one', async () => {
    t.clock.advance(30 * 24 * 3_600_000);
    expect((await refusal()).code).toBe('verification.mismatch');
    code = await codeFor(t);
    const [valid] = (await t.as('wanglaoshi').classCodes.list({})).items;
    await t.as('wanglaoshi').classCodes.revoke({ params: { id: valid?.id ?? '' } });
    expect((await refusal()).code).toBe('verification.mismatch');
  });

  it('names the fields that cannot be right whatever the roster says', async () => {
    const { status, errors } = await refusal({ studentNo: '学号', name: ' ', code: '0000' });
    expect(status).toBe(400);
    expect(errors?.map(({ path }) => path)).toEqual(['studentNo', 'name', 'code']);
  });

  it('tells a second account what to do, and not who holds the number', async () => {
    await verify();
    const problem = await refusal({}, 'linxiao');
    expect(problem).toMatchObject({ status: 409, code: 'verification.number-taken' });
    expect(problem.detail).toContain('就业指导老师');
    expect(JSON.stringify(problem)).not.toContain('许未');
    // With one of the three wrong it is a mismatch like any other.
    expect((await refusal({ code: 'ACDE-FGHJ' }, 'linxiao')).code).toBe('verification.mismatch');
  });

  it('keeps an account to one number', async () => {
    await verify();
    expect((await refusal({ studentNo: '2023080102', name: '林晓' })).code).toBe(
      'verification.already-bound',
    );
    expect((await verify()).state).toBe('verified');
  });

  it('lets one of two who claim at once through', async () => {
    const results = await Promise.allSettled([verify({}, 'linxiao'), verify({}, 'zhaoyu'), verify()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('asks a visitor to sign in', async () => {
    expect((await problemOf(t.as().verification.verify({ body: claim() }))).code).toBe('session.required');
  });
});

describe('the limit of attempts', () => {
  const attempt = (part: Parameters<typeof claim>[0], address: string, who: PersonKey) =>
    t.send('/me/verification', { method: 'POST', body: claim(part), as: who, address });

  it('holds an account after five, says how long, and lets it try again afterwards', async () => {
    for (let i = 0; i < 5; i++) expect((await refusal({ code: 'ACDE-FGHJ' })).status).toBe(409);
    const held = await attempt({}, '10.0.0.9', 'unverified');
    expect(held.statusCode).toBe(429);
    expect(held.headers['retry-after']).toBe('900');
    expect(held.json()).toMatchObject({
      code: 'rate.limited',
      detail: expect.stringContaining('15 分钟后再试'),
    });
    t.clock.advance(15 * 60_000);
    expect((await verify()).state).toBe('verified');
  });

  it('holds a number after ten, whoever asks', async () => {
    for (let i = 0; i < 5; i++) {
      await refusal({ code: 'ACDE-FGHJ' }, 'linxiao');
      await refusal({ code: 'ACDE-FGHJ' }, 'zhaoyu');
    }
    const held = await attempt({}, '10.0.0.9', 'unverified');
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '3600']);
    // Another number is free.
    expect(
      (await attempt({ studentNo: '2023080102', name: '林晓' }, '10.0.0.9', 'unverified')).statusCode,
    ).toBe(200);
  });

  it('holds an address after a hundred, and no other', async () => {
    // A patient script: seven accounts, five tries each, and a rest until the accounts are forgiven.
    const accounts = [
      'linxiao',
      'zhaoyu',
      'chenyiming',
      'guidanceLead',
      'formerLead',
      'wanglaoshi',
      'admin',
    ] as const;
    const statuses: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (const who of accounts) {
        for (let i = 0; i < 5; i++) {
          const studentNo = `2023999${statuses.length}`;
          statuses.push((await attempt({ studentNo }, '10.0.0.1', who)).statusCode);
        }
      }
      t.clock.advance(15 * 60_000);
    }
    expect(statuses.slice(0, 100).every((status) => status === 409)).toBe(true);
    expect(statuses.slice(100)).toEqual([429, 429, 429, 429, 429]);
    expect((await attempt({}, '10.0.0.1', 'unverified')).statusCode).toBe(429);
    expect((await attempt({}, '10.0.0.2', 'unverified')).statusCode).toBe(200);
  });

  it('counts again from nothing after success', async () => {
    for (let i = 0; i < 4; i++) await refusal({ code: 'ACDE-FGHJ' });
    await verify();
    for (let i = 0; i < 4; i++) await refusal({ code: 'ACDE-FGHJ' }, 'linxiao');
    expect((await refusal({}, 'linxiao')).code).toBe('verification.number-taken');
  });

  it('keeps neither number nor address in the table', async () => {
    await refusal({ code: 'ACDE-FGHJ' });
    const rows = await t.context.db.read.select().from(t.context.db.tables.claimAttempts);
    expect(rows.map(({ key }) => key.split(':')[0]).sort()).toEqual(['account', 'address', 'number']);
    expect(JSON.stringify(rows)).not.toMatch(/2023080101|127\.0\.0\.1/);
  });
});

describe('class codes', () => {
  const list = async () => (await t.as('wanglaoshi').classCodes.list({})).items;

  it('can be shown again, and count who used them', async () => {
    await verify();
    expect(await list()).toEqual([
      expect.objectContaining({
        ...carClass,
        code,
        state: 'valid',
        used: 1,
        total: 2,
        createdBy: '王立群 老师',
      }),
    ]);
  });

  it('are in no table', async () => {
    const rows = await t.context.db.read.select().from(t.context.db.tables.classCodes);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''));
  });

  it('are one a class at a time, and differ', async () => {
    const again = t.as('admin').classCodes.create({ body: carClass });
    expect((await problemOf(again)).code).toBe('class-code.exists');
    const [first] = await list();
    await t.as('admin').classCodes.revoke({ params: { id: first?.id ?? '' } });
    expect(await codeFor(t)).not.toBe(code);
    expect((await list()).map(({ state, code: shown }) => [state, shown === null])).toEqual([
      ['valid', false],
      ['revoked', true],
    ]);
    expect((await problemOf(t.as('admin').classCodes.revoke({ params: { id: first?.id ?? '' } }))).code).toBe(
      'class-code.ended',
    );
  });

  it('are for classes of the roster alone', async () => {
    const made = t.as('wanglaoshi').classCodes.create({ body: { ...carClass, className: '不存在的班' } });
    expect((await problemOf(made)).code).toBe('roster.no-such-class');
  });

  it('stay with staff', async () => {
    for (const who of ['linxiao', 'chenyiming'] as const)
      expect((await problemOf(t.as(who).classCodes.list({}))).code).toBe('action.forbidden');
  });
});
