// The queue over the real API: what it shows, claims, decisions and taking them back, for every kind of content.

import { noteVerdict } from '@qihang/server/features/cases/public';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { contentTypes } from '@qihang/shared/content/vocabulary';
import { eq } from 'drizzle-orm';
import { insertMute } from '../permissions/kinds/mutes';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import type { PersonKey } from '../support/people';
import { caseOf, queue, type Ref, reviewAll, rowsAbout, submit } from './pieces';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await reviewAll(t);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const audits = async (type: ContentType, id: string) => {
  const { db } = t.context;
  const { auditLog } = db.tables;
  const rows = await db.read.select().from(auditLog).where(eq(auditLog.targetId, id));
  return rows.filter(({ targetType }) => targetType === type).map(({ action }) => action);
};

const lifeOf = async ({ type, id }: Ref) =>
  (await t.context.registry.kinds[type].find(t.context.db, t.context.db.read, id))?.life;

/** Readers find it: by its own page, and an answer on that of its question. */
const isPublic = async (ref: Ref) => (await lifeOf(ref)) === 'published';

const decide = (
  by: PersonKey,
  id: string,
  body: Parameters<ReturnType<TestApp['as']>['cases']['decide']>[0]['body'],
) => t.as(by).cases.decide({ params: { id }, body });

describe.each(contentTypes)('a %s in review', (type) => {
  const author = type === 'job' || type === 'post' ? 'chenyiming' : 'zhaoyu';

  it('is in the queue of others, with what they need to decide', async () => {
    const ref = await submit(t, type);
    t.clock.advance(30 * 60_000);
    const one = await caseOf(t, 'wanglaoshi', ref);
    expect(one).toMatchObject({
      kind: 'review',
      state: 'open',
      target: ref,
      urgent: false,
      care: false,
      round: 1,
      lastReturn: null,
      claimedBy: null,
      decided: null,
      version: 1,
      viewer: { can: ['claim', 'approve', 'return'] },
    });
    expect(t.clock.now().getTime() - new Date(one.waitingSince).getTime()).toBe(30 * 60_000);
    expect(one.author).toMatchObject({
      anonymous: false,
      name: expect.stringContaining(type === 'job' || type === 'post' ? '陈一鸣' : '赵雨'),
    });
    const detail = await t.as('wanglaoshi').cases.detail({ params: { id: one.id } });
    expect(detail.piece?.parts[0]).toMatchObject({ text: one.title });
    expect(detail.piece?.changes).toBeNull();
    expect(detail.piece?.within === null).toBe(type !== 'answer');
  });

  it('comes before readers when it is approved, and the case is closed', async () => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'wanglaoshi', ref);
    expect(await isPublic(ref)).toBe(false);
    const done = await decide('wanglaoshi', id, { action: 'approve', version: 1 });
    expect(done).toMatchObject({
      state: 'decided',
      decided: { by: '王立群 老师', action: 'approve', undoSeconds: 10, note: null },
      viewer: { can: ['undo'] },
    });
    expect(await isPublic(ref)).toBe(true);
    expect(await queue(t, 'admin')).toEqual([]);
    expect((await queue(t, 'admin', 'approved')).map(({ target }) => target)).toEqual([ref]);
    expect(await audits(type, ref.id)).toEqual(['moderation.approve']);
  });

  it('goes back with reasons, words and marks, which its author reads', async () => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    const marks = [{ path: 'title', quote: '先', why: '说清楚' }];
    await decide('admin', id, {
      action: 'return',
      reason: 'source',
      reasons: ['missing', 'source'],
      note: '补学院',
      marks,
    });
    expect(await lifeOf(ref)).toBe('returned');
    const [returned] = await queue(t, 'wanglaoshi', 'returned');
    expect(returned?.decided).toMatchObject({
      action: 'return',
      reasons: ['source', 'missing'],
      note: '补学院',
      marks,
      undoSeconds: null,
    });
    if (type !== 'job' && type !== 'post') return;
    const show = type === 'job' ? t.as(author).jobs.detail : t.as(author).posts.detail;
    const own = await show({ params: { id: ref.id } });
    expect(own.returned).toEqual({
      by: '沈岚 老师',
      at: t.clock.now().toISOString(),
      note: '来源不清，核实不了、要紧的信息没有写全：补学院',
      reasons: ['source', 'missing'],
      marks,
      appealable: true,
      appeal: null,
    });
    expect((own.viewer.can as string[]).includes('appeal')).toBe(true);
  });

  it.each([
    ['approve', {}],
    ['return', { note: '再改改' }],
  ] as const)('is exactly as it was when %s is taken back', async (action, body) => {
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    const before = await rowsAbout(t, ref);
    const item = await caseOf(t, 'wanglaoshi', ref);
    t.clock.advance(1000);
    await decide('admin', id, { action, ...body });
    expect(await rowsAbout(t, ref)).not.toEqual(before);
    t.clock.advance(9000);
    await t.as('admin').cases.undo({ params: { id } });
    expect(await rowsAbout(t, ref)).toEqual(before);
    expect(await caseOf(t, 'wanglaoshi', ref)).toEqual(item);
    expect(await audits(type, ref.id)).toEqual([`moderation.${action}`, 'moderation.undo']);
    // And it can be decided again.
    await decide('wanglaoshi', id, { action: 'approve' });
    expect(await isPublic(ref)).toBe(true);
  });

  it('is not met by its author, who sees no case of it', async () => {
    await t.context.db.write((tx) => {
      const { roleGrants } = t.context.db.tables;
      const grant = { role: 'lead', boards: null, startsAt: new Date(0), endsAt: null } as const;
      return tx.insert(roleGrants).values({ id: 'grant-of-zhaoyu', userId: t.people.zhaoyu.id, ...grant });
    });
    const ref = await submit(t, type);
    const { id } = await caseOf(t, 'admin', ref);
    const seen = await t.as(author).cases.queue({});
    expect([seen.items, seen.counts.pending]).toEqual([[], 0]);
    for (const call of [
      t.as(author).cases.detail({ params: { id } }),
      t.as(author).cases.claim({ params: { id } }),
      decide(author, id, { action: 'approve' }),
    ])
      expect(await problemOf(call)).toMatchObject({ status: 404 });
    const many = await t.as(author).cases.decideMany({ body: { cases: [{ id }], action: 'approve' } });
    expect(many.outcomes).toMatchObject([{ id: null, done: false, code: 'resource.not-found' }]);
    expect(await lifeOf(ref)).toBe('in-review');
  });
});

