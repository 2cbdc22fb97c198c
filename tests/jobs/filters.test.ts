import type { Salary } from '@qihang/shared/jobs/field-schemas';
import { monthlyPay } from '@qihang/shared/jobs/pay';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

describe('monthlyPay', () => {
  const pay = (min: number | null, max: number | null, unit: Salary['unit']): Salary => ({
    min,
    max,
    unit,
    months: null,
  });
  it.each([
    ['nothing said', null, null],
    ['a range by the month', pay(8000, 12_000, 'month'), 12_000],
    ['so much or more', pay(8000, null, 'month'), 8000],
    ['at most', pay(null, 6000, 'month'), 6000],
    ['by the day', pay(150, 200, 'day'), 4350],
    ['by the hour', pay(20, 25, 'hour'), 4350],
    ['by the year', pay(100_000, 120_000, 'year'), 10_000],
    ['a year that does not divide', pay(null, 100_000, 'year'), 8333],
    ['fourteen pays count as twelve', { ...pay(10_000, 10_000, 'month'), months: 14 }, 10_000],
  ])('%s', (_, salary, expected) => expect(monthlyPay(salary)).toBe(expected));
});

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp({ QIHANG_HOME_CITY: '宁波' });
  const jobs: Parameters<typeof jobDraft>[0][] = [
    {
      title: '月薪六千到九千',
      cities: ['宁波'],
      majors: ['车辆工程'],
      salary: { min: 6000, max: 9000, unit: 'month' },
    },
    {
      title: '日薪二百',
      kind: 'internship',
      cities: ['合肥'],
      majors: ['机械类'],
      salary: { min: 150, max: 200, unit: 'day' },
    },
    {
      title: '年薪十二万',
      kind: 'referral',
      cities: ['宁波', '合肥'],
      majors: ['会计学'],
      salary: { min: 120_000, max: null, unit: 'year' },
    },
    {
      title: '面议',
      cities: ['合肥'],
      majors: ['工科'],
      salary: null,
      salaryText: '面议',
      source: { origin: 'alumni', name: '校友会' },
    },
    { title: '专业不限', cities: ['上海'], majors: [], salary: { min: 4000, max: 4000, unit: 'month' } },
  ];
  for (const job of jobs) {
    t.clock.advance(60_000);
    await t.as('chenyiming').jobs.create({ body: jobDraft(job) });
  }
});
afterAll(() => t.close());

describe('GET /jobs', () => {
  it.each([
    ['pay by the month', { payMin: 9000 }, ['年薪十二万', '月薪六千到九千']],
    ['pay that a job by the day reaches', { payMin: 4350 }, ['年薪十二万', '日薪二百', '月薪六千到九千']],
    ['pay that it does not reach', { payMin: 4351 }, ['年薪十二万', '月薪六千到九千']],
    ['any sum at all', { payMin: 0 }, ['专业不限', '年薪十二万', '日薪二百', '月薪六千到九千']],
    ['the home city', { local: true }, ['年薪十二万', '月薪六千到九千']],
    ['the home city beside another', { local: true, city: ['合肥'] }, ['年薪十二万']],
    [
      'the home city beside several',
      { local: true, city: ['合肥', '宁波'] },
      ['年薪十二万', '月薪六千到九千'],
    ],
    ['the home city left open', { local: false, city: ['上海'] }, ['专业不限']],
    ['what people pass on', { referral: true }, ['面议', '年薪十二万']],
    [
      'a major, with its class and category',
      { major: ['车辆工程'] },
      ['专业不限', '面议', '日薪二百', '月薪六千到九千'],
    ],
    ['another name of it', { major: ['车辆'] }, ['专业不限', '面议', '日薪二百', '月薪六千到九千']],
    ['another major of the class', { major: ['工业设计'] }, ['专业不限', '面议', '日薪二百']],
    [
      'a class, with what lies in it',
      { major: ['机械类'] },
      ['专业不限', '面议', '日薪二百', '月薪六千到九千'],
    ],
    ['a category', { major: ['管理学门类'] }, ['专业不限', '年薪十二万']],
    ['a major that no job asks for', { major: ['护理学'] }, ['专业不限']],
    [
      'all of it',
      { payMin: 3000, local: true, referral: true, major: ['会计'], kind: ['referral'] as const },
      ['年薪十二万'],
    ],
  ])('filters by %s, and counts the same', async (_, query, expected) => {
    const { items } = await t.as().jobs.list({ query: query as never });
    expect(items.map(({ title }) => title)).toEqual(expected);
    expect(await t.as().jobs.count({ query: query as never })).toEqual({ count: expected.length });
  });

  it.each(['payMin=-1', 'payMin=1.5', 'payMin=2000000', 'local=yes', 'referral=1'])(
    'refuses ?%s',
    async (query) => {
      expect((await t.send(`/jobs?${query}`)).statusCode).toBe(400);
    },
  );

  it('follows a change of pay and majors', async () => {
    const { id, version } = await t.as('chenyiming').jobs.create({
      body: jobDraft({
        title: '会变的岗位',
        majors: ['护理学'],
        salary: { min: 1000, max: null, unit: 'month' },
      }),
    });
    const titles = async (query: object) =>
      (await t.as().jobs.list({ query })).items.map(({ title }) => title);
    expect(await titles({ major: ['护理'] })).toContain('会变的岗位');
    expect(await titles({ payMin: 20_000 })).toEqual([]);
    await t.as('chenyiming').jobs.update({
      params: { id },
      body: { version, majors: ['法学'], salary: { min: 300_000, max: null, unit: 'year', months: null } },
    });
    expect(await titles({ major: ['护理'] })).not.toContain('会变的岗位');
    expect(await titles({ payMin: 20_000 })).toEqual(['会变的岗位']);
  });
});

describe('GET /majors', () => {
  it('gives the tree, whose values filters take', async () => {
    const { categories } = await t.as().jobs.majors({});
    const engineering = categories.find(({ name }) => name === '工学');
    expect(engineering?.value).toBe('工学门类');
    expect(engineering?.classes.find(({ name }) => name === '机械类')?.majors).toContain('车辆工程');
    const { count } = await t.as().jobs.count({ query: { major: [engineering?.value ?? ''] } });
    expect(count).toBe(4);
  });
});
