import { needsOf } from '@qihang/server/features/jobs/rules';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  t.clock.set('2026-11-20T09:00:00+08:00');
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

let minute = 0;
const publish = (title: string, change: Parameters<typeof jobDraft>[0] = {}) => {
  t.clock.set(new Date(Date.parse('2026-11-20T09:00:00+08:00') + minute++ * 60_000).toISOString());
  return t.as('chenyiming').jobs.create({ body: jobDraft({ title, ...change }) });
};
const mine = async (show: 'all' | 'waiting', who: PersonKey = 'chenyiming') =>
  t.as(who).jobs.mine({ query: { show } });
const titles = ({ items }: Awaited<ReturnType<typeof mine>>) => items.map(({ title }) => title);

describe('GET /jobs/mine', () => {
  it('is for who is signed in, and holds nobody else’s jobs', async () => {
    await publish('我的岗位');
    expect(await problemOf(t.as().jobs.mine({}))).toMatchObject({ status: 401 });
    expect(titles(await mine('all', 'wanglaoshi'))).toEqual([]);
    expect(titles(await mine('all'))).toEqual(['我的岗位']);
  });

  it('puts what waits for me first, the most urgent at its head, and says why', async () => {
    await publish('远的', { deadline: '2026-12-20' });
    await publish('三天内', { deadline: '2026-11-22' });
    await publish('今天', { deadline: '2026-11-20' });
    await publish('快复核', { deadline: null, recheckOn: '2026-11-21' });
    const doubted = await publish('有人反馈', { deadline: '2026-12-10' });
    for (const who of ['linxiao', 'zhaoyu'] as const) {
      await t.as(who).jobs.reportClosed({ params: { id: doubted.id } });
    }
    const waiting = await mine('waiting');
    expect(waiting.items.map(({ title, needs }) => [title, needs])).toEqual([
      ['今天', ['closing']],
      ['三天内', ['closing']],
      ['快复核', ['recheck']],
      ['有人反馈', ['unverified']],
    ]);
    expect(waiting.counts).toEqual({ all: 5, waiting: 4 });
    expect(titles(await mine('all'))[0]).toBe('有人反馈');
  });

  it('shows what readers do not see, with the reason', async () => {
    const { id } = await publish('藏起来');
    await t.as('wanglaoshi').moderation.hide({
      body: { target: { type: 'job', id }, reason: 'expired', note: '招聘页下线了' },
    });
    const { items } = await mine('waiting');
    expect(items).toMatchObject([{ hidden: true, needs: ['hidden'], hiddenReason: expect.any(String) }]);
    expect((await t.as().jobs.list({})).items).toEqual([]);
  });

  it('keeps what is over, which waits for nothing', async () => {
    await publish('过期', { deadline: '2026-11-21' });
    t.clock.set('2026-11-25T09:00:00+08:00');
    expect(await mine('waiting')).toMatchObject({ items: [], counts: { all: 1, waiting: 0 } });
    expect((await mine('all')).items).toMatchObject([{ state: 'closed', needs: [] }]);
  });

  it('a re-confirmation settles it', async () => {
    const { id } = await publish('长期', { deadline: null, recheckOn: '2026-11-21' });
    t.clock.set('2026-11-22T09:00:00+08:00');
    expect((await mine('waiting')).items).toMatchObject([{ needs: ['unverified'] }]);
    await t.as('chenyiming').jobs.reconfirm({ params: { id } });
    expect((await mine('waiting')).items).toEqual([]);
  });

  it('goes on page by page in both orders, and refuses a cursor of the other', async () => {
    for (const day of ['20', '21', '22']) await publish(`截止${day}`, { deadline: `2026-11-${day}` });
    for (const [show, order] of [
      ['waiting', ['截止20', '截止21', '截止22']],
      ['all', ['截止22', '截止21', '截止20']],
    ] as const) {
      const first = await t.as('chenyiming').jobs.mine({ query: { show, limit: 2 } });
      const cursor = first.nextCursor ?? '';
      const second = await t.as('chenyiming').jobs.mine({ query: { show, limit: 2, cursor } });
      expect([...titles(first), ...titles(second)]).toEqual(order);
      expect(second.nextCursor).toBeNull();
      const other = show === 'all' ? 'waiting' : 'all';
      const wrong = t.as('chenyiming').jobs.mine({ query: { show: other, cursor } });
      expect(await problemOf(wrong)).toMatchObject({ code: 'cursor.invalid' });
    }
  });

  it('says the same of a row as its query', () => {
    const now = t.clock.now();
    const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    const job = {
      life: 'published' as const,
      unverified: false,
      deadline: '2026-11-30',
      closesAt: at(73),
      recheckAt: null,
    };
    expect(needsOf(job, now)).toEqual([]);
    expect(needsOf({ ...job, closesAt: at(72) }, now)).toEqual(['closing']);
    expect(needsOf({ ...job, closesAt: at(0), unverified: true }, now)).toEqual([]);
    expect(needsOf({ ...job, deadline: null, recheckAt: at(72) }, now)).toEqual(['recheck']);
    expect(needsOf({ ...job, deadline: null, recheckAt: at(0) }, now)).toEqual(['unverified']);
    expect(needsOf({ ...job, life: 'hidden', unverified: true }, now)).toEqual(['hidden', 'unverified']);
  });
});