describe('the queue', () => {
  it('has what is urgent first, then what waits longest, page by page, and counts all', async () => {
    const refs: Ref[] = [];
    for (const type of ['job', 'post', 'thread', 'answer', 'job', 'post'] as const) {
      refs.push(await submit(t, type));
      t.clock.advance(60_000);
    }
    const urgent = [refs[3], refs[5]].map((ref) => ref?.id ?? '');
    const { db } = t.context;
    const { cases } = db.tables;
    for (const id of urgent)
      await db.write((tx) => tx.update(cases).set({ urgent: true }).where(eq(cases.targetId, id)));
    const expected = [...urgent, ...refs.map(({ id }) => id).filter((id) => !urgent.includes(id))];
    for (const limit of [1, 2, 3, 4, 50]) {
      const seen: string[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await t.as('admin').cases.queue({ query: { limit, ...(cursor ? { cursor } : {}) } });
        seen.push(...page.items.map(({ target }) => target.id));
        expect(page.counts).toEqual({ pending: 6, approved: 0, returned: 0, reported: 0, appealed: 0 });
        cursor = page.nextCursor ?? undefined;
        more = cursor !== undefined;
      }
      expect([limit, seen]).toEqual([limit, expected]);
    }
    const jobs = await t.as('admin').cases.queue({ query: { type: 'job' } });
    expect([jobs.items.length, jobs.counts.pending]).toEqual([2, 2]);
    const guidance = await t.as('admin').cases.queue({ query: { board: 'guidance' } });
    expect(guidance.items.map(({ target }) => target.type)).toEqual(['post', 'post']);
    expect((await queue(t, 'guidanceLead')).map(({ target }) => target.type)).toEqual(['post', 'post']);
  });

  it('refuses a cursor of another tab', async () => {
    await submit(t, 'job');
    await submit(t, 'post');
    const { nextCursor } = await t.as('admin').cases.queue({ query: { limit: 1 } });
    const call = t.as('admin').cases.queue({ query: { state: 'reported', cursor: nextCursor ?? '' } });
    expect(await problemOf(call)).toMatchObject({ code: 'cursor.invalid' });
  });

  it('lists what was decided latest first, for 90 days', async () => {
    for (const type of ['job', 'post'] as const) {
      const { id } = await caseOf(t, 'admin', await submit(t, type));
      await decide('admin', id, { action: 'approve' });
      t.clock.advance(3_600_000);
    }
    expect((await queue(t, 'wanglaoshi', 'approved')).map(({ target }) => target.type)).toEqual([
      'post',
      'job',
    ]);
    t.clock.advance(91 * 86_400_000);
    expect(await queue(t, 'wanglaoshi', 'approved')).toEqual([]);
  });

  it('is of teachers alone where a board says so, and where somebody may need care', async () => {
    await reviewAll(t, 'teacher');
    const job = await submit(t, 'job');
    expect(await queue(t, 'guidanceLead')).toEqual([]);
    expect((await queue(t, 'wanglaoshi')).map(({ target }) => target)).toEqual([job]);
    await reviewAll(t);
    const thread = await submit(t, 'thread');
    const verdict = { verdict: 'review' as const, words: ['可能需要关心'], marks: [] };
    await t.context.db.write((tx) => noteVerdict(t.context, tx, thread, verdict, true));
    const { id, ...one } = await caseOf(t, 'wanglaoshi', thread);
    expect(one).toMatchObject({ care: true, urgent: true, verdict });
    expect((await queue(t, 'chenyiming')).filter(({ target }) => target.id === thread.id)).toEqual([]);
    expect(await problemOf(decide('chenyiming', id, { action: 'approve' }))).toMatchObject({ status: 404 });
    await decide('wanglaoshi', id, { action: 'approve' });
  });

  it('names nobody who wrote anonymously, and says no second of when', async () => {
    t.clock.advance(12_345);
    const ref = await submit(t, 'thread', 'zhaoyu', true);
    const one = await caseOf(t, 'admin', ref);
    expect(one.author).toEqual({ name: '匿名同学', about: '', anonymous: true });
    expect(one.waitingSince).toMatch(/:00\.000Z$/);
    const answer = await t.send(`/moderation/cases/${one.id}`, { as: 'admin' });
    for (const secret of [t.people.zhaoyu.id, '赵雨', '电气工程']) expect(answer.body).not.toContain(secret);
  });

  it('is of nobody on a board that is off', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, 'job'));
    await t.as('admin').boards.update({ params: { slug: 'jobs' }, body: { enabled: false } });
    expect(await queue(t, 'admin')).toEqual([]);
    expect(await problemOf(decide('admin', id, { action: 'approve' }))).toMatchObject({ status: 404 });
  });
});

