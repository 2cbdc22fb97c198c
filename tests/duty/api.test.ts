import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { arrangeRota, everyDay, giveOffice } from './office';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await giveOffice(t, 'zhaoyu', 'lead');
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const ask = (by: PersonKey, more: Parameters<typeof threadDraft>[0] = {}) =>
  t.as(by).threads.ask({ body: threadDraft(more) });
const today = (category?: 'mood') => t.as().duty.today({ query: { category } });

describe('GET /duty', () => {
  it('tells visitors who answers, and by when', async () => {
    await arrangeRota(t, { shifts: everyDay('zhaoyu', 'chenyiming') });
    expect(await today()).toEqual({
      board: 'threads',
      person: { name: '赵雨 同学', about: '宣传骨干 · 电气工程 2027 届' },
      until: '2026-11-20T14:00:00.000Z',
      dueAt: '2026-11-21T02:24:00.000Z',
      answerHours: 24,
      clock: 'hours',
      firstAnswerMinutes: null,
    });
  });

  it('names the person of a category, and the next day after duty hours', async () => {
    await arrangeRota(t, {
      shifts: [
        [5, 'zhaoyu'],
        [6, 'chenyiming'],
        [5, 'wanglaoshi', undefined, 'mood'],
      ],
    });
    expect((await today('mood')).person?.name).toBe('王立群 老师');
    expect((await today()).person?.name).toBe('赵雨 同学');
    t.clock.set('2026-11-20T22:00+08:00');
    expect(await today()).toMatchObject({
      person: { name: '陈一鸣 同学' },
      until: '2026-11-21T14:00:00.000Z',
    });
  });

  it('counts working days by the calendar that the admin keeps', async () => {
    await arrangeRota(t, { shifts: everyDay('zhaoyu'), change: { clock: 'working-days' } });
    expect((await today()).dueAt).toBe('2026-11-23T02:24:00.000Z');
    const { version } = await t.as('admin').duty.calendar({ query: { year: 2026 } });
    const days = [{ day: '2026-11-23', works: false, name: '校庆' }];
    await t.as('admin').duty.setCalendar({ body: { year: 2026, days, version } });
    expect((await today()).dueAt).toBe('2026-11-24T02:24:00.000Z');
  });

  it('shows the median first answer of 30 days', async () => {
    for (const minutes of [10, 50, 30]) {
      const { id } = await ask('linxiao', { title: `第 ${minutes} 个问题怎么办？` });
      t.clock.advance(minutes * 60_000);
      await t.as('chenyiming').threads.answer({ params: { id }, body: { body: '先问学院。' } });
    }
    expect((await today()).firstAnswerMinutes).toBe(30);
    t.clock.set('2026-12-21T10:24+08:00');
    expect((await today()).firstAnswerMinutes).toBe(null);
  });

  it('answers 404 where no question board is on, and refuses a board of articles', async () => {
    expect(await problemOf(t.as().duty.today({ query: { board: 'guidance' } }))).toMatchObject({
      code: 'board.wrong-kind',
    });
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: false } });
    expect(await problemOf(t.as().duty.today({}))).toMatchObject({ status: 404 });
  });
});

