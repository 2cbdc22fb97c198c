import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { arrangeRota, everyDay, giveOffice } from './office';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await giveOffice(t, 'zhaoyu', 'lead');
  await giveOffice(t, 'linxiao', 'lead');
  await arrangeRota(t, {
    shifts: [1, 2, 3, 4, 5, 6].map((weekday) => [weekday, 'zhaoyu', 'chenyiming'] as const),
    teacher: 'wanglaoshi',
  });
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const week = (by: PersonKey) => t.as(by).duty.week({});
const dayOf = async (by: PersonKey, day: string) => (await week(by)).days.find((one) => one.day === day);
const today = '2026-11-20';
const saturday = '2026-11-21';
const sunday = '2026-11-22';

async function keyFor(by: PersonKey, name: string): Promise<string> {
  const found = (await week(by)).colleagues.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is no colleague of ${by}`);
  return found.key;
}
async function askSwap(by: PersonKey, day: string, name: string | null, from: string | null = null) {
  const to = name === null ? null : await keyFor(by, name);
  const { days } = await t.as(by).duty.askSwap({ body: { board: 'threads', day, from, to } });
  return days.find((one) => one.day === day)?.swap?.id ?? '';
}
const onDuty = async () => (await t.as().duty.today({})).person?.name;
const can = async (by: PersonKey, day: string) => (await dayOf(by, day))?.viewer.can;

describe('GET /duty/week', () => {
  it('shows seven days from today on, who has them and what I may do', async () => {
    const shown = await week('zhaoyu');
    expect(shown.days.map(({ day }) => day)).toEqual([
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
    expect(shown.days[0]).toMatchObject({
      works: true,
      person: { name: '赵雨 同学', self: true },
      deputy: { name: '陈一鸣 同学', self: false },
      fallback: null,
      viewer: { can: ['swap'] },
    });
    expect(shown.days[2]).toMatchObject({
      works: false,
      person: null,
      fallback: '王立群 老师',
      viewer: { can: ['take'] },
    });
    expect(shown.mine).toEqual({ onDuty: true, until: '2026-11-20T14:00:00.000Z', waiting: 0, urgent: null });
    expect(shown.viewer.can).toEqual([]);
    expect((await week('wanglaoshi')).viewer.can).toEqual(['arrange']);
  });

  it('shows what waits for me, the most urgent first', async () => {
    const ask = (title: string) => t.as('admin').threads.ask({ body: threadDraft({ title }) });
    const first = await ask('简历上要不要写成绩排名？');
    t.clock.advance(60_000);
    await ask('三方协议丢了怎么办？');
    expect((await week('zhaoyu')).mine).toMatchObject({
      waiting: 2,
      urgent: { id: first.id, title: '简历上要不要写成绩排名？', dueAt: '2026-11-21T02:24:00.000Z' },
    });
    expect((await week('linxiao')).mine).toMatchObject({ onDuty: false, until: null, waiting: 0 });
  });

  it('looks ahead, and not behind', async () => {
    const from = async (day: string) => (await t.as('zhaoyu').duty.week({ query: { from: day } })).from;
    expect(await from('2026-11-01')).toBe(today);
    expect(await from('2026-12-28')).toBe('2026-12-28');
    expect(await from('2028-01-01')).toBe('2027-01-15');
    const year = await t.as('zhaoyu').duty.week({ query: { from: '2026-12-28' } });
    expect(year.days.find(({ day }) => day === '2027-01-01')).toMatchObject({ called: '元旦', works: false });
  });

  it('counts the days of each colleague in the month, and names nobody by account', async () => {
    const { colleagues } = await week('zhaoyu');
    expect(colleagues).toMatchObject([
      {
        name: '陈一鸣 同学',
        days: 0,
        on: [],
        deputyOn: [today, saturday, '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'],
      },
      { name: '林晓 同学', days: 0, on: [], deputyOn: [] },
    ]);
    const text = JSON.stringify(colleagues);
    for (const { id } of Object.values(t.people)) expect(text).not.toContain(id);
  });

  it('is for those who keep the board', async () => {
    expect(await problemOf(t.as('guidanceLead').duty.week({}))).toMatchObject({ code: 'action.forbidden' });
    expect(await problemOf(t.as('fresh').duty.week({}))).toMatchObject({ status: 403 });
  });
});

describe('POST /duty/days', () => {
  it('takes a day without a person, once', async () => {
    const take = (by: PersonKey) => t.as(by).duty.take({ body: { board: 'threads', day: sunday } });
    await take('chenyiming');
    expect(await dayOf('zhaoyu', sunday)).toMatchObject({ person: { name: '陈一鸣 同学' }, fallback: null });
    expect(await problemOf(take('linxiao'))).toMatchObject({ code: 'duty.day-taken' });
    t.clock.set('2026-11-22T09:00+08:00');
    expect(await onDuty()).toBe('陈一鸣 同学');
    t.clock.set('2026-11-29T09:00+08:00');
    expect(await onDuty()).toBe('王立群 老师');
  });

  it('is one for two who say so at once', async () => {
    const take = (by: PersonKey) => t.as(by).duty.take({ body: { board: 'threads', day: sunday } });
    const said = await Promise.allSettled([take('chenyiming'), take('linxiao'), take('zhaoyu')]);
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await t.context.db.read.$count(t.context.db.tables.dutyCovers)).toBe(1);
  });

  it('refuses a day that another has, and one that is over', async () => {
    const take = (day: string) => problemOf(t.as('linxiao').duty.take({ body: { board: 'threads', day } }));
    expect(await take(saturday)).toMatchObject({ code: 'duty.day-taken' });
    expect(await take('2026-11-15')).toMatchObject({ errors: [{ path: 'day' }] });
    expect(await take('2027-11-14')).toMatchObject({ errors: [{ path: 'day' }] });
  });

  it('takes the day of a person who is away', async () => {
    await t.as('zhaoyu').duty.addAbsence({ body: { from: saturday, until: saturday } });
    await t.as('chenyiming').duty.addAbsence({ body: { from: saturday, until: saturday } });
    expect(await can('chenyiming', saturday)).toEqual([]);
    expect(await can('linxiao', saturday)).toEqual(['take']);
    await t.as('linxiao').duty.take({ body: { board: 'threads', day: saturday } });
    expect(await dayOf('zhaoyu', saturday)).toMatchObject({ person: { name: '林晓 同学' } });
  });
});

describe('a swap', () => {
  it('counts when the other accepts, and not before', async () => {
    const id = await askSwap('zhaoyu', today, '陈一鸣 同学');
    expect(await onDuty()).toBe('赵雨 同学');
    expect(await can('zhaoyu', today)).toEqual(['withdraw']);
    expect(await can('chenyiming', today)).toEqual(['accept', 'decline']);
    expect(await can('linxiao', today)).toEqual([]);
    expect(await dayOf('chenyiming', today)).toMatchObject({
      swap: { by: '赵雨 同学', to: '陈一鸣 同学', from: null, mine: false },
    });
    await t.as('chenyiming').duty.acceptSwap({ params: { id } });
    expect(await onDuty()).toBe('陈一鸣 同学');
    expect(await dayOf('zhaoyu', today)).toMatchObject({ person: { name: '陈一鸣 同学' }, swap: null });
    expect(await dayOf('zhaoyu', saturday)).toMatchObject({ person: { name: '赵雨 同学' } });
  });

  it('takes what waits with it, when the duty runs', async () => {
    const { id: threadId } = await t.as('admin').threads.ask({ body: threadDraft() });
    const later = await askSwap('zhaoyu', saturday, null);
    await t.as('linxiao').duty.acceptSwap({ params: { id: later } });
    const duty = () => t.as().threads.detail({ params: { id: threadId } });
    expect(await duty()).toMatchObject({ onDuty: '赵雨' });
    const now = await askSwap('zhaoyu', today, null);
    await t.as('linxiao').duty.acceptSwap({ params: { id: now } });
    expect(await duty()).toMatchObject({ onDuty: '林晓', dueAt: '2026-11-21T02:24:00.000Z' });
  });

  it('may be for the rest of a day', async () => {
    const id = await askSwap('zhaoyu', today, null, '18:00');
    const shown = await t.as('linxiao').duty.acceptSwap({ params: { id } });
    expect(shown.days[0]).toMatchObject({
      person: { name: '赵雨 同学' },
      later: { from: '18:00', name: '林晓 同学', self: true },
    });
    expect(await t.as().duty.today({})).toMatchObject({
      person: { name: '赵雨 同学' },
      until: '2026-11-20T10:00:00.000Z',
    });
    t.clock.set('2026-11-20T18:00+08:00');
    expect(await onDuty()).toBe('林晓 同学');
  });

  it('has one taker, whoever is first', async () => {
    const id = await askSwap('zhaoyu', today, null);
    const accept = (by: PersonKey) => t.as(by).duty.acceptSwap({ params: { id } });
    const said = await Promise.all(
      [problemOf(accept('chenyiming')), problemOf(accept('linxiao'))].map((one) => one.catch(() => null)),
    );
    expect(said.filter((problem) => problem === null)).toHaveLength(1);
    expect(said.find((problem) => problem !== null)).toMatchObject({ code: 'duty.swap-settled' });
    expect(await t.context.db.read.$count(t.context.db.tables.dutyCovers)).toBe(1);
  });

  it('can be declined by the one who was asked, and withdrawn by the one who asks', async () => {
    const id = await askSwap('zhaoyu', today, '陈一鸣 同学');
    expect(await problemOf(t.as('linxiao').duty.declineSwap({ params: { id } }))).toMatchObject({
      code: 'action.forbidden',
    });
    expect(await problemOf(t.as('linxiao').duty.withdrawSwap({ params: { id } }))).toMatchObject({
      status: 404,
    });
    await t.as('chenyiming').duty.declineSwap({ params: { id } });
    expect(await onDuty()).toBe('赵雨 同学');
    expect(await problemOf(t.as('chenyiming').duty.acceptSwap({ params: { id } }))).toMatchObject({
      code: 'duty.swap-settled',
    });
    const again = await askSwap('zhaoyu', today, null);
    await t.as('zhaoyu').duty.withdrawSwap({ params: { id: again } });
    expect(await can('zhaoyu', today)).toEqual(['swap']);
  });

  it('is one at a time for a day', async () => {
    await askSwap('zhaoyu', today, null);
    expect(await problemOf(askSwap('zhaoyu', today, '陈一鸣 同学'))).toMatchObject({
      code: 'duty.swap-open',
    });
  });

  it('is refused for a day of another, for a colleague who is away, and for nobody', async () => {
    const ask = (by: PersonKey, to: string | null, day = today) =>
      problemOf(t.as(by).duty.askSwap({ body: { board: 'threads', day, to } }));
    expect(await ask('linxiao', null)).toMatchObject({ code: 'action.forbidden' });
    expect(await ask('zhaoyu', 'nobody')).toMatchObject({ errors: [{ path: 'to' }] });
    const key = await keyFor('zhaoyu', '陈一鸣 同学');
    await t.as('chenyiming').duty.addAbsence({ body: { from: today, until: today } });
    expect(await ask('zhaoyu', key)).toMatchObject({ errors: [{ path: 'to' }] });
  });

  it('falls when the rota is arranged otherwise meanwhile, and when its day is over', async () => {
    const id = await askSwap('zhaoyu', today, null);
    const tomorrow = await askSwap('zhaoyu', saturday, null);
    await arrangeRota(t, { shifts: everyDay('chenyiming') });
    expect(await problemOf(t.as('linxiao').duty.acceptSwap({ params: { id } }))).toMatchObject({
      code: 'duty.swap-settled',
    });
    t.clock.set('2026-11-21T22:00+08:00');
    expect(await problemOf(t.as('linxiao').duty.acceptSwap({ params: { id: tomorrow } }))).toMatchObject({
      code: 'duty.swap-settled',
    });
  });

  it('is not for a muted person', async () => {
    const id = await askSwap('zhaoyu', today, null);
    const answered = await t.as('admin').threads.ask({ body: threadDraft() });
    const { answers } = await t
      .as('linxiao')
      .threads.answer({ params: { id: answered.id }, body: { body: '随便答答。' } });
    const target = { type: 'answer', id: answers[0]?.id ?? '' } as const;
    await t.as('admin').moderation.mute({ body: { target, days: 1, reason: '乱答' } });
    expect(await problemOf(t.as('linxiao').duty.acceptSwap({ params: { id } }))).toMatchObject({
      code: 'person.muted',
    });
    expect(await can('linxiao', today)).toEqual([]);
  });
});