describe('a claim', () => {
  it('keeps others out for ten minutes and says who and until when', async () => {
    const ref = await submit(t, 'post');
    const { id } = await caseOf(t, 'wanglaoshi', ref);
    const mine = await t.as('wanglaoshi').cases.claim({ params: { id } });
    expect(mine).toMatchObject({
      claimedBy: { name: '王立群 老师', secondsLeft: 600, mine: true },
      viewer: { can: ['claim', 'release', 'approve', 'return'] },
    });
    const theirs = await caseOf(t, 'admin', ref);
    expect(theirs).toMatchObject({ claimedBy: { mine: false }, viewer: { can: [] } });
    for (const call of [
      t.as('admin').cases.claim({ params: { id } }),
      decide('admin', id, { action: 'approve' }),
      t.as('admin').moderation.approve({ body: { target: { type: 'post', id: ref.id }, version: 1 } }),
    ]) {
      const { code, detail } = await problemOf(call);
      expect([code, detail]).toEqual([
        'case.claimed',
        expect.stringContaining('王立群正在处理这一条，到 2026年11月20日 10:34'),
      ]);
    }
    const many = await t.as('admin').cases.decideMany({ body: { cases: [{ id }], action: 'approve' } });
    expect(many.outcomes).toMatchObject([
      { id, done: false, code: 'case.claimed', detail: expect.stringContaining('王立群') },
    ]);
  });

  it('is prolonged by its claimer, given back, and then free', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, 'job'));
    await t.as('wanglaoshi').cases.claim({ params: { id } });
    t.clock.advance(9 * 60_000);
    const again = await t.as('wanglaoshi').cases.claim({ params: { id } });
    expect(again.claimedBy?.secondsLeft).toBe(600);
    await t.as('admin').cases.release({ params: { id } });
    expect(await problemOf(t.as('admin').cases.claim({ params: { id } }))).toMatchObject({
      code: 'case.claimed',
    });
    await t.as('wanglaoshi').cases.release({ params: { id } });
    expect((await t.as('admin').cases.claim({ params: { id } })).claimedBy).toMatchObject({ mine: true });
  });

  it('that is over while a reason is typed: the reason is taken where nobody else claims it, and refused where somebody does', async () => {
    const first = await caseOf(t, 'wanglaoshi', await submit(t, 'job'));
    const second = await caseOf(t, 'wanglaoshi', await submit(t, 'post'));
    for (const { id } of [first, second]) await t.as('wanglaoshi').cases.claim({ params: { id } });
    t.clock.advance(10 * 60_000);
    expect((await caseOf(t, 'wanglaoshi', first.target)).claimedBy).toBeNull();
    expect(await decide('wanglaoshi', first.id, { action: 'return', note: '写了很久的理由' })).toMatchObject({
      state: 'decided',
    });
    await t.as('admin').cases.claim({ params: { id: second.id } });
    const late = await problemOf(
      decide('wanglaoshi', second.id, { action: 'return', note: '写了很久的理由' }),
    );
    expect([late.code, late.detail]).toEqual(['case.claimed', expect.stringContaining('沈岚正在处理')]);
    await decide('admin', second.id, { action: 'approve' });
    const over = await problemOf(
      decide('wanglaoshi', second.id, { action: 'return', note: '写了很久的理由' }),
    );
    expect([over.code, over.detail]).toEqual(['moderation.already-done', '沈岚已经处理过这一条了']);
  });
});

