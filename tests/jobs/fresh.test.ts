import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });
const report = (who: PersonKey, id: string) => t.as(who).jobs.reportClosed({ params: { id } });
const seen = (id: string, who?: PersonKey) => t.as(who).jobs.detail({ params: { id } });

describe('POST /jobs/:id/closed-reports', () => {
  it('refuses a visitor and whom the school does not know', async () => {
    const { id } = await publish();
    const visitor = t.as().jobs.reportClosed({ params: { id } });
    expect(await problemOf(visitor)).toMatchObject({ status: 401, code: 'session.required' });
    expect(await problemOf(report('unverified', id))).toMatchObject({
      status: 403,
      code: 'verification.required',
    });
    expect((await seen(id)).closedReports).toBe(0);
  });

  it('counts a person once, and no longer offers it to them', async () => {
    const { id } = await publish();
    expect((await seen(id, 'linxiao')).viewer).toEqual({
      can: ['report-closed', 'report'],
      saved: null,
      reportedClosed: false,
    });
    await report('linxiao', id);
    const again = await report('linxiao', id);
    expect(again).toMatchObject({ closedReports: 1, state: 'open' });
    expect(again.viewer).toEqual({ can: ['report'], saved: null, reportedClosed: true });
    expect((await seen(id, 'zhaoyu')).viewer).toMatchObject({
      can: ['report-closed', 'report'],
      reportedClosed: false,
    });
  });

  it('makes the job 待核实 with the second person, and leaves an edit that was begun valid', async () => {
    const { id, version } = await publish();
    await report('linxiao', id);
    expect(await report('zhaoyu', id)).toMatchObject({ closedReports: 2, state: 'unverified' });
    const { items } = await t.as().jobs.list({ query: { state: ['unverified'] } });
    expect(items.map((job) => job.id)).toEqual([id]);
    const edited = await t
      .as('chenyiming')
      .jobs.update({ params: { id }, body: { version, title: '热管理工程师' } });
    expect(edited).toMatchObject({ closedReports: 2, state: 'unverified' });
  });

  it('counts two people who say so at once as two', async () => {
    const { id } = await publish();
    await Promise.all([report('linxiao', id), report('zhaoyu', id), report('linxiao', id)]);
    expect(await seen(id)).toMatchObject({ closedReports: 2, state: 'unverified' });
  });

  it('takes none for a job that is over, hidden or not there', async () => {
    const { id } = await publish({ deadline: '2026-11-21' });
    expect(await problemOf(report('linxiao', 'nothing'))).toMatchObject({ status: 404 });
    t.clock.set('2026-11-22T00:00:00+08:00');
    expect(await problemOf(report('linxiao', id))).toMatchObject({ status: 403 });
    const { id: hidden } = await publish();
    await t.as('wanglaoshi').moderation.hide({
      body: { target: { type: 'job', id: hidden }, reason: 'other', note: '核实中' },
    });
    expect(await problemOf(report('linxiao', hidden))).toMatchObject({ status: 404 });
  });
});

describe('GET /jobs?mine=true', () => {
  it('puts reported jobs on the list of their owner', async () => {
    const own = await publish({ title: '我发的岗位' });
    await publish({ title: '没有人反馈的岗位' });
    const other = await t.as('wanglaoshi').jobs.create({ body: jobDraft({ title: '老师发的岗位' }) });
    for (const { id } of [own, other]) {
      await report('linxiao', id);
      await report('zhaoyu', id);
    }
    const query = { mine: true, state: ['unverified' as const] };
    const { items } = await t.as('chenyiming').jobs.list({ query });
    expect(items.map(({ title }) => title)).toEqual(['我发的岗位']);
    expect(await t.as('chenyiming').jobs.count({ query })).toEqual({ count: 1 });
    expect(await t.as('chenyiming').jobs.count({ query: { mine: true } })).toEqual({ count: 2 });
  });

  it('asks a visitor to sign in', async () => {
    expect(await problemOf(t.as().jobs.list({ query: { mine: true } }))).toMatchObject({ status: 401 });
    expect(await problemOf(t.as().jobs.count({ query: { mine: true } }))).toMatchObject({ status: 401 });
  });
});

