import { rebuildSearch } from '@qihang/server/content/search';
import type { ThreadState } from '@qihang/shared/threads/vocabulary';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const board = { slug: 'exams', name: '考试问答', kind: 'thread', position: 70, enabled: true } as const;
  await t.as('admin').boards.create({ body: board });
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

// A lead's first questions are nobody's to review.
const ask = async (title: string, who: PersonKey = 'chenyiming', anonymous = false) =>
  (await t.as(who).threads.ask({ body: threadDraft({ title, anonymous }) })).id;
const answer = (id: string, who: PersonKey = 'wanglaoshi', body = '去年学长先办了解约函。') =>
  t.as(who).threads.answer({ params: { id }, body: { body } });
const show = (id: string, who?: PersonKey) => t.as(who).threads.detail({ params: { id } });
const titles = async () => (await t.as().threads.list({ query: {} })).items.map(({ title }) => title);
const found = async (q: string) => (await t.as().search.search({ query: { q } })).items.map(({ id }) => id);

/** A graduate's first questions wait for review; this one is through. */
const appear = (id: string) => {
  const { db } = t.context;
  const { threads } = db.tables;
  const seen = { life: 'published', neverSeen: false, state: 'open' } as const;
  return db.write((tx) => tx.update(threads).set(seen).where(eq(threads.id, id)));
};

type Act = 'lock' | 'unlock' | 'move' | 'merge';
const measure = (act: Act, id: string, who: PersonKey = 'wanglaoshi', to = '') => {
  const target = { type: 'thread', id } as const;
  const reason = '按规矩处理';
  const api = t.as(who).threadMeasures;
  if (act === 'move') return api.move({ body: { target, reason, board: to || 'exams' } });
  if (act === 'merge') return api.merge({ body: { target, reason, into: to } });
  return api[act]({ body: { target, reason } });
};
const acts = async () =>
  (await t.as('admin').audit.list({ query: {} })).items.map(({ action, reason }) => [action, reason]);
const canOf = async (id: string, who?: PersonKey) => (await show(id, who)).viewer.can;

describe('a locked question', () => {
  it('stays readable and takes no more answers, and says by whom and why', async () => {
    const id = await ask('三方协议怎么签？');
    await answer(id);
    await measure('lock', id);
    const thread = await show(id);
    expect(thread).toMatchObject({
      state: 'closed',
      closed: { by: 'moderator', reason: '按规矩处理', into: null },
    });
    expect(thread.answers).toHaveLength(1);
    expect(thread.viewer.can).not.toContain('answer');
    expect((await problemOf(answer(id))).code).toBe('thread.closed');
    expect(await acts()).toContainEqual(['moderation.lock', '按规矩处理']);
  });

  it('is opened again as it was', async () => {
    const id = await ask('三方协议怎么签？');
    await answer(id);
    await measure('lock', id);
    await measure('unlock', id);
    expect(await show(id)).toMatchObject({ state: 'answered', closed: null });
    await answer(id, 'admin', '补充一点：看备注栏。');
    expect((await acts()).map(([action]) => action)).toEqual(
      expect.arrayContaining(['moderation.lock', 'moderation.unlock']),
    );
  });

  it('is not opened by a lower rank than that which locked it', async () => {
    const id = await ask('三方协议怎么签？', 'linxiao');
    await appear(id);
    await measure('lock', id, 'wanglaoshi');
    expect(await canOf(id, 'chenyiming')).not.toContain('unlock');
    expect((await problemOf(measure('unlock', id, 'chenyiming'))).code).toBe('action.forbidden');
    expect(await canOf(id, 'admin')).toContain('unlock');
    await measure('unlock', id, 'admin');
  });
});