describe('a decision', () => {
  it('is refused of words that changed since they were read', async () => {
    const ref = await submit(t, 'post');
    const { id } = await caseOf(t, 'admin', ref);
    await t
      .as('chenyiming')
      .posts.update({ params: { id: ref.id }, body: { version: 1, title: '改过的标题' } });
    expect(await problemOf(decide('admin', id, { action: 'approve', version: 1 }))).toMatchObject({
      code: 'version.stale',
    });
    expect(await decide('admin', id, { action: 'approve', version: 2 })).toMatchObject({
      title: '改过的标题',
    });
  });

  it('against a piece needs a reason or a note', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, 'job'));
    const problem = await problemOf(decide('admin', id, { action: 'return' }));
    expect(problem).toMatchObject({
      status: 400,
      errors: [{ path: 'note', message: expect.stringContaining('理由') }],
    });
    expect(await decide('admin', id, { action: 'return', reason: 'ad' })).toMatchObject({
      decided: { reasons: ['ad'] },
    });
  });

  it('is one of those of its kind', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, 'job'));
    for (const action of ['hide', 'dismiss', 'recheck'] as const)
      expect(await problemOf(decide('admin', id, { action, note: '不行' }))).toMatchObject({
        errors: [{ path: 'action' }],
      });
  });

  it('leaves the case open where something keeps the piece from readers', async () => {
    const ref = await submit(t, 'job');
    const one = await caseOf(t, 'admin', ref);
    t.clock.advance(30 * 86_400_000);
    expect(await problemOf(decide('admin', one.id, { action: 'approve' }))).toMatchObject({
      status: 400,
      errors: [{ path: 'deadline' }],
    });
    expect((await caseOf(t, 'admin', ref)).state).toBe('open');
  });

  it('is not of a person who is muted', async () => {
    const { id } = await caseOf(t, 'guidanceLead', await submit(t, 'post'));
    await insertMute(t, t.people.guidanceLead.id, t.people.admin.id);
    expect(await problemOf(decide('guidanceLead', id, { action: 'approve' }))).toMatchObject({
      code: 'person.muted',
    });
    expect(await queue(t, 'guidanceLead')).toEqual([]);
  });

  it('is all or nothing: where something fails after it, piece, case and log are as before', async () => {
    const ref = await submit(t, 'thread');
    const one = await caseOf(t, 'admin', ref);
    const before = await rowsAbout(t, ref);
    const { registry } = t.context;
    const fails = { 'case.decided': () => Promise.reject(new Error('The machine was switched off')) };
    const spied = jest.replaceProperty(registry, 'reactions', [...registry.reactions, fails]);
    expect(await problemOf(decide('admin', one.id, { action: 'approve' }))).toMatchObject({ status: 500 });
    spied.restore();
    expect(await rowsAbout(t, ref)).toEqual(before);
    expect(await caseOf(t, 'admin', ref)).toEqual(one);
    expect(await audits('thread', ref.id)).toEqual([]);
  });
});

