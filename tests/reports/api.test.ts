import { buildApp } from '@qihang/server/app';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import { runRetention } from '@qihang/server/retention';
import { type ReportReason, reportLimits } from '@qihang/shared/reports/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Type = 'job' | 'post' | 'thread' | 'answer';
interface Target {
  type: Type;
  id: string;
}

const post = async (): Promise<Target> => ({
  type: 'post',
  id: (await t.as('guidanceLead').posts.create({ body: postDraft() })).id,
});
const job = async (): Promise<Target> => ({
  type: 'job',
  id: (await t.as('chenyiming').jobs.create({ body: jobDraft() })).id,
});
const thread = async (): Promise<Target> => ({
  type: 'thread',
  id: (await t.as('wanglaoshi').threads.ask({ body: threadDraft() })).id,
});
const answer = async (): Promise<Target> => {
  const { id } = await thread();
  const { answers } = await t
    .as('chenyiming')
    .threads.answer({ params: { id }, body: { body: '那家公司今年不招人了' } });
  return { type: 'answer', id: answers[0]?.id ?? '' };
};
/** Of each kind one, with a person who wrote it. */
const pieces = [
  ['job', job, 'chenyiming'],
  ['post', post, 'guidanceLead'],
  ['thread', thread, 'wanglaoshi'],
  ['answer', answer, 'chenyiming'],
] as const;

const report = (who: PersonKey, target: Target, reason: ReportReason = 'fee', note = '') =>
  t.as(who).reports.report({ body: { target, reason, note } });
const mine = async (who: PersonKey) => (await t.as(who).reports.mine({ query: {} })).items;
const reported = async (who: PersonKey = 'admin') =>
  (await t.as(who).cases.queue({ query: { state: 'reported' } })).items;
const caseOf = async ({ id }: Target, who: PersonKey = 'admin') => {
  const found = (await reported(who)).find(({ target }) => target.id === id);
  if (!found) throw new Error('There is no open case');
  return found;
};
const decide = async (
  target: Target,
  action: 'hide' | 'dismiss' | 'recheck',
  { as = 'admin' as PersonKey, note = '核对过了' } = {},
) => {
  const { id } = await caseOf(target, as);
  return t.as(as).cases.decide({ params: { id }, body: { action, note } });
};
const lifeOf = async ({ type, id }: Target) =>
  (await t.context.registry.kinds[type].find(t.context.db, t.context.db.read, id))?.life;

