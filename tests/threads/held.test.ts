import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  // As a school has it: the first pieces of a person are looked at.
  t = await startTestApp({ QIHANG_REVIEW_FIRST: String(threadLimits.reviewedFirst) });
});
beforeEach(() => t.restore());
afterAll(() => t.close());

let n = 0;
/** Words that nobody said before. */
const fresh = () => `签过三方，还能报第 ${++n} 个选调吗？`;
const ask = (as: PersonKey, anonymous = false) =>
  t.as(as).threads.ask({ body: threadDraft({ title: fresh(), anonymous }) });
const answer = (as: PersonKey, id: string, anonymous = false) =>
  t.as(as).threads.answer({ params: { id }, body: { body: fresh(), anonymous } });

/** A person of the board approves what was read. */
const approve = async (type: 'thread' | 'answer', id: string) => {
  const { context } = t;
  const { setLife } = await import('@qihang/server/content/moved');
  const at = t.clock.now();
  await context.db.write(async (tx) => {
    const piece = await context.registry.kinds[type].find(context.db, tx, id);
    if (!piece) throw new Error('There is no such piece');
    const first = piece.neverSeen ? { neverSeen: false, publishedAt: at } : {};
    const change = { life: 'published', lifeReason: null, lifeRank: 1, ...first } as const;
    await setLife(context, tx, type, piece, change, {
      move: 'approve',
      actorId: t.people.chenyiming.id,
      at,
    });
  });
};

const seenBy = async (as: PersonKey | undefined, id: string) =>
  (await t.send(`/threads/${id}`, { ...(as ? { as } : {}) })).statusCode;

describe('the first pieces of a new person', () => {
  it('wait for review: their author and moderators see them, and nobody else, anywhere', async () => {
    const asked = await ask('linxiao');
    expect(asked).toMatchObject({
      state: 'pending',
      life: 'in-review',
      seen: { now: false, why: '在等审核，通过后马上公开' },
      review: { submittedAt: '2026-11-20T02:24:00.000Z' },
      onDuty: null,
      duty: null,
      dueAt: null,
      viewer: { can: ['edit', 'history'] },
    });
    expect([
      await seenBy(undefined, asked.id),
      await seenBy('zhaoyu', asked.id),
      await seenBy('linxiao', asked.id),
      await seenBy('chenyiming', asked.id),
    ]).toEqual([404, 404, 200, 200]);
    const lists = ['/threads', '/threads?tab=waiting', '/threads?state=pending', '/search?q=选调'].map(
      async (url) => (await t.send(encodeURI(url))).body,
    );
    for (const body of await Promise.all(lists)) expect(body).not.toContain(asked.id);
    const mine = await t.as('linxiao').threads.list({ query: { tab: 'mine' } });
    expect(mine.items.map(({ id, state }) => [id, state])).toEqual([[asked.id, 'pending']]);
    expect(await t.as('linxiao').threads.counts({ query: {} })).toMatchObject({ waiting: 0, mine: 1 });
  });

  it('start the clock when readers see them', async () => {
    const { id } = await ask('linxiao', true);
    t.clock.advance(5 * 60 * 60_000 + 12_345);
    await approve('thread', id);
    expect(await t.as('zhaoyu').threads.detail({ params: { id } })).toMatchObject({
      state: 'open',
      askedAt: '2026-11-20T07:24:00.000Z',
      onDuty: '陈一鸣',
      dueAt: '2026-11-21T07:24:00.000Z',
      overdue: false,
    });
  });

  it('stop after three that readers see, questions and answers alike', async () => {
    const first = await ask('linxiao');
    await approve('thread', first.id);
    const other = await ask('chenyiming');
    const held = await answer('linxiao', other.id);
    expect(held.answers).toMatchObject([{ life: 'in-review', author: { self: true } }]);
    expect((await t.as('zhaoyu').threads.detail({ params: { id: other.id } })).answers).toEqual([]);
    await approve('answer', held.answers[0]?.id ?? '');
    expect((await ask('linxiao')).state).toBe('pending');
    await approve('thread', (await ask('linxiao')).id);
    expect((await ask('linxiao')).state).toBe('open');
  });

  it('are nobody’s who keeps the board clean, unless the words are anonymous', async () => {
    expect((await ask('chenyiming')).state).toBe('open');
    expect((await ask('wanglaoshi')).state).toBe('open');
    expect((await ask('chenyiming', true)).state).toBe('pending');
  });

  it('count for nothing before they are seen: no answer, no clock, no vote, no event', async () => {
    const { id } = await ask('chenyiming');
    const [held] = (await answer('linxiao', id)).answers;
    const seen = await t.as('zhaoyu').threads.detail({ params: { id } });
    expect(seen).toMatchObject({ state: 'open', answerCount: 0, topAnswer: null, firstAnsweredAt: null });
    const vote = t.as('chenyiming').threads.markUseful({ params: { id: held?.id ?? '' } });
    expect((await problemOf(vote)).status).toBe(403);
    expect(
      (await problemOf(t.as('zhaoyu').threads.markUseful({ params: { id: held?.id ?? '' } }))).status,
    ).toBe(404);
    const accept = t.as('chenyiming').threads.accept({ params: { id }, body: { answerId: held?.id ?? '' } });
    expect((await problemOf(accept)).status).toBe(403);
  });

  it('emits asked and answered when readers see them, once', async () => {
    const told: string[] = [];
    const { reactions } = t.context.registry;
    const spy = {
      'thread.asked': async () => void told.push('asked'),
      'thread.answered': async () => void told.push('answered'),
    };
    (reactions as (typeof spy)[]).push(spy);
    try {
      const { id } = await ask('linxiao');
      expect(told).toEqual([]);
      await approve('thread', id);
      const [held] = (await answer('zhaoyu', id)).answers;
      expect(told).toEqual(['asked']);
      await approve('answer', held?.id ?? '');
      expect(told).toEqual(['asked', 'answered']);
      t.clock.advance(60_000);
      await t.as('linxiao').threads.edit({ params: { id }, body: { title: fresh(), version: 1 } });
      await approve('thread', id);
      expect(told).toEqual(['asked', 'answered']);
    } finally {
      (reactions as (typeof spy)[]).pop();
    }
  });

  it('go back to review when a new person changes what was approved', async () => {
    const { id } = await ask('linxiao');
    await approve('thread', id);
    const edited = await t
      .as('linxiao')
      .threads.edit({ params: { id }, body: { title: fresh(), version: 1 } });
    expect(edited).toMatchObject({ state: 'pending', life: 'in-review', version: 2 });
    expect(await seenBy('zhaoyu', id)).toBe(404);
  });
});

