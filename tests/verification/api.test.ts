import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { carClass, codeFor, fillRoster } from '../support/roster';

let t: TestApp;
let code: string;
beforeAll(async () => {
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
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

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
    const renewed = await codeFor(t);
    const [valid] = (await t.as('wanglaoshi').classCodes.list({})).items;
    await t.as('wanglaoshi').classCodes.revoke({ params: { id: valid?.id ?? '' } });
    expect((await refusal({ code: renewed })).code).toBe('verification.mismatch');
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

describe('what the roster says of a person', () => {
  const patch = (body: object) => t.as('unverified').session.updateProfile({ body });
  const message = '来自名册，写错了请找老师改；名册更正后这里会跟着变';

  it('is the person’s own to write until there is an entry', async () => {
    expect(await patch({ major: '底盘工程', graduationYear: 2020 })).toMatchObject({
      verification: 'unverified',
      fromRoster: false,
      profile: { major: '底盘工程', graduationYear: 2020 },
    });
    await verify();
    expect(await t.as('unverified').session.me({})).toMatchObject({
      verification: 'verified',
      fromRoster: true,
      profile: { major: '车辆工程', graduationYear: 2027 },
    });
  });

  it.each([
    ['another major', { major: '法学' }, ['major']],
    ['no major', { major: null }, ['major']],
    ['the year of an alumnus', { graduationYear: 2020 }, ['graduationYear']],
    ['both', { graduationYear: 2020, major: '法学', cities: ['宁波'] }, ['major', 'graduationYear']],
  ])('refuses %s afterwards, and changes nothing', async (_, body, paths) => {
    await verify();
    const before = await t.as('unverified').session.me({});
    expect(await problemOf(patch(body))).toMatchObject({
      status: 400,
      code: 'request.invalid',
      errors: paths.map((path) => ({ path, message })),
    });
    expect(await t.as('unverified').session.me({})).toEqual(before);
  });

  it('may be sent back as it is, with what is the person’s to change', async () => {
    await verify();
    expect(await patch({ major: '车辆工程', graduationYear: 2027, cities: ['宁波'] })).toMatchObject({
      profile: { major: '车辆工程', graduationYear: 2027, cities: ['宁波'] },
    });
  });

  it('binds no student number that came from elsewhere', async () => {
    expect((await t.as('linxiao').session.me({})).fromRoster).toBe(false);
    const { profile } = await t.as('linxiao').session.updateProfile({ body: { major: '法学' } });
    expect(profile.major).toBe('法学');
  });
});

describe('graduates', () => {
  /** The first instant of that day in China. */
  const on = (day: string) => t.clock.set(new Date(`${day}T00:00:00+08:00`));
  // Nobody stays signed in for years: signing in anew is not what is looked at here.
  beforeEach(async () => {
    const { db } = t.context;
    await db.write((tx) => tx.update(db.tables.sessions).set({ expiresAt: new Date('2100-01-01') }));
  });
  const asks = () =>
    t.as('unverified').threads.ask({
      body: threadDraft({ anonymous: false, title: `档案放在哪里 ${t.clock.now().toISOString()}` }),
    });

  it('become alumni on 1 August, sign as such, and ask for two years more', async () => {
    await verify();
    on('2027-07-31');
    expect((await asks()).author).toMatchObject({ name: '许未 同学', about: '车辆工程 2027 届' });
    on('2027-08-01');
    expect(await t.as('unverified').session.me({})).toMatchObject({ verification: 'alumnus' });
    expect(await t.as('unverified').verification.mine({})).toMatchObject({
      state: 'alumnus',
      askingEndsAt: '2029-07-31T16:00:00.000Z',
    });
    const { id, author } = await asks();
    expect(author).toMatchObject({ name: '许未 同学', about: '校友 · 车辆工程 2027 届' });
    const shown = await t.as().threads.detail({ params: { id } });
    expect(shown.author).toMatchObject({ about: '校友 · 车辆工程 2027 届' });
  });

  it('ask no more after that, by the clock, and go on answering', async () => {
    await verify();
    const others = await t.as('zhaoyu').threads.ask({ body: threadDraft() });
    t.clock.set(new Date(Date.parse('2029-08-01T00:00:00+08:00') - 1));
    await asks();
    on('2029-08-01');
    expect(await problemOf(asks())).toMatchObject({ status: 403, code: 'action.forbidden' });
    const answer = await t.as('unverified').threads.answer({
      params: { id: others.id },
      body: { body: '我当年把档案放在人才中心，两年内转走就行。' },
    });
    expect(JSON.stringify(answer)).toContain('校友 · 车辆工程 2027 届');
    // The row of the role has no end: only the clock took it away.
    const grants = await t.context.db.read.select().from(t.context.db.tables.roleGrants);
    expect(grants.filter(({ role, endsAt }) => role === 'graduate' && endsAt !== null)).toEqual([]);
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

  it('is a person’s own: what one types wrong holds back no other with the same number at the same address', async () => {
    for (let i = 0; i < 5; i++) {
      expect((await attempt({ code: 'ACDE-FGHJ' }, '10.0.0.1', 'linxiao')).statusCode).toBe(409);
      expect((await attempt({ code: 'ACDE-FGHJ' }, '10.0.0.1', 'zhaoyu')).statusCode).toBe(409);
    }
    expect((await attempt({}, '10.0.0.1', 'linxiao')).statusCode).toBe(429);
    expect((await attempt({}, '10.0.0.1', 'unverified')).statusCode).toBe(200);
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
    expect(rows.map(({ key }) => key.split(':')[0]).sort()).toEqual(['account']);
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