describe('POST /reports', () => {
  it.each(pieces)('takes a report of a %s, in one case with what others say', async (type, make) => {
    const target = await make();
    await report('linxiao', target, 'ad', '一直推销');
    await report('unverified', target, 'ad');
    await report('zhaoyu', target, 'false');
    expect(await caseOf(target)).toMatchObject({
      kind: 'report',
      target: { type, id: target.id },
      reports: {
        count: 3,
        reasons: [
          { reason: 'ad', n: 2 },
          { reason: 'false', n: 1 },
        ],
        notes: ['一直推销'],
      },
    });
    expect(await reported()).toHaveLength(1);
  });

  it.each(pieces)('offers itself to visitors and readers of a %s, and not to its author', async (...args) => {
    const [type, make, author] = args;
    const { id } = await make();
    const canOf = async (who: PersonKey | undefined) => {
      const api = t.as(who);
      if (type === 'job') return (await api.jobs.detail({ params: { id } })).viewer.can;
      if (type === 'post') return (await api.posts.detail({ params: { id } })).viewer.can;
      if (type === 'thread') return (await api.threads.detail({ params: { id } })).viewer.can;
      const { threadId } = (await t.context.db.read
        .select()
        .from(t.context.db.tables.answers)
        .where(eq(t.context.db.tables.answers.id, id))
        .then(([row]) => row)) ?? { threadId: '' };
      const { answers } = await api.threads.detail({ params: { id: threadId } });
      return answers[0]?.viewer.can ?? [];
    };
    expect(await canOf(undefined)).toContain('report');
    expect(await canOf('linxiao')).toContain('report');
    expect(await canOf(author)).not.toContain('report');
  });

  it.each(pieces)('refuses the author of a %s', async (_, make, author) => {
    const target = await make();
    expect(await problemOf(report(author, target))).toMatchObject({ status: 403, code: 'action.forbidden' });
    expect(await reported()).toEqual([]);
  });

  it('asks a visitor to sign in, and takes it then', async () => {
    const target = await post();
    const sent = t.as(undefined).reports.report({ body: { target, reason: 'ad' } });
    expect((await problemOf(sent)).code).toBe('session.required');
    await report('linxiao', target, 'ad');
    expect(await mine('linxiao')).toHaveLength(1);
  });

  it('changes the first when the same person reports again, while it is open', async () => {
    const target = await job();
    const first = await report('linxiao', target, 'ad', '看着像广告');
    expect(await report('linxiao', target, 'fee', '要交 300 元')).toEqual(first);
    expect(await mine('linxiao')).toMatchObject([{ reason: 'fee', note: '要交 300 元' }]);
    expect((await caseOf(target)).reports).toEqual({
      count: 1,
      reasons: [{ reason: 'fee', n: 1 }],
      notes: ['要交 300 元'],
    });
  });

  it('is a new one after a decision', async () => {
    const target = await post();
    const first = await report('linxiao', target, 'ad');
    await decide(target, 'dismiss');
    t.clock.advance(60_000);
    const second = await report('linxiao', target, 'false', '数据不对');
    expect(second.id).not.toBe(first.id);
    expect((await mine('linxiao')).map(({ state }) => state)).toEqual(['open', 'dismissed']);
  });

  it('asks for words where the reason says nothing, and shows it at the note', async () => {
    const target = await post();
    const problem = await problemOf(report('linxiao', target, 'other'));
    expect(problem.errors).toMatchObject([{ path: 'note' }]);
    const long = await problemOf(report('linxiao', target, 'ad', '字'.repeat(reportLimits.note + 1)));
    expect(long.errors).toMatchObject([{ path: 'note' }]);
  });

  it('does not know what readers do not see, and leaves it to moderators', async () => {
    const target = await post();
    await t.as('admin').moderation.hide({ body: { target, reason: 'abuse' } });
    expect((await problemOf(report('linxiao', target))).code).toBe('resource.not-found');
    expect((await problemOf(report('chenyiming', target))).code).toBe('action.forbidden');
    const draft = await t.as('guidanceLead').posts.startDraft({ body: { board: 'guidance', title: '草稿' } });
    expect((await problemOf(report('admin', { type: 'post', id: draft.id }))).code).toBe(
      'resource.not-found',
    );
  });

  it('has a limit a day for each person', async () => {
    const { db } = t.context;
    const target = await post();
    await report('linxiao', target, 'ad');
    const [row] = await db.read.select().from(db.tables.reports);
    if (!row) throw new Error('There is no report');
    const before = Array.from({ length: reportLimits.aDay - 1 }, (_, n) => ({
      ...row,
      id: `earlier-${n}`,
      targetId: `gone-${n}`,
      openKey: null,
      state: 'dismissed' as const,
    }));
    await db.write((tx) => tx.insert(db.tables.reports).values(before));
    const other = await job();
    const refused = await problemOf(report('linxiao', other));
    expect([refused.code, refused.detail]).toEqual(['rate.limited', '今天举报得够多了，明天再来']);
    await report('linxiao', target, 'false');
    await report('zhaoyu', other);
    t.clock.advance(dayMs);
    await report('linxiao', other);
  });
});