describe('a moved question', () => {
  it('follows the new board: its address stays, its list and its people change', async () => {
    const id = await ask('省考要不要先毕业？');
    await answer(id);
    await measure('move', id);
    expect(await show(id)).toMatchObject({ board: 'exams', state: 'answered' });
    const listed = async (board: string) =>
      (await t.as().threads.list({ query: { board } })).items.map((one) => one.id);
    expect(await listed('exams')).toEqual([id]);
    expect(await listed('threads')).toEqual([]);
    expect(await found('省考')).toEqual([id]);
    expect(await acts()).toContainEqual(['moderation.move', '按规矩处理']);
  });

  it('is gone when the new board is switched off, and back with it', async () => {
    const id = await ask('省考要不要先毕业？');
    await measure('move', id);
    const { db } = t.context;
    const turn = (enabled: boolean) =>
      db.write((tx) =>
        tx.update(db.tables.boards).set({ enabled }).where(eq(db.tables.boards.slug, 'exams')),
      );
    await turn(false);
    expect((await problemOf(show(id))).code).toBe('resource.not-found');
    await turn(true);
    expect((await show(id)).id).toBe(id);
  });

  it('is kept clean by the people of the new board', async () => {
    const { db } = t.context;
    const { roleGrants } = db.tables;
    await db.write((tx) =>
      tx
        .update(roleGrants)
        .set({ boards: ['threads'] })
        .where(eq(roleGrants.userId, t.people.guidanceLead.id)),
    );
    const id = await ask('省考要不要先毕业？');
    expect(await canOf(id, 'guidanceLead')).toContain('hide');
    expect((await problemOf(measure('move', id, 'guidanceLead'))).code).toBe('action.forbidden');
    await measure('move', id);
    expect(await canOf(id, 'guidanceLead')).not.toContain('hide');
    expect((await problemOf(measure('lock', id, 'guidanceLead'))).code).toBe('action.forbidden');
  });

  it('does not come past the review of a board that teachers review', async () => {
    const { db } = t.context;
    await db.write((tx) =>
      tx.update(db.tables.boards).set({ review: 'teacher' }).where(eq(db.tables.boards.slug, 'exams')),
    );
    const other = await ask('国考呢？', 'linxiao');
    await appear(other);
    expect((await problemOf(measure('move', other, 'chenyiming'))).code).toBe('action.forbidden');
    await measure('move', other, 'wanglaoshi');
    expect((await show(other)).board).toBe('exams');
  });

  it.each([
    ['its own board', 'threads', 'thread.wrong-state'],
    ['a board of articles', 'guidance', 'board.wrong-kind'],
    ['a board that is not there', 'nowhere', 'resource.not-found'],
  ])('does not go to %s', async (_, to, code) => {
    const id = await ask('省考要不要先毕业？');
    expect((await problemOf(measure('move', id, 'wanglaoshi', to))).code).toBe(code);
  });

  it('that waits gets a person of the new board, and goes back the same way', async () => {
    const id = await ask('省考要不要先毕业？');
    const { onDuty } = await show(id);
    await measure('move', id);
    expect((await show(id)).onDuty).not.toBeNull();
    await measure('move', id, 'wanglaoshi', 'threads');
    expect(await show(id)).toMatchObject({ board: 'threads', state: 'open', onDuty });
  });
});

