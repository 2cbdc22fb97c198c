import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Thing = { type: 'job' | 'thread'; id: string };
const publish = async (who: PersonKey = 'chenyiming', deadline = '2026-12-06'): Promise<Thing> => {
  const { id } = await t.as(who).jobs.create({ body: jobDraft({ deadline }) });
  return { type: 'job', id };
};
/** A question; 陈一鸣, the only lead of its board, is on duty. */
let asked = 0;
const ask = async (anonymous = false): Promise<Thing> => {
  const title = `第 ${++asked} 次问：签过三方还能报选调吗？`;
  const { id } = await t.as('linxiao').threads.ask({ body: threadDraft({ title, anonymous }) });
  return { type: 'thread', id };
};
const holdingsOf = async (who: PersonKey, as: PersonKey = 'wanglaoshi') =>
  (await t.as(as).people.holdings({ params: { id: t.people[who].id } })).items.map(({ id }) => id);
const orphans = async () => (await t.as('wanglaoshi').people.orphans({})).items;
const give = (things: Thing[], to: PersonKey, as: PersonKey = 'wanglaoshi') =>
  t.as(as).people.reassign({ body: { to: t.people[to].id, things, reason: '换届交接' } });
const endTerm = async (who: PersonKey) => {
  const { grants } = await t.as('admin').people.detail({ params: { id: t.people[who].id } });
  const id = grants.find(({ viewer }) => viewer.can.includes('end'))?.id ?? '';
  await t.as('admin').people.end({ params: { id }, body: { reason: '离任' } });
};

describe('GET /admin/users/{id}/holdings', () => {
  it('lists live jobs and open questions on duty, what ends first, first', async () => {
    const [later, sooner, thread] = [
      await publish('chenyiming', '2026-12-20'),
      await publish('chenyiming', '2026-11-30'),
      await ask(),
    ];
    await publish('wanglaoshi');
    expect(await holdingsOf('chenyiming')).toEqual([thread.id, sooner.id, later.id]);
    const { holdings } = await t.as('wanglaoshi').people.detail({ params: { id: t.people.chenyiming.id } });
    expect(holdings).toEqual({ job: 2, thread: 1 });
  });

  it('leaves out what is closed, answered, hidden, or on a board that is off', async () => {
    const [job, thread] = [await publish('chenyiming', '2026-11-30'), await ask()];
    const hidden = await publish();
    await t.as('wanglaoshi').moderation.hide({ body: { target: hidden, reason: 'fee' } });
    await t.as('zhaoyu').threads.answer({ params: { id: thread.id }, body: { body: '可以' } });
    expect(await holdingsOf('chenyiming')).toEqual([job.id]);
    t.clock.set('2026-11-30T16:00:00Z');
    expect(await holdingsOf('chenyiming')).toEqual([]);
    t.clock.set('2026-11-21T00:00:00Z');
    await t.as('admin').boards.update({ params: { slug: 'jobs' }, body: { enabled: false } });
    expect(await holdingsOf('chenyiming')).toEqual([]);
  });

  it('is a teacher’s to read; a lead reads the own', async () => {
    const job = await publish();
    expect((await problemOf(holdingsOf('chenyiming', 'chenyiming'))).status).toBe(403);
    const own = await t.as('chenyiming').people.ownHoldings({});
    expect([own.items.map(({ id }) => id), own.total]).toEqual([[job.id], 1]);
    expect((await problemOf(t.as('linxiao').people.ownHoldings({}))).status).toBe(403);
  });
});

describe('GET /admin/holders', () => {
  const holders = async (board: string[], as: PersonKey = 'wanglaoshi') =>
    (await t.as(as).people.holders({ query: { board } })).items.map(({ name }) => name);

  it('names who looks after all of these boards, the least burdened first', async () => {
    await publish('wanglaoshi');
    expect((await holders(['jobs'])).sort()).toEqual(['沈岚', '王立群', '陈一鸣']);
    expect((await holders(['jobs'])).at(-1)).toBe('王立群');
    expect((await holders(['guidance'])).sort()).toEqual(['周晓雯', '沈岚', '王立群', '陈一鸣']);
    expect((await holders(['guidance', 'jobs'])).sort()).toEqual(['沈岚', '王立群', '陈一鸣']);
    expect((await problemOf(holders(['jobs'], 'chenyiming'))).status).toBe(403);
  });
});