describe('a returned question', () => {
  it('goes to review again when its author changes it, as often as it takes', async () => {
    const { id } = await ask('linxiao');
    const { db } = t.context;
    const { threads } = db.tables;
    for (let version = 1; version <= 3; version++) {
      await db.write((tx) => tx.update(threads).set({ life: 'returned', lifeReason: '请写清楚' }));
      const body = { body: `补充 ${version}`, version };
      const edited = await t.as('linxiao').threads.edit({ params: { id }, body });
      expect(edited).toMatchObject({ life: 'in-review', state: 'pending', version: version + 1 });
    }
  });
});

describe('the same words twice', () => {
  it('are one question within ten minutes, also when two requests race', async () => {
    const body = threadDraft({ title: fresh() });
    const raced = await Promise.all([1, 2, 3].map(() => t.as('linxiao').threads.ask({ body })));
    expect(new Set(raced.map(({ id }) => id)).size).toBe(1);
    // Asked without a name now: two questions with these words would link the name and the alias.
    const again = await t.as('linxiao').threads.ask({ body: { ...body, anonymous: true } });
    expect([again.id, again.alias]).toEqual([raced[0]?.id, null]);
    const other = await t.as('zhaoyu').threads.ask({ body });
    expect(other.id).not.toBe(again.id);
    t.clock.advance(threadLimits.duplicateMinutes * 60_000);
    expect((await t.as('linxiao').threads.ask({ body })).id).not.toBe(again.id);
  });

  it('are one answer, also when two requests race', async () => {
    const { id } = await ask('chenyiming');
    const body = { body: fresh() };
    await Promise.all([1, 2, 3].map(() => t.as('linxiao').threads.answer({ params: { id }, body })));
    const { answers } = await t.as('linxiao').threads.detail({ params: { id } });
    expect(answers).toHaveLength(1);
  });
});
