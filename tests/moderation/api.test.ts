import { asc } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Target = { type: 'job' | 'post' | 'thread' | 'answer'; id: string };

const hide = (target: Target, who: Parameters<TestApp['as']>[0] = 'wanglaoshi') =>
  t.as(who).moderation.hide({ body: { target, reason: 'fee', note: '要求先交 300 元' } });
const restore = (target: Target) =>
  t.as('wanglaoshi').moderation.restore({ body: { target, note: '企业已更正' } });

const auditRows = () => {
  const { auditLog } = t.context.db.tables;
  return t.context.db.read.select().from(auditLog).orderBy(asc(auditLog.at), asc(auditLog.id));
};

interface Case {
  make(): Promise<Target>;
  /** True when a reader finds it in its list. */
  listed(): Promise<boolean>;
  statusOf(target: Target, as?: Parameters<TestApp['as']>[0]): Promise<number>;
}

const cases: Record<'job' | 'post' | 'thread', Case> = {
  job: {
    make: async () => ({ type: 'job', id: (await t.as('chenyiming').jobs.create({ body: jobDraft() })).id }),
    listed: async () => (await t.as().jobs.list({})).items.length > 0,
    statusOf: async ({ id }, as) => (await t.send(`/jobs/${id}`, as ? { as } : {})).statusCode,
  },
  post: {
    make: async () => ({
      type: 'post',
      id: (await t.as('chenyiming').posts.create({ body: postDraft() })).id,
    }),
    listed: async () => (await t.as().posts.list({})).items.length > 0,
    statusOf: async ({ id }, as) => (await t.send(`/posts/${id}`, as ? { as } : {})).statusCode,
  },
  thread: {
    make: async () => ({
      type: 'thread',
      id: (await t.as('linxiao').threads.ask({ body: threadDraft() })).id,
    }),
    listed: async () => (await t.as().threads.list({})).items.length > 0,
    statusOf: async ({ id }, as) => (await t.send(`/threads/${id}`, as ? { as } : {})).statusCode,
  },
};

describe.each(Object.entries(cases))('hiding a %s', (_, { make, listed, statusOf }) => {
  it('takes it out of lists, pages, counts and search, and restoring brings it back', async () => {
    const target = await make();
    const found = async () =>
      (await t.as().search.search({ query: { q: '三方 应届' } })).items.length +
      (await t.as().search.search({ query: { q: '热管理' } })).items.length +
      (await t.as().search.search({ query: { q: '签约顺序' } })).items.length;
    expect([await listed(), await statusOf(target), await found()]).toEqual([true, 200, 1]);
    await hide(target);
    expect([await listed(), await statusOf(target), await found()]).toEqual([false, 404, 0]);
    expect(await statusOf(target, 'chenyiming')).toBe(200);
    await restore(target);
    expect([await listed(), await statusOf(target), await found()]).toEqual([true, 200, 1]);
  });

  it('writes who, what, why and the state before and after', async () => {
    const target = await make();
    await hide(target);
    t.clock.advance(1000);
    await restore(target);
    const rows = await auditRows();
    const reason = '涉嫌收费或诈骗：要求先交 300 元';
    expect(rows).toMatchObject([
      {
        actorId: t.people.wanglaoshi.id,
        action: 'moderation.hide',
        targetType: target.type,
        targetId: target.id,
        before: { hidden: false, hiddenReason: null },
        after: { hidden: true, hiddenReason: reason },
        reason,
        requestId: expect.stringMatching(/^\w{16}$/),
      },
      { action: 'moderation.restore', after: { hidden: false, hiddenReason: null }, reason: '企业已更正' },
    ]);
  });

  it('is refused a second time, and leaves no second row', async () => {
    const target = await make();
    await hide(target);
    expect(await problemOf(hide(target))).toMatchObject({ status: 409, code: 'moderation.already-done' });
    expect(await auditRows()).toHaveLength(1);
  });

  it.each([
    ['linxiao', 'action.forbidden'],
    ['formerLead', 'action.forbidden'],
  ] as const)('is refused to %s', async (who, code) => {
    const target = await make();
    expect(await problemOf(hide(target, who))).toMatchObject({ status: 403, code });
    expect([await listed(), (await auditRows()).length]).toEqual([true, 0]);
  });
});

describe('hiding an answer', () => {
  it('takes it out of the thread, its count, its state and search', async () => {
    const asked = await t.as('linxiao').threads.ask({ body: threadDraft() });
    const answered = await t
      .as('zhaoyu')
      .threads.answer({ params: { id: asked.id }, body: { body: '去年学长就是先办解约函。' } });
    const target: Target = { type: 'answer', id: answered.answers[0]?.id ?? '' };
    await hide(target);
    const seen = await t.as().threads.detail({ params: { id: asked.id } });
    expect(seen).toMatchObject({
      state: 'open',
      answerCount: 0,
      answers: [],
      topAnswer: null,
      firstAnsweredAt: null,
    });
    expect((await t.as().search.search({ query: { q: '解约函' } })).items).toEqual([]);
    const own = await t.as('zhaoyu').threads.detail({ params: { id: asked.id } });
    expect(own.answers).toMatchObject([{ hidden: true, hiddenReason: '涉嫌收费或诈骗：要求先交 300 元' }]);
    await restore(target);
    expect(await t.as().threads.detail({ params: { id: asked.id } })).toMatchObject({
      state: 'answered',
      answerCount: 1,
    });
  });
});

describe('POST /moderation/hide', () => {
  it('answers 404 for what is not there', async () => {
    expect(await problemOf(hide({ type: 'job', id: 'nothing' }))).toMatchObject({ status: 404 });
  });

  it('refuses a lead of another board', async () => {
    const { id } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    expect(await problemOf(hide({ type: 'job', id }, 'guidanceLead'))).toMatchObject({ status: 403 });
  });

  it('asks for a reason', async () => {
    const response = await t.send('/moderation/hide', {
      method: 'POST',
      as: 'wanglaoshi',
      body: { target: { type: 'job', id: 'x' } },
    });
    expect(response.json()).toMatchObject({ status: 400, errors: [{ path: 'reason', message: '必选' }] });
  });
});