describe('a merged question', () => {
  const two = async () => {
    const [from, into] = [
      await ask('签过三方还能考公吗？'),
      await ask('签过三方，还能按应届报选调吗？', 'admin'),
    ];
    await answer(from);
    return { from, into };
  };

  it('stays readable at its address with its answers and a link, and is listed and found no more', async () => {
    const { from, into } = await two();
    await measure('merge', from, 'wanglaoshi', into);
    const thread = await show(from);
    expect(thread.answers).toHaveLength(1);
    expect(thread).toMatchObject({
      state: 'closed',
      closed: { by: 'merge', into: { id: into, title: '签过三方，还能按应届报选调吗？' } },
    });
    expect(await titles()).toEqual(['签过三方，还能按应届报选调吗？']);
    expect(await found('签过三方')).toEqual([into]);
    const { items } = await t.as().threads.similar({ query: { title: '签过三方还能考公吗' } });
    expect(items.map(({ id }) => id)).toEqual([into]);
    expect((await problemOf(answer(from))).code).toBe('thread.closed');
    expect(await acts()).toContainEqual(['moderation.merge', '按规矩处理']);
  });

  it('takes its followers along, and lets them go when it is opened again', async () => {
    const { from, into } = await two();
    await t.as('linxiao').threads.follow({ params: { id: from } });
    await t.as('zhaoyu').threads.follow({ params: { id: from } });
    await t.as('zhaoyu').threads.follow({ params: { id: into } });
    t.clock.advance(60_000);
    await measure('merge', from, 'wanglaoshi', into);
    expect((await show(into, 'linxiao')).following).toBe(true);
    t.clock.advance(60_000);
    await measure('unlock', from);
    expect((await show(into, 'linxiao')).following).toBe(false);
    expect((await show(into, 'zhaoyu')).following).toBe(true);
    expect((await show(from, 'linxiao')).following).toBe(true);
    expect(await show(from)).toMatchObject({ state: 'answered', closed: null });
    expect(await titles()).toHaveLength(2);
    expect(await found('签过三方')).toHaveLength(2);
  });

  it('does not go into itself, into what is closed, nor into what is not there', async () => {
    const { from, into } = await two();
    expect((await problemOf(measure('merge', from, 'wanglaoshi', from))).code).toBe('thread.wrong-state');
    expect((await problemOf(measure('merge', from, 'wanglaoshi', 'nothing'))).code).toBe(
      'resource.not-found',
    );
    await t.as('admin').threads.close({ params: { id: into } });
    expect((await problemOf(measure('merge', from, 'wanglaoshi', into))).code).toBe('thread.wrong-state');
  });

  it('is not found by a new index either', async () => {
    const { from, into } = await two();
    await measure('merge', from, 'wanglaoshi', into);
    await rebuildSearch(t.context);
    expect(await found('签过三方')).toEqual([into]);
  });
});

describe('measures by role and state', () => {
  const everybody: [PersonKey | undefined, 'session.required' | 'action.forbidden' | null][] = [
    [undefined, 'session.required'],
    ['linxiao', 'action.forbidden'],
    ['formerLead', 'action.forbidden'],
    ['guidanceLead', 'action.forbidden'],
    ['chenyiming', null],
    ['wanglaoshi', null],
    ['admin', null],
  ];

  it.each(everybody)('%s', async (who, code) => {
    const id = await ask('三方协议怎么签？', 'zhaoyu', true);
    await appear(id);
    const target = { type: 'thread', id } as const;
    const lock = t.as(who).threadMeasures.lock({ body: { target, reason: '跑题' } });
    if (code === null) await lock;
    else expect((await problemOf(lock)).code).toBe(code);
    const offered = who !== undefined && code === null;
    expect((await canOf(id, who)).includes('unlock')).toBe(offered);
  });

  it('are never offered or done to what a person asked', async () => {
    const id = await ask('三方协议怎么签？', 'chenyiming');
    expect(await canOf(id, 'chenyiming')).not.toEqual(expect.arrayContaining(['lock']));
    for (const act of ['lock', 'move'] as const)
      expect((await problemOf(measure(act, id, 'chenyiming'))).code).toBe('action.forbidden');
  });

  const made: Partial<Record<ThreadState, (id: string) => Promise<unknown>>> = {
    open: async () => undefined,
    answered: (id) => answer(id),
    closed: (id) => measure('lock', id),
  };
  it.each([
    ['open', 'lock', true],
    ['answered', 'lock', true],
    ['closed', 'lock', false],
    ['open', 'unlock', false],
    ['answered', 'unlock', false],
    ['closed', 'unlock', true],
    ['open', 'move', true],
    ['answered', 'move', true],
    ['closed', 'move', false],
  ] as const)('%s × %s', async (state, act, may) => {
    const id = await ask('三方协议怎么签？');
    await made[state]?.(id);
    expect((await canOf(id, 'wanglaoshi')).includes(act)).toBe(may);
    if (may) await measure(act, id);
    else expect((await problemOf(measure(act, id))).code).toBe('thread.wrong-state');
  });

  it('are not for what readers do not see', async () => {
    const id = await ask('三方协议怎么签？');
    await t.as('admin').moderation.hide({ body: { target: { type: 'thread', id }, reason: 'abuse' } });
    for (const act of ['lock', 'move'] as const)
      expect((await problemOf(measure(act, id, 'admin'))).code).toBe('thread.wrong-state');
    expect((await show(id, 'wanglaoshi')).body).toContain('三方');
  });
});