describe('POST /jobs/:id/reconfirm', () => {
  const reported = async (change: Parameters<typeof jobDraft>[0] = {}) => {
    const { id } = await publish(change);
    await report('linxiao', id);
    await report('zhaoyu', id);
    return id;
  };

  it('settles reports, after which the same people may report again', async () => {
    const id = await reported();
    const confirmed = await t.as('wanglaoshi').jobs.reconfirm({ params: { id } });
    expect(confirmed).toMatchObject({ closedReports: 0, state: 'open', verifiedBy: '王立群' });
    expect((await seen(id, 'linxiao')).viewer).toMatchObject({
      can: ['report-closed', 'report'],
      reportedClosed: false,
    });
    expect(await report('linxiao', id)).toMatchObject({ closedReports: 1, state: 'open' });
  });

  it.each([
    ['a later deadline', { deadline: '2027-01-10T18:00' }, { deadline: '2027-01-10T18:00', recheckOn: null }],
    ['an open end', { deadline: null }, { deadline: null, recheckOn: '2026-12-20' }],
    [
      'a re-check day',
      { deadline: null, recheckOn: '2026-12-01' },
      { deadline: null, recheckOn: '2026-12-01' },
    ],
    ['nothing more', null, { deadline: '2026-12-06', recheckOn: null }],
    ['an empty change', {}, { deadline: '2026-12-06', recheckOn: null }],
  ])('extends in one tap: %s', async (_, body, expected) => {
    const id = await reported();
    expect(await t.as('chenyiming').jobs.reconfirm({ params: { id }, body })).toMatchObject({
      ...expected,
      state: 'open',
      closedReports: 0,
    });
  });

  it('refuses a deadline that is over, and changes nothing then', async () => {
    const id = await reported();
    const late = t.as('chenyiming').jobs.reconfirm({ params: { id }, body: { deadline: '2026-11-19' } });
    expect((await problemOf(late)).errors).toEqual([{ path: 'deadline', message: '截止时间已经过了' }]);
    expect(await seen(id)).toMatchObject({ closedReports: 2, state: 'unverified' });
  });

  it('is for those who keep the board', async () => {
    const id = await reported();
    for (const who of ['linxiao', 'guidanceLead'] as const) {
      expect(await problemOf(t.as(who).jobs.reconfirm({ params: { id } }))).toMatchObject({ status: 403 });
    }
  });
});

describe('GET /jobs/:id/related', () => {
  it('offers what is open at the same employer or for the same majors, and not the job itself', async () => {
    const { id } = await publish({ deadline: '2026-11-21', majors: ['车辆工程'] });
    await publish({ title: '同单位在招', majors: ['会计学'] });
    await publish({ title: '同单位已截止', deadline: '2026-11-21', majors: ['会计学'] });
    await publish({ title: '同专业在招', company: '澄江汽车电子', majors: ['机械类'] });
    await publish({ title: '专业不限', company: '远帆物流', majors: [] });
    t.clock.set('2026-11-25T08:00:00+08:00');
    const { sameCompany, sameMajor } = await t.as().jobs.related({ params: { id } });
    expect(sameCompany.map(({ title }) => title)).toEqual(['同单位在招']);
    expect(sameMajor.map(({ title }) => title)).toEqual(['同专业在招']);
  });

  it('gives six at most, and none for a job without majors or one that is hidden', async () => {
    const { id } = await publish({ majors: [] });
    for (let i = 0; i < 8; i++) await publish({ title: `同单位岗位 ${i}` });
    const { sameCompany, sameMajor } = await t.as().jobs.related({ params: { id } });
    expect([sameCompany.length, sameMajor.length]).toEqual([6, 0]);
    expect(await problemOf(t.as().jobs.related({ params: { id: 'nothing' } }))).toMatchObject({
      status: 404,
    });
  });
});