describe('POST /admin/holdings/reassign', () => {
  it('moves jobs and questions, who is shown follows, and each is in the audit log', async () => {
    const [job, thread] = [await publish(), await ask(true)];
    expect(await give([job, thread], 'admin')).toEqual({ moved: 2 });
    expect([await holdingsOf('chenyiming'), (await holdingsOf('admin')).length]).toEqual([[], 2]);
    expect((await t.as().jobs.detail({ params: { id: job.id } })).postedBy).toBe('沈岚');
    expect((await t.as().threads.detail({ params: { id: thread.id } })).onDuty).toBe('沈岚');
    const rows = await t.context.db.read.select().from(t.context.db.tables.auditLog);
    expect(rows.map(({ targetType, targetId }) => [targetType, targetId]).sort()).toEqual(
      [
        ['job', job.id],
        ['thread', thread.id],
      ].sort(),
    );
    expect(rows[0]).toMatchObject({
      action: 'people.reassign',
      before: { ownerId: t.people.chenyiming.id },
      after: { ownerId: t.people.admin.id },
      reason: '换届交接',
    });
  });

  it('refuses somebody who may not hold them, and then moves nothing', async () => {
    const things = [await publish(), await ask()];
    const wrong = await problemOf(give(things, 'guidanceLead'));
    expect(wrong.errors).toEqual([
      { path: 'to', message: '周晓雯的职务不包括“招聘信息”“在线互动”，请换一位' },
    ]);
    expect((await problemOf(give(things, 'formerLead'))).errors?.[0]?.message).toBe(
      '旧骨干现在没有职务，请换一位',
    );
    expect((await problemOf(give(things, 'linxiao'))).status).toBe(400);
    expect(await holdingsOf('chenyiming')).toHaveLength(2);
  });

  it('leaves alone what closed meanwhile, and what is the person’s already', async () => {
    const [job, own] = [await publish('chenyiming', '2026-11-21'), await publish('admin', '2026-12-20')];
    t.clock.advance(3 * dayMs);
    expect(await give([job, own, { type: 'thread', id: 'nothing' }], 'admin')).toEqual({ moved: 0 });
  });

  it('is a teacher’s to do', async () => {
    const own = await publish();
    expect((await problemOf(give([own], 'wanglaoshi', 'chenyiming'))).code).toBe('action.forbidden');
    expect((await problemOf(give([own], 'wanglaoshi', 'linxiao'))).status).toBe(403);
  });
});

describe('GET /admin/orphans', () => {
  it('has nothing while every owner is in office', async () => {
    await publish();
    await ask();
    expect(await orphans()).toEqual([]);
  });

  it('shows by the clock what a term leaves behind, with who and since when', async () => {
    await t.as('admin').people.grant({
      body: {
        userId: t.people.linxiao.id,
        role: 'lead',
        boards: ['jobs'],
        endsOn: '2026-11-25',
        reason: '接任',
      },
    });
    const job = await publish('linxiao');
    t.clock.set('2026-11-25T15:59:59.999Z');
    expect(await orphans()).toEqual([]);
    t.clock.advance(1);
    expect(await orphans()).toMatchObject([
      { ...job, owner: { name: '林晓' }, why: 'ended', endedAt: '2026-11-25T16:00:00.000Z' },
    ]);
    await give([job], 'chenyiming');
    expect(await orphans()).toEqual([]);
  });

  it('shows what is left when an admin ends a term, boards the person no longer has, and duties of nobody', async () => {
    const [job, thread] = [await publish(), await ask()];
    await endTerm('chenyiming');
    expect((await orphans()).map(({ id, why }) => [id, why]).sort()).toEqual(
      [
        [job.id, 'ended'],
        [thread.id, 'ended'],
      ].sort(),
    );
    // Without a lead the teacher has what is asked; what was nobody's before there was a chain still is.
    const lonely = await ask();
    expect((await orphans()).map(({ id }) => id)).not.toContain(lonely.id);
    const { db } = t.context;
    const { threads } = db.tables;
    await db.write((tx) => tx.update(threads).set({ onDutyId: null }).where(eq(threads.id, lonely.id)));
    expect(await orphans()).toContainEqual(
      expect.objectContaining({ id: lonely.id, owner: null, why: 'nobody', endedAt: null }),
    );
    expect((await t.as('admin').people.orphans({})).total).toBe(3);
  });

  it('shows what somebody holds who never had an office', async () => {
    const job = await publish();
    const { db } = t.context;
    const { jobs } = db.tables;
    await db.write((tx) => tx.update(jobs).set({ ownerId: t.people.zhaoyu.id }).where(eq(jobs.id, job.id)));
    expect(await orphans()).toMatchObject([{ ...job, why: 'none', owner: { name: '赵雨' } }]);
  });

  it('shows what somebody leaves who closes the account, and lets nobody give them more', async () => {
    const job = await publish();
    const { db } = t.context;
    const requestedAt = t.clock.now();
    const userId = t.people.chenyiming.id;
    const row = { userId, name: '陈一鸣', posts: 'keep' as const, cause: 'person' as const };
    await db.write((tx) =>
      tx.insert(db.tables.accountClosures).values({ ...row, requestedAt, eraseAt: requestedAt }),
    );
    expect(await orphans()).toMatchObject([{ ...job, owner: null, why: 'gone' }]);
    expect((await problemOf(give([job], 'chenyiming'))).code).toBe('resource.not-found');
    const { items } = await t.as('wanglaoshi').people.holders({ query: { board: ['jobs'] } });
    expect(items.map(({ name }) => name)).not.toContain('陈一鸣');
  });

  it('is not for leads', async () => {
    expect((await problemOf(t.as('chenyiming').people.orphans({}))).status).toBe(403);
  });
});