describe('the person on duty of a question', () => {
  const promise = async (by: PersonKey, more: object = {}) => {
    const { onDuty: name, dueAt } = await ask(by, more);
    return [name, dueAt];
  };

  it.each<[string, () => Promise<unknown>]>([
    ['a rota', () => arrangeRota(t, { shifts: everyDay('chenyiming', 'zhaoyu'), teacher: 'wanglaoshi' })],
    ['no rota', async () => undefined],
    ['an empty rota', () => arrangeRota(t, { teacher: 'wanglaoshi' })],
  ])('never tells who asked: with %s', async (_, arrange) => {
    await arrange();
    await t.keep('arranged');
    const answers: unknown[] = [];
    for (const by of ['linxiao', 'chenyiming', 'zhaoyu', 'wanglaoshi', 'admin'] as const) {
      for (const anonymous of [true, false]) {
        await t.restore('arranged');
        answers.push(await promise(by, { anonymous }));
      }
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toEqual([expect.any(String), '2026-11-21T02:24:00.000Z']);
  });

  it('goes to the next lead one after the other whoever asks, where there is no rota', async () => {
    const names: (string | null)[][] = [];
    await t.keep('before');
    for (const by of ['linxiao', 'chenyiming', 'zhaoyu'] as const) {
      await t.restore('before');
      const row: (string | null)[] = [];
      for (let i = 0; i < 4; i++) row.push((await ask(by, { title: `第 ${i} 个问题怎么办？` })).onDuty);
      names.push(row);
    }
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
    expect(new Set(names[0]).size).toBe(2);
  });

  it('stays the same whoever asked, when an account is closed', async () => {
    await arrangeRota(t, { shifts: everyDay('zhaoyu', 'chenyiming'), teacher: 'wanglaoshi' });
    const first = await ask('linxiao', { title: '林晓问的问题在这里？' });
    const second = await ask('chenyiming', { title: '骨干问的问题在这里？', anonymous: true });
    await t.as('zhaoyu')['my-data'].leave({});
    for (const { id } of [first, second])
      expect(await t.as().threads.detail({ params: { id } })).toMatchObject({
        onDuty: '陈一鸣',
        dueAt: '2026-11-21T02:24:00.000Z',
      });
  });

  it('has a teacher on a day without a person, and a person who is away is passed', async () => {
    await arrangeRota(t, { shifts: [[5, 'zhaoyu', 'chenyiming']], teacher: 'wanglaoshi' });
    await t.as('zhaoyu').duty.addAbsence({ body: { from: '2026-11-20', until: '2026-11-20' } });
    expect((await ask('linxiao')).onDuty).toBe('陈一鸣');
    t.clock.set('2026-11-21T09:00+08:00');
    expect((await ask('linxiao', { title: '周六能去盖章吗？' })).onDuty).toBe('王立群');
  });
});

describe('days off', () => {
  it('are refused when they are over, turned round or too long', async () => {
    const add = (from: string, until: string) =>
      problemOf(t.as('zhaoyu').duty.addAbsence({ body: { from, until } }));
    expect(await add('2026-11-19', '2026-11-20')).toMatchObject({ errors: [{ path: 'from' }] });
    expect(await add('2026-11-21', '2026-11-20')).toMatchObject({ errors: [{ path: 'until' }] });
    expect(await add('2026-11-21', '2027-11-20')).toMatchObject({ errors: [{ path: 'until' }] });
  });

  it('can be taken back, by the person alone', async () => {
    await arrangeRota(t, { shifts: everyDay('zhaoyu', 'chenyiming') });
    const { id } = await t
      .as('zhaoyu')
      .duty.addAbsence({ body: { from: '2026-11-20', until: '2026-11-22' } });
    expect((await today()).person?.name).toBe('陈一鸣 同学');
    expect(await problemOf(t.as('chenyiming').duty.removeAbsence({ params: { id } }))).toMatchObject({
      status: 404,
    });
    await t.as('zhaoyu').duty.removeAbsence({ params: { id } });
    expect((await today()).person?.name).toBe('赵雨 同学');
  });
});

describe('GET and PUT /admin/duty', () => {
  it('begins with the defaults, without a rota', async () => {
    expect(await t.as('wanglaoshi').duty.rota({})).toMatchObject({
      board: 'threads',
      version: 0,
      answerHours: 24,
      clock: 'hours',
      from: '08:00',
      until: '22:00',
      stepHours: 4,
      startsOn: null,
      shifts: [],
      next: null,
    });
  });

  it('keeps the rota of today until the new one begins', async () => {
    await arrangeRota(t, { shifts: everyDay('zhaoyu') });
    const saved = await arrangeRota(t, {
      shifts: everyDay('chenyiming'),
      change: { startsOn: '2026-11-23' },
    });
    expect(saved).toMatchObject({ startsOn: '2026-11-20', next: { startsOn: '2026-11-23' } });
    expect((await today()).person?.name).toBe('赵雨 同学');
    t.clock.set('2026-11-23T09:00+08:00');
    expect((await today()).person?.name).toBe('陈一鸣 同学');
    expect(await t.as('wanglaoshi').duty.rota({})).toMatchObject({ startsOn: '2026-11-23', next: null });
  });

  it('warns of terms that end inside the rota, and of days without a person', async () => {
    await giveOffice(t, 'linxiao', 'lead', new Date('2026-12-21T00:00:00+08:00'));
    const { warnings } = await arrangeRota(t, {
      shifts: [
        [1, 'zhaoyu'],
        [3, 'linxiao'],
        [5, 'linxiao', 'zhaoyu'],
      ],
      teacher: 'wanglaoshi',
    });
    expect(warnings.map(({ words }) => words)).toEqual([
      '林晓 同学 12月20日任期结束，那之后的周三、周五要换人',
      '周二、周四、周六、周日还没有人，由 王立群 老师 兜底',
    ]);
  });

  it('warns of a year whose make-up days nobody has entered', async () => {
    t.clock.set('2026-11-30T10:00+08:00');
    const { warnings } = await arrangeRota(t, {
      shifts: everyDay('zhaoyu'),
      change: { clock: 'working-days', startsOn: '2026-11-30' },
    });
    expect(warnings).toEqual([
      { kind: 'calendar-unfinished', words: '2027 年的调休还没有填，请管理员在工作日历里补上' },
    ]);
  });

  it('refuses what another has changed meanwhile, and writes down who changed what', async () => {
    await arrangeRota(t, { shifts: everyDay('zhaoyu') });
    expect(await problemOf(arrangeRota(t, { change: { version: 0 } }))).toMatchObject({
      code: 'version.stale',
    });
    const { items } = await t.as('admin').audit.list({ query: { action: ['duty.arrange'] } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ target: { type: 'board', id: 'threads' }, after: { answerHours: 24 } });
  });

  it('refuses a person without an office, by the field', async () => {
    expect(await problemOf(arrangeRota(t, { shifts: [[1, 'linxiao']] }))).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'shifts.0.personId' }],
    });
  });

  it('is for teachers of the board', async () => {
    expect(await problemOf(t.as('chenyiming').duty.rota({}))).toMatchObject({ status: 403 });
    const { db } = t.context;
    const { roleGrants } = db.tables;
    const { id } = t.people.wanglaoshi;
    await db.write((tx) =>
      tx
        .update(roleGrants)
        .set({ boards: ['guidance'] })
        .where(eq(roleGrants.userId, id)),
    );
    expect(await problemOf(t.as('wanglaoshi').duty.rota({}))).toMatchObject({ code: 'action.forbidden' });
  });
});