describe('a job that two verified people call a fraud', () => {
  it('is held until somebody has looked at it, and put back when nothing is found', async () => {
    const target = await job();
    await report('linxiao', target);
    expect(await lifeOf(target)).toBe('published');
    await report('zhaoyu', target);
    expect(await lifeOf(target)).toBe('hidden');
    expect((await problemOf(t.as('linxiao').jobs.detail({ params: { id: target.id } }))).code).toBe(
      'resource.not-found',
    );
    expect(await caseOf(target)).toMatchObject({ urgent: true, reports: { count: 2 } });
    await decide(target, 'dismiss');
    expect(await lifeOf(target)).toBe('published');
    expect((await mine('zhaoyu'))[0]?.state).toBe('dismissed');
  });

  it('stays down when it is one', async () => {
    const target = await job();
    await report('linxiao', target);
    await report('zhaoyu', target);
    await decide(target, 'hide');
    expect(await lifeOf(target)).toBe('hidden');
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'upheld', outcome: { action: 'hide' } });
  });

  it.each([
    ['the same person twice', ['linxiao', 'linxiao']],
    ['one who is not verified', ['linxiao', 'unverified']],
  ] as const)('is not held by %s', async (_, people) => {
    const target = await job();
    for (const who of people) await report(who, target);
    expect(await lifeOf(target)).toBe('published');
  });

  it('is not held by its own lead, who cannot report it', async () => {
    const target = await job();
    await report('linxiao', target);
    expect((await problemOf(report('chenyiming', target))).code).toBe('action.forbidden');
    expect(await lifeOf(target)).toBe('published');
  });

  it('is not held by another reason, nor is another kind by this one', async () => {
    const target = await job();
    await report('linxiao', target, 'false');
    await report('zhaoyu', target, 'fee');
    expect(await lifeOf(target)).toBe('published');
    const article = await post();
    await report('linxiao', article);
    await report('zhaoyu', article);
    expect(await lifeOf(article)).toBe('published');
  });

  it('is held once a person is verified and says so again', async () => {
    const target = await job();
    await report('linxiao', target);
    await report('unverified', target);
    const { db } = t.context;
    const { users } = db.tables;
    await db.write((tx) =>
      tx.update(users).set({ verified: true }).where(eq(users.id, t.people.unverified.id)),
    );
    await report('unverified', target);
    expect(await lifeOf(target)).toBe('hidden');
  });

  it('says to its author why, and nothing of how many or when', async () => {
    const target = await job();
    await report('linxiao', target, 'fee', '面试后要交 300 元');
    await report('zhaoyu', target);
    const { hiddenReason, seen } = await t.as('chenyiming').jobs.detail({ params: { id: target.id } });
    expect(hiddenReason).toMatch(/举报.*核实/);
    expect(`${hiddenReason}${seen.why}`).not.toMatch(/2 人|两位|300/);
  });
});

describe('the outcome', () => {
  it('reaches everybody who reported, with who decided and what was written', async () => {
    const target = await post();
    await report('linxiao', target, 'ad');
    await report('zhaoyu', target, 'copied');
    t.clock.advance(60 * 60_000);
    await decide(target, 'hide', { as: 'wanglaoshi', note: '整篇搬运' });
    for (const who of ['linxiao', 'zhaoyu'] as const) {
      const [one] = await mine(who);
      expect(one).toMatchObject({
        state: 'upheld',
        others: 0,
        outcome: { action: 'hide', by: '王立群', at: '2026-11-20T03:24:00.000Z' },
        steps: [{ kind: 'reported' }, { kind: 'decided' }],
        viewer: { can: [] },
      });
      expect(one?.outcome?.note).toContain('整篇搬运');
    }
  });

  it('says how many others wait for it, until it is there', async () => {
    const target = await post();
    await report('linxiao', target, 'ad');
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'open', others: 0, outcome: null });
    await report('zhaoyu', target, 'ad');
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'open', others: 1 });
  });

  it('of a job may be 待核实', async () => {
    const target = await job();
    await report('linxiao', target, 'closed');
    await decide(target, 'recheck');
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'upheld', outcome: { action: 'recheck' } });
    expect((await t.as('linxiao').jobs.detail({ params: { id: target.id } })).state).toBe('unverified');
  });

  it('is the same where a moderator takes the piece down from its page', async () => {
    const target = await post();
    await report('linxiao', target, 'abuse');
    await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'abuse' } });
    expect((await mine('linxiao'))[0]).toMatchObject({
      state: 'upheld',
      outcome: { action: 'hide', by: '王立群' },
    });
    expect(await reported()).toEqual([]);
  });

  it('is 作者已下架 where the author was faster', async () => {
    const target = await post();
    await report('linxiao', target, 'abuse');
    await t.as('guidanceLead').posts.withdraw({ params: { id: target.id } });
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'gone', outcome: { action: 'gone', by: '' } });
  });

  it('waits again when the decision is taken back', async () => {
    const target = await post();
    await report('linxiao', target, 'abuse');
    const { id } = await decide(target, 'dismiss');
    t.clock.advance(5_000);
    await t.as('admin').cases.undo({ params: { id } });
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'open', outcome: null });
    await report('linxiao', target, 'ad', '再想想是广告');
    expect(await mine('linxiao')).toHaveLength(1);
    await decide(target, 'hide');
    expect((await mine('linxiao'))[0]?.state).toBe('upheld');
  });

  it('names the question of an answer, and keeps the words that were reported', async () => {
    const target = await answer();
    await report('linxiao', target, 'ad');
    const [one] = await mine('linxiao');
    expect(one?.title).toBe('那家公司今年不招人了');
    expect(one?.threadId).toMatch(/^\w{16}$/);
  });

  it('lists the newest first, page by page', async () => {
    const targets = [await post(), await job(), await thread()];
    for (const target of targets) {
      await report('linxiao', target, 'ad');
      t.clock.advance(1_000);
    }
    const first = await t.as('linxiao').reports.mine({ query: { limit: 2 } });
    const second = await t
      .as('linxiao')
      .reports.mine({ query: { limit: 2, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ target }) => target)).toEqual([...targets].reverse());
    expect(second.nextCursor).toBeNull();
  });
});

