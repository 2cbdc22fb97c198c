import { planReminders } from '@qihang/server/features/reminders/plan';
import type { Progress } from '@qihang/shared/jobs/progress';
import { and, eq } from 'drizzle-orm';
import { arrangeRota, everyDay, giveOffice } from '../duty/office';
import { startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await plan();
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const plan = (context = t.context) =>
  planReminders.run(context, t.clock.now(), new AbortController().signal, t.clock.now());
const planAt = async (time: string) => {
  t.clock.set(`${time}+08:00`);
  await plan();
};
const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });
const save = (who: PersonKey, id: string, progress: Progress = 'saved') =>
  t.as(who).saves.save({ params: { id }, body: { progress } });
const inboxOf = async (who: PersonKey) => (await t.as(who).notifications.list({ query: {} })).items;
const told = async (who: PersonKey) => (await inboxOf(who)).map(({ title }) => title);
const kinds = async (who: PersonKey) => (await inboxOf(who)).map(({ kind }) => kind);
const outcomes = async (who: PersonKey) => {
  const { db } = t.context;
  const { reminders } = db.tables;
  const rows = await db.read.select().from(reminders).where(eq(reminders.userId, t.people[who].id));
  return rows.map(({ kind, outcome }) => `${kind} ${outcome}`).sort();
};
const soonTitle = '12 月 6 日 截止：整车热管理工程师';
const lastTitle = '最后一天：整车热管理工程师，12 月 6 日 截止';

describe('a saved job', () => {
  it('is reminded of at 72 hours and on its day, to those who have yet to apply', async () => {
    const { id } = await publish();
    await save('linxiao', id);
    await save('zhaoyu', id, 'applied');
    await planAt('2026-12-03T23:50');
    expect(await told('linxiao')).toEqual([]);
    await planAt('2026-12-04T00:00');
    expect(await told('linxiao')).toEqual([soonTitle]);
    await planAt('2026-12-06T08:50');
    expect(await told('linxiao')).toEqual([soonTitle]);
    await planAt('2026-12-06T09:00');
    expect(await told('linxiao')).toEqual([lastTitle, soonTitle]);
    await planAt('2026-12-07T09:00');
    expect(await told('linxiao')).toHaveLength(2);
    expect(await told('zhaoyu')).toEqual([]);
  });

  it('is not reminded of by a reminder that was due before it was saved', async () => {
    const { id } = await publish();
    t.clock.set('2026-12-04T10:00+08:00');
    await save('linxiao', id);
    await planAt('2026-12-04T12:00');
    expect(await told('linxiao')).toEqual([]);
    await planAt('2026-12-06T09:00');
    expect(await told('linxiao')).toEqual([lastTitle]);
  });

  it('is reminded of once an evening for what closes early, several as one', async () => {
    for (const title of ['嵌入式软件工程师', '电气设计工程师', '储能工程师']) {
      const { id } = await publish({ title, company: `${title}所在公司`, deadline: '2026-12-06T09:00' });
      await save('linxiao', id);
    }
    await planAt('2026-12-05T21:20');
    const before = await told('linxiao');
    await planAt('2026-12-05T21:30');
    expect(before).toEqual(['收藏的 3 个岗位 12 月 6 日 09:00 截止']);
    const [newest] = await inboxOf('linxiao');
    expect(newest).toMatchObject({
      kind: 'job.closes-today',
      title: '最后一天：收藏的 3 个岗位 12 月 6 日 截止',
      count: 3,
      link: { page: 'saved', id: null },
    });
    expect((await t.as('linxiao').notifications.unread({})).unread).toBe(2);
  });

  it('takes an unread reminder back once it is applied for, from that person alone', async () => {
    const { id } = await publish();
    await save('linxiao', id);
    await save('zhaoyu', id);
    await planAt('2026-12-04T00:00');
    await save('linxiao', id, 'applied');
    expect(await told('linxiao')).toEqual([]);
    expect(await told('zhaoyu')).toEqual([soonTitle]);
    await t.as('zhaoyu').saves.remove({ params: { id } });
    expect(await told('zhaoyu')).toEqual([]);
    await planAt('2026-12-06T09:00');
    expect(await told('linxiao')).toEqual([]);
    expect(await told('zhaoyu')).toEqual([]);
  });

  it('moves its reminders with its deadline', async () => {
    const { id } = await publish();
    await save('linxiao', id);
    await planAt('2026-12-04T00:00');
    const move = (deadline: string) =>
      t.as('chenyiming').jobs.reconfirm({ params: { id }, body: { deadline } });
    await move('2026-12-10');
    expect(await told('linxiao')).toEqual(['延期：整车热管理工程师，12 月 10 日 截止']);
    await planAt('2026-12-06T09:00');
    expect(await told('linxiao')).toHaveLength(1);
    await planAt('2026-12-08T00:00');
    expect(await kinds('linxiao')).toEqual(['job.closing-soon', 'job.changed']);
    await move('2026-12-09');
    expect(await told('linxiao')).toEqual(['提前：整车热管理工程师，12 月 9 日 截止']);
    await planAt('2026-12-09T09:00');
    expect(await kinds('linxiao')).toEqual(['job.closes-today', 'job.changed']);
  });

  it('is not reminded of while readers do not see it, or its board is off', async () => {
    const { id } = await publish();
    await save('linxiao', id);
    await t
      .as('wanglaoshi')
      .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '核实' } });
    await planAt('2026-12-04T00:00');
    expect(await outcomes('linxiao')).toEqual([]);
    expect(await told('linxiao')).toEqual(['你收藏的一个岗位下架了']);
    await t.as('wanglaoshi').moderation.restore({ body: { target: { type: 'job', id }, note: '核实过了' } });
    expect(await told('linxiao')).toEqual(['恢复：整车热管理工程师，又能看到了']);
    const { db } = t.context;
    const { boards } = db.tables;
    await db.write((tx) => tx.update(boards).set({ enabled: false }).where(eq(boards.slug, 'jobs')));
    await planAt('2026-12-06T09:00');
    expect(await outcomes('linxiao')).toEqual([]);
  });

  it('notes who turned reminders off, and tells them nothing', async () => {
    const { id } = await publish();
    await save('linxiao', id);
    await t.as('linxiao').notificationSettings.change({ body: { switches: { deadlines: false } } });
    await planAt('2026-12-04T00:00');
    expect(await told('linxiao')).toEqual([]);
    expect(await outcomes('linxiao')).toEqual(['job.closing-soon muted']);
  });

  it('tells of doubts, and of their end, to those who keep it', async () => {
    const { id } = await publish();
    await save('linxiao', id, 'applied');
    await save('zhaoyu', id, 'dropped');
    await t.as('guidanceLead').jobs.reportClosed({ params: { id } });
    expect(await told('linxiao')).toEqual([]);
    await t.as('admin').jobs.reportClosed({ params: { id } });
    expect(await told('linxiao')).toEqual(['待核实：整车热管理工程师，有同学说停招了，投递前先问清楚']);
    await t.as('chenyiming').jobs.reconfirm({ params: { id }, body: {} });
    expect(await told('linxiao')).toEqual(['核实过了：整车热管理工程师，还在招']);
    expect(await told('zhaoyu')).toEqual([]);
  });
});