describe('the calendar', () => {
  it('has the arrangement of 2026, and knows that 2027 is not complete', async () => {
    const of = (year: number) => t.as('wanglaoshi').duty.calendar({ query: { year } });
    expect(await of(2026)).toMatchObject({ version: 0, complete: true });
    expect((await of(2026)).days).toHaveLength(39);
    expect(await of(2027)).toMatchObject({ complete: false });
    expect(await of(2028)).toMatchObject({ days: [], complete: false });
  });

  it('is kept in order and once by each day, by admins', async () => {
    const days = [
      { day: '2027-02-20', works: true, name: '补班' },
      { day: '2027-01-01', works: false, name: '元旦' },
    ];
    const set = (api: ReturnType<TestApp['as']>, version: number) =>
      api.duty.setCalendar({ body: { year: 2027, days, version } });
    expect(await problemOf(set(t.as('wanglaoshi'), 0))).toMatchObject({ status: 403 });
    const saved = await set(t.as('admin'), 0);
    expect(saved).toMatchObject({ version: 1, complete: true });
    expect(saved.days.map(({ day }) => day)).toEqual(['2027-01-01', '2027-02-20']);
    expect(await problemOf(set(t.as('admin'), 0))).toMatchObject({ code: 'version.stale' });
    const twice = { year: 2027, days: [...days, ...days], version: 1 };
    expect(await problemOf(t.as('admin').duty.setCalendar({ body: twice }))).toMatchObject({
      errors: [{ path: 'days.2.day' }, { path: 'days.3.day' }],
    });
  });
});