describe('POST /me/reports/:id/ask-teacher', () => {
  const dismissed = async () => {
    const target = await post();
    const { id } = await report('linxiao', target, 'ad', '一直推销');
    await decide(target, 'dismiss', { as: 'chenyiming' });
    return { target, id };
  };
  const ask = (id: string, who: PersonKey = 'linxiao') => t.as(who).reports.askTeacher({ params: { id } });

  it('puts it before teachers alone', async () => {
    const { target, id } = await dismissed();
    expect((await mine('linxiao'))[0]?.viewer.can).toEqual(['ask-teacher']);
    const asked = await ask(id);
    expect(asked).toMatchObject({ state: 'open', outcome: { action: 'dismiss' }, viewer: { can: [] } });
    expect(asked.steps.map(({ kind }) => kind)).toEqual(['reported', 'asked-teacher']);
    expect(await reported('chenyiming')).toEqual([]);
    expect((await caseOf(target, 'wanglaoshi')).reports?.notes).toEqual(['一直推销']);
    await decide(target, 'hide', { as: 'wanglaoshi' });
    expect((await mine('linxiao'))[0]).toMatchObject({ state: 'upheld', outcome: { by: '王立群' } });
  });

  it('is possible once', async () => {
    const { target, id } = await dismissed();
    await ask(id);
    expect((await problemOf(ask(id))).code).toBe('moderation.already-done');
    await decide(target, 'dismiss', { as: 'wanglaoshi' });
    expect((await mine('linxiao'))[0]?.viewer.can).toEqual([]);
    expect((await problemOf(ask(id))).code).toBe('moderation.already-done');
  });

  it('is for the person who reported, of what was dismissed and can still be read', async () => {
    const { target, id } = await dismissed();
    expect((await problemOf(ask(id, 'zhaoyu'))).code).toBe('resource.not-found');
    await t.as('guidanceLead').posts.withdraw({ params: { id: target.id } });
    expect((await problemOf(ask(id))).code).toBe('moderation.already-done');
    const open = await report('linxiao', await job(), 'ad');
    expect((await problemOf(ask(open.id))).code).toBe('moderation.already-done');
  });
});

it('two processes at the same time make one case, one report a person, and hold the job', async () => {
  const db = await openDatabase(t.context.config.databaseUrl, makeTables);
  const beside = await buildApp({ ...t.context, db, registry });
  try {
    const made = [];
    for (let n = 0; n < 4; n++) {
      const body = jobDraft({
        title: `岗位 ${n}`,
        company: `公司 ${n}`,
        apply: { email: `hr${n}@a.example` },
      });
      made.push({ type: 'job' as const, id: (await t.as('chenyiming').jobs.create({ body })).id });
    }
    const send = (app: typeof beside, who: PersonKey, target: Target) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/reports',
        headers: { authorization: `Bearer ${t.people[who].token}` },
        payload: { target, reason: 'fee' },
      });
    const answers = await Promise.all(
      made.flatMap((target) => [
        send(t.app, 'linxiao', target),
        send(beside, 'zhaoyu', target),
        send(beside, 'linxiao', target),
      ]),
    );
    // The second person's report takes the job away: a repeat that comes later finds nothing to report.
    for (const { statusCode } of answers) expect([201, 404]).toContain(statusCode);
    for (const target of made) {
      expect((await caseOf(target)).reports?.count).toBe(2);
      expect(await lifeOf(target)).toBe('hidden');
    }
    expect(await mine('linxiao')).toHaveLength(made.length);
  } finally {
    await beside.close();
    await db.close();
  }
});