describe('taking a decision back', () => {
  it('is for who decided, within ten seconds, while nothing else happened', async () => {
    const ref = await submit(t, 'post');
    const { id } = await caseOf(t, 'admin', ref);
    await decide('admin', id, { action: 'return', note: '再改改' });
    expect(await problemOf(t.as('wanglaoshi').cases.undo({ params: { id } }))).toMatchObject({
      code: 'moderation.already-done',
    });
    await t
      .as('chenyiming')
      .posts.update({ params: { id: ref.id }, body: { version: 1, title: '已经在改了' } });
    const changed = await problemOf(t.as('admin').cases.undo({ params: { id } }));
    expect([changed.code, changed.detail]).toEqual([
      'moderation.already-done',
      expect.stringContaining('又有变化'),
    ]);
  });

  it('is over after ten seconds', async () => {
    const { id } = await caseOf(t, 'admin', await submit(t, 'job'));
    await decide('admin', id, { action: 'approve' });
    t.clock.advance(10_000);
    const late = await problemOf(t.as('admin').cases.undo({ params: { id } }));
    expect([late.code, late.detail]).toEqual(['moderation.already-done', '已经过了可以撤销的时间']);
  });
});

describe('several cases at once', () => {
  it('are decided each by itself, and each says what came of it', async () => {
    const [job, post, thread, answer] = [
      await submit(t, 'job'),
      await submit(t, 'post'),
      await submit(t, 'thread'),
      await submit(t, 'answer'),
    ];
    const ids: Record<string, string> = {};
    for (const ref of [job, post, thread, answer]) ids[ref.type] = (await caseOf(t, 'admin', ref)).id;
    await t.as('wanglaoshi').cases.claim({ params: { id: ids.post ?? '' } });
    await decide('wanglaoshi', ids.thread ?? '', { action: 'approve' });
    const { outcomes } = await t.as('admin').cases.decideMany({
      body: {
        cases: [
          { id: ids.job ?? '', version: 1 },
          { id: ids.post ?? '' },
          { id: ids.thread ?? '' },
          { id: 'nothing-here' },
          { id: ids.answer ?? '', version: 9 },
        ],
        action: 'return',
        reason: 'duplicate',
      },
    });
    expect(outcomes.map(({ done, code }) => [done, code])).toEqual([
      [true, null],
      [false, 'case.claimed'],
      [false, 'moderation.already-done'],
      [false, 'resource.not-found'],
      [false, 'version.stale'],
    ]);
    expect(await Promise.all([job, post, thread, answer].map(lifeOf))).toEqual([
      'returned',
      'in-review',
      'published',
      'in-review',
    ]);
  });

  it('are at most twenty', async () => {
    const cases = Array.from({ length: 21 }, (_, i) => ({ id: `case-${i}` }));
    const call = t.as('admin').cases.decideMany({ body: { cases, action: 'approve' } });
    expect(await problemOf(call)).toMatchObject({ status: 400 });
  });
});

describe('a piece that is sent again', () => {
  it('says how often, why it was returned, and what changed since', async () => {
    const ref = await submit(t, 'post');
    const first = await caseOf(t, 'admin', ref);
    const marks = [{ path: 'title', quote: '3 件事', why: '写成中文' }];
    await decide('admin', first.id, { action: 'return', reason: 'missing', note: '标题', marks });
    const at = t.clock.now().toISOString();
    t.clock.advance(60_000);
    const me = t.as('chenyiming').posts;
    await me.update({ params: { id: ref.id }, body: { version: 1, title: '签三方协议前，先核对这三件事' } });
    await me.submit({ params: { id: ref.id }, body: {} });
    const again = await caseOf(t, 'wanglaoshi', ref);
    expect(again.id).not.toBe(first.id);
    expect(again).toMatchObject({
      round: 2,
      lastReturn: { by: '沈岚 老师', at, note: '要紧的信息没有写全：标题', marks },
    });
    const { piece } = await t.as('wanglaoshi').cases.detail({ params: { id: again.id } });
    expect(piece?.changes).toMatchObject([{ path: 'title', label: '标题' }]);
    const passages = piece?.changes?.[0]?.parts ?? [];
    expect(passages.filter(({ op }) => op !== 'same').map(({ text, op }) => [op, text])).toEqual([
      ['removed', ' 3 '],
      ['added', '三'],
    ]);
  });
});

it('tells an author who looks, and how long that usually takes', async () => {
  for (const minutes of [10, 20, 60]) {
    const { id } = await caseOf(t, 'admin', await submit(t, 'job'));
    t.clock.advance(minutes * 60_000);
    await decide('admin', id, { action: 'approve' });
  }
  const { id } = await submit(t, 'job');
  const submittedAt = t.clock.now().toISOString();
  const show = (by: PersonKey) => t.as(by).jobs.detail({ params: { id } });
  expect((await show('chenyiming')).review).toEqual({ submittedAt, by: '骨干或老师', usualMinutes: 20 });
  expect((await show('admin')).review).toBeNull();
  await reviewAll(t, 'teacher');
  expect((await show('chenyiming')).review).toMatchObject({ by: '老师' });
});
