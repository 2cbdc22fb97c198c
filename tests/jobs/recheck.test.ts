import { isPastRecheck } from '@qihang/server/features/jobs/rules';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

// The clock of the tests shows 2026-11-20 in Shanghai.
const past = {
  status: 400,
  errors: [{ path: 'recheckOn', message: '复核日期已经过了，请选今天或以后的一天' }],
};
const open = (recheckOn: string | null = '2026-12-01') =>
  t.as('chenyiming').jobs.create({ body: jobDraft({ deadline: null, recheckOn }) });

describe('a re-check day', () => {
  it.each([
    ['2026-11-19', null, true],
    ['2026-11-20', null, false],
    [null, null, false],
    // It does not count beside a deadline.
    ['2026-11-19', '2026-12-31', false],
  ])('%s with deadline %s is over: %s', (recheckOn, deadline, over) => {
    expect(isPastRecheck({ recheckOn, deadline }, new Date('2026-11-20T15:59:00Z'))).toBe(over);
  });

  it('in the past is refused where a job is made, changed or confirmed', async () => {
    expect(await problemOf(open('2026-11-19'))).toMatchObject(past);
    const { id, version } = await open('2026-11-20');
    const lead = t.as('chenyiming').jobs;
    const change = lead.update({ params: { id }, body: { version, recheckOn: '2026-11-01' } });
    expect(await problemOf(change)).toMatchObject(past);
    const confirm = lead.reconfirm({ params: { id }, body: { recheckOn: '2026-11-19' } });
    expect(await problemOf(confirm)).toMatchObject(past);
    expect((await lead.reconfirm({ params: { id }, body: { recheckOn: '2026-11-21' } })).recheckOn).toBe(
      '2026-11-21',
    );
  });

  it('that has come does not keep anybody from correcting the title', async () => {
    const { id, version } = await open('2026-11-21');
    t.clock.set('2026-11-25T10:00+08:00');
    const body = { version, title: '改过的标题', recheckOn: '2026-11-21' };
    const changed = await t.as('chenyiming').jobs.update({ params: { id }, body });
    expect(changed).toMatchObject({ title: '改过的标题', recheckOn: '2026-11-21', state: 'unverified' });
  });
});