describe('what goes wrong', () => {
  const three = async () => {
    for (const [title, deadline] of [
      ['嵌入式软件工程师', '2026-12-05T18:00'],
      ['电气设计工程师', '2026-12-06'],
      ['储能工程师', '2026-12-08'],
    ] as const) {
      const { id } = await publish({ title, company: `${title}所在公司`, deadline });
      await save('linxiao', id);
      await save('zhaoyu', id);
    }
  };

  it('catches up after three days: once, the nearer reminder, and nothing that is over', async () => {
    await three();
    await planAt('2026-12-02T12:00');
    expect(await told('linxiao')).toEqual([]);
    await planAt('2026-12-06T12:00');
    expect(await outcomes('linxiao')).toEqual([
      'job.closes-today late',
      'job.closes-today told',
      'job.closing-soon late',
      'job.closing-soon late',
      'job.closing-soon told',
    ]);
    expect((await told('linxiao')).sort()).toEqual([
      '12 月 8 日 截止：储能工程师',
      '最后一天：电气设计工程师，12 月 6 日 截止',
    ]);
  });

  it('tells each once when a process dies before or after any of its transactions', async () => {
    await three();
    t.clock.set('2026-12-06T09:00+08:00');
    const { db } = t.context;
    let ended = false;
    for (let left = 0; !ended; left++) {
      for (const committed of [false, true]) {
        let writes = 0;
        const dying = Object.create(db) as typeof db;
        dying.write = async (work) => {
          const dies = writes++ === left;
          if (dies && !committed) throw new Error('killed');
          const done = await db.write(work);
          if (dies) throw new Error('killed');
          return done;
        };
        const run = plan({ ...t.context, db: dying });
        ended = await run.then(
          () => true,
          () => false,
        );
      }
    }
    await plan();
    expect((await told('linxiao')).sort()).toEqual((await told('zhaoyu')).sort());
    expect(await outcomes('linxiao')).toHaveLength(5);
    const rows = await db.read.select().from(db.tables.notifications);
    const keys = rows.map(({ userId, kind, refId }) => `${userId} ${kind} ${refId}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells each once when two processes plan at once', async () => {
    await three();
    t.clock.set('2026-12-06T09:00+08:00');
    await Promise.all([plan(), plan(), plan()]);
    const { db } = t.context;
    const rows = await db.read.select().from(db.tables.notifications);
    const keys = rows.map(({ userId, kind, refId }) => `${userId} ${kind} ${refId}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(await outcomes('zhaoyu')).toHaveLength(5);
  });
});

describe('a term of office', () => {
  const inDays = (day: string) => new Date(`${day}T24:00+08:00`);
  const termEnds = (day: string) => giveOffice(t, 'zhaoyu', 'lead', inDays(day));

  it('is announced 60, 30 and 7 days before its end, to its holder, and to the teachers', async () => {
    await termEnds('2027-02-28');
    const found: string[] = [];
    for (const time of ['2026-12-30T09:00', '2027-01-29T09:00', '2027-02-21T08:50', '2027-02-21T09:00']) {
      await planAt(time);
      found.push(`${time} ${(await inboxOf('zhaoyu')).length} ${(await inboxOf('wanglaoshi')).length}`);
    }
    expect(found).toEqual([
      '2026-12-30T09:00 1 0',
      '2027-01-29T09:00 2 1',
      '2027-02-21T08:50 2 1',
      '2027-02-21T09:00 3 1',
    ]);
    expect((await inboxOf('zhaoyu'))[0]).toMatchObject({
      title: '你的任期 2 月 28 日 结束',
      link: { page: 'handover', id: null },
    });
  });

  it('is announced once after an outage, and not when it was given a later end', async () => {
    await termEnds('2026-12-27');
    await planAt('2026-12-24T09:00');
    expect(await outcomes('zhaoyu')).toEqual(['term.ending late', 'term.ending told']);
    const { db } = t.context;
    const { roleGrants } = db.tables;
    const mine = and(eq(roleGrants.userId, t.people.zhaoyu.id), eq(roleGrants.role, 'lead'));
    const [grant] = await db.read.select().from(roleGrants).where(mine);
    await t.as('admin').people.change({
      params: { id: grant?.id ?? '' },
      body: { version: grant?.version ?? 0, endsOn: '2027-06-30', reason: '延长' },
    });
    expect(await kinds('zhaoyu')).toEqual([]);
  });
});

describe('a must-read notice', () => {
  const notice = (dueAt: string | null = null) =>
    t.as('wanglaoshi').posts.create({
      body: postDraft({
        board: 'notices',
        title: '生源信息核对',
        mustRead: dueAt === null ? {} : { dueAt },
      }),
    });

  it('is told to its people once, and again on the morning before its last day to who has not confirmed', async () => {
    const { id } = await notice('2026-11-25');
    await planAt('2026-11-20T10:40');
    await planAt('2026-11-20T10:50');
    expect(await told('linxiao')).toEqual(['请读完并确认：生源信息核对']);
    expect(await told('wanglaoshi')).toEqual([]);
    expect(await told('unverified')).toEqual([]);
    await t.as('zhaoyu').mustRead.read({ params: { id } });
    await planAt('2026-11-24T09:00');
    await planAt('2026-11-25T09:00');
    expect(await told('linxiao')).toEqual(['还没有确认：生源信息核对', '请读完并确认：生源信息核对']);
    expect(await kinds('zhaoyu')).toEqual(['must-read.asked']);
  });
});

describe('a question that is nearly overdue', () => {
  it('is brought to mind two hours of duty before, unless it is answered', async () => {
    await giveOffice(t, 'zhaoyu', 'lead');
    await arrangeRota(t, { shifts: everyDay('zhaoyu'), teacher: 'wanglaoshi', admins: ['admin'] });
    const ask = (title: string) => t.as('linxiao').threads.ask({ body: threadDraft({ title }) });
    await ask('专业排名靠后，简历上要不要写成绩？');
    const { id } = await ask('签过三方还能报选调吗，要准备什么？');
    await planAt('2026-11-21T08:20');
    expect(await kinds('zhaoyu')).not.toContain('thread.overdue-soon');
    await planAt('2026-11-21T08:30');
    await plan();
    expect((await kinds('zhaoyu')).filter((kind) => kind === 'thread.overdue-soon')).toHaveLength(2);
    await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '先问就业办，再去盖章。' } });
    expect((await kinds('zhaoyu')).filter((kind) => kind === 'thread.overdue-soon')).toHaveLength(1);
  });
});
