// Two people and one case, at the same time: one wins, the other is told in words.
import { contentTypes } from '@qihang/shared/content/vocabulary';
import { ApiProblem, startTestApp, type TestApp } from '../support/app';
import { caseOf, queue, reviewAll, submit } from './pieces';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await reviewAll(t);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

/** What came of calls that were sent at once: how many succeeded, and the refusals. */
async function raced(calls: readonly Promise<unknown>[]) {
  const settled = await Promise.allSettled(calls);
  const refusals = settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [];
    if (one.reason instanceof ApiProblem) return [one.reason.problem];
    throw one.reason;
  });
  return { won: settled.length - refusals.length, refusals };
}

describe.each(contentTypes)('for a %s', (type) => {
  it('two claim it: one has it', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, type));
    const { won, refusals } = await raced(
      (['admin', 'wanglaoshi'] as const).map((who) => t.as(who).cases.claim({ params: { id } })),
    );
    expect([won, refusals.map(({ code }) => code)]).toEqual([1, ['case.claimed']]);
    expect(refusals[0]?.detail).toMatch(/^(沈岚|王立群)正在处理这一条，到 2026年11月20日 10:34 为止/);
  });

  it('two decide it, one each way: one decision is made, and recorded once', async () => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    const { won, refusals } = await raced([
      t.as('admin').cases.decide({ params: { id }, body: { action: 'approve', version: 1 } }),
      t
        .as('wanglaoshi')
        .cases.decide({ params: { id }, body: { action: 'return', note: '再改改', version: 1 } }),
    ]);
    expect([won, refusals.map(({ code }) => code)]).toEqual([1, ['moderation.already-done']]);
    expect(refusals[0]?.detail).toMatch(/^(沈岚|王立群)已经处理过这一条了$/);
    const [approved, returned] = [await queue(t, 'admin', 'approved'), await queue(t, 'admin', 'returned')];
    expect(approved.length + returned.length).toBe(1);
    const { db } = t.context;
    const log = (await db.read.select().from(db.tables.auditLog)).filter(
      ({ targetId }) => targetId === ref.id,
    );
    expect(log.map(({ action }) => action)).toEqual([
      approved.length ? 'moderation.approve' : 'moderation.return',
    ]);
  });

  it('one decides it while the other takes it: whoever is second is told', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, type));
    const { won, refusals } = await raced([
      t.as('admin').cases.claim({ params: { id } }),
      t.as('wanglaoshi').cases.decide({ params: { id }, body: { action: 'approve' } }),
    ]);
    expect(won).toBe(1);
    expect(['case.claimed', 'moderation.already-done']).toContain(refusals[0]?.code);
  });
});

it('six decide one case on old and new phones: one wins', async () => {
  const ref = await submit(t, 'post');
  const { id } = await caseOf(t, 'admin', ref);
  const target = { type: 'post' as const, id: ref.id };
  const one = (who: 'admin' | 'wanglaoshi' | 'guidanceLead') => [
    t.as(who).cases.decide({ params: { id }, body: { action: 'approve' } }),
    t.as(who).moderation.approve({ body: { target, version: 1 } }),
  ];
  const { won, refusals } = await raced([...one('admin'), ...one('wanglaoshi'), ...one('guidanceLead')]);
  expect([won, [...new Set(refusals.map(({ code }) => code))]]).toEqual([1, ['moderation.already-done']]);
});

it('an author recalls while a moderator approves: one of both happened, wholly', async () => {
  const ref = await submit(t, 'job');
  const { id } = await caseOf(t, 'admin', ref);
  const { won } = await raced([
    t.as('chenyiming').jobs.recall({ params: { id: ref.id } }),
    t.as('admin').cases.decide({ params: { id }, body: { action: 'approve' } }),
  ]);
  const { state } = await t.as('admin').cases.detail({ params: { id } });
  const { life } = await t.as('chenyiming').jobs.detail({ params: { id: ref.id } });
  expect([won, state, life]).toEqual([
    1,
    ...(life === 'draft' ? ['gone', 'draft'] : ['decided', 'published']),
  ]);
});

it('two appeals against one decision: one is opened', async () => {
  const ref = await submit(t, 'job');
  const { id } = await caseOf(t, 'admin', ref);
  await t.as('admin').cases.decide({ params: { id }, body: { action: 'return', note: '再改改' } });
  const appeal = () =>
    t.as('chenyiming').cases.appealJob({ params: { id: ref.id }, body: { text: '请再看' } });
  const { won, refusals } = await raced([appeal(), appeal()]);
  expect([won, refusals.map(({ code }) => code)]).toEqual([1, ['moderation.already-done']]);
});