describe('who reported', () => {
  it('is in no answer of anybody else, nor in the audit log', async () => {
    const target = await job();
    await report('linxiao', target, 'fee', '要交 300 元');
    await report('zhaoyu', target);
    const found = await caseOf(target);
    await t.as('admin').cases.detail({ params: { id: found.id } });
    await decide(target, 'hide');
    const { items } = await t.as('admin').audit.list({ query: {} });
    const told = JSON.stringify([
      found,
      items,
      await t.as('admin').cases.queue({ query: { state: 'reported' } }),
      await t.as('chenyiming').jobs.detail({ params: { id: target.id } }),
      await t.as('admin').reports.totals({ query: {} }),
    ]);
    for (const who of ['linxiao', 'zhaoyu'] as const) {
      expect(told).not.toContain(t.people[who].id);
      expect(told).not.toContain(who === 'linxiao' ? '林晓' : '赵雨');
    }
    expect(items.filter(({ action }) => action.startsWith('reports.'))).toEqual([]);
  });

  it('cannot be told from order or time: whoever comes first, the case is the same', async () => {
    const told = async (people: readonly PersonKey[]) => {
      await t.restore();
      const target = await post();
      for (const who of people) {
        t.clock.advance(7_333);
        await report(who, target, who === 'linxiao' ? 'ad' : 'false', who === 'linxiao' ? '推销' : '不实');
      }
      const { id: _, target: __, ...rest } = await caseOf(target);
      return rest;
    };
    const [one, other] = [await told(['linxiao', 'zhaoyu']), await told(['zhaoyu', 'linxiao'])];
    expect(one).toEqual(other);
    expect(new Date(one.waitingSince).getTime() % (10 * 60_000)).toBe(0);
  });

  it('stays unknown when the person leaves: the case counts the same as before, without the words of that person', async () => {
    const target = await post();
    await report('linxiao', target, 'ad', '推销');
    await report('zhaoyu', target, 'ad');
    const before = await caseOf(target);
    await t.as('linxiao')['my-data'].leave({ body: { posts: 'keep' } });
    t.clock.advance(8 * dayMs);
    await runRetention(t.context);
    expect((await caseOf(target)).reports).toEqual({ ...before.reports, notes: [] });
    await decide(target, 'hide');
    expect((await mine('zhaoyu'))[0]?.state).toBe('upheld');
  });
});

describe('GET /moderation/totals', () => {
  const totals = async (months?: number) =>
    (await t.as(undefined).reports.totals({ query: months === undefined ? {} : { months } })).months;

  it('counts what was decided by reason and outcome, and measures, for everybody', async () => {
    const [first, second, third] = [await post(), await job(), await thread()];
    await report('linxiao', first, 'ad');
    await report('zhaoyu', first, 'copied');
    await report('linxiao', second, 'ad');
    await report('linxiao', third, 'abuse');
    expect((await totals())[0]?.reports).toEqual([]);
    await decide(first, 'hide');
    await decide(second, 'dismiss');
    const [month] = await totals();
    expect(month?.month).toBe('2026-11');
    expect(month?.reports).toEqual([
      { reason: 'ad', n: 2, upheld: 1, dismissed: 1 },
      { reason: 'copied', n: 1, upheld: 1, dismissed: 0 },
    ]);
    expect(month?.measures).toEqual(expect.arrayContaining([{ kind: 'hide', n: 1 }]));
  });

  it('belongs to the month of the decision in Shanghai', async () => {
    const target = await post();
    await report('linxiao', target, 'ad');
    t.clock.set('2026-11-30T23:59:00+08:00');
    await decide(target, 'dismiss');
    t.clock.set('2026-12-02T10:00:00+08:00');
    const months = await totals(2);
    expect(months.map(({ month, reports }) => [month, reports.length])).toEqual([
      ['2026-12', 0],
      ['2026-11', 1],
    ]);
  });
});

it('reports are deleted 400 days after their decision', async () => {
  const target = await post();
  await report('linxiao', target, 'ad');
  await report('zhaoyu', await job(), 'ad');
  await decide(target, 'dismiss');
  const { db } = t.context;
  const left = async () => {
    await runRetention(t.context);
    return db.read.$count(db.tables.reports);
  };
  t.clock.advance(399 * dayMs);
  expect(await left()).toBe(2);
  t.clock.advance(dayMs);
  expect(await left()).toBe(1);
});
