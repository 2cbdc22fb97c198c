import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';
import { arrangeRota, everyDay, giveOffice } from './office';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await giveOffice(t, 'zhaoyu', 'lead');
  await arrangeRota(t, {
    shifts: everyDay('zhaoyu', 'chenyiming'),
    teacher: 'wanglaoshi',
    admins: ['admin'],
  });
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const ask = (by: PersonKey = 'linxiao', more: object = {}) =>
  t.as(by).threads.ask({ body: threadDraft({ title: '专业排名靠后，简历上要不要写成绩？', ...more }) });
const detail = (id: string) => t.as().threads.detail({ params: { id } });
const overdue = (by: PersonKey = 'chenyiming') => t.as(by).answerClock.overdue({});
const goTo = async (time: string) => {
  t.clock.set(`${time}+08:00`);
  await t.runTasks();
};

describe('an overdue question', () => {
  it('goes to the deputy, the teacher and the admins, one step at a time', async () => {
    const { id } = await ask();
    await goTo('2026-11-21T10:23');
    expect(await detail(id)).toMatchObject({ onDuty: '赵雨', dueAt: '2026-11-21T02:24:00.000Z' });
    const steps: unknown[] = [];
    for (const time of ['2026-11-21T10:24', '2026-11-21T14:24', '2026-11-21T18:24', '2026-11-25T10:00']) {
      await goTo(time);
      await t.runTasks();
      const { onDuty, dueAt } = await detail(id);
      steps.push([onDuty, dueAt]);
    }
    expect(steps).toEqual([
      ['陈一鸣', '2026-11-21T06:24:00.000Z'],
      ['王立群', '2026-11-21T10:24:00.000Z'],
      ['沈岚', '2026-11-22T00:24:00.000Z'],
      ['沈岚', '2026-11-22T00:24:00.000Z'],
    ]);
  });

  it('stays overdue to its readers while the next one still has time', async () => {
    const { id } = await ask();
    await goTo('2026-11-21T10:23');
    expect(await detail(id)).toMatchObject({ overdue: false });
    await goTo('2026-11-21T10:25');
    expect(await detail(id)).toMatchObject({ onDuty: '陈一鸣', overdue: true });
  });

  it('shows the chain and its times, the same to the asker and to leads', async () => {
    await ask('linxiao', { anonymous: true });
    await goTo('2026-11-21T12:48');
    const { items } = await overdue();
    expect(items).toMatchObject([
      {
        title: '专业排名靠后，简历上要不要写成绩？',
        anonymous: true,
        promisedAt: '2026-11-21T02:24:00.000Z',
        duty: {
          name: '陈一鸣 同学',
          until: '2026-11-21T08:48:00.000Z',
          chain: [
            { step: 'on-duty', who: '赵雨 同学', until: '2026-11-21T02:24:00.000Z', passed: true },
            { step: 'deputy', who: '陈一鸣 同学', until: '2026-11-21T08:48:00.000Z', passed: false },
            { step: 'teacher', who: '王立群 老师', until: '2026-11-21T12:48:00.000Z', passed: false },
          ],
        },
        viewer: { can: ['ask-teacher'] },
      },
    ]);
    expect((await overdue('zhaoyu')).items[0]?.viewer.can).toEqual(['take', 'ask-teacher']);
  });

  it('stops when it is answered, hidden or its board is off', async () => {
    const answered = await ask();
    const hidden = await ask('linxiao', { title: '这个问题会被下架吗？' });
    t.clock.advance(3_600_000);
    await t.as('zhaoyu').threads.answer({ params: { id: answered.id }, body: { body: '写，写在最后。' } });
    const target = { type: 'thread', id: hidden.id } as const;
    await t.as('admin').moderation.hide({ body: { target, reason: 'other', note: '重复' } });
    await goTo('2026-11-22T12:00');
    expect(await detail(answered.id)).toMatchObject({ onDuty: '赵雨', dueAt: null });
    await t.as('admin').moderation.restore({ body: { target, note: '没有重复' } });
    expect(await detail(hidden.id)).toMatchObject({ onDuty: '赵雨' });
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: false } });
    await goTo('2026-11-22T13:00');
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: true } });
    expect(await detail(hidden.id)).toMatchObject({ onDuty: '赵雨' });
    await goTo('2026-11-22T14:00');
    expect(await detail(hidden.id)).toMatchObject({ onDuty: '陈一鸣' });
  });

  it('is not stopped by words of its asker', async () => {
    const { id } = await ask();
    await t.as('linxiao').threads.answer({ params: { id }, body: { body: '补充：是国企。' } });
    await goTo('2026-11-21T10:24');
    expect(await detail(id)).toMatchObject({ onDuty: '陈一鸣' });
  });

  it('passes those who are away, muted or out of office', async () => {
    const { id } = await ask();
    await t.as('chenyiming').duty.addAbsence({ body: { from: '2026-11-21', until: '2026-11-21' } });
    await goTo('2026-11-21T10:24');
    expect(await detail(id)).toMatchObject({ onDuty: '王立群' });
  });

  it('stays where nobody is left who is there, and goes on when one comes back', async () => {
    const { id } = await ask();
    const gone = await Promise.all(
      (['chenyiming', 'wanglaoshi', 'admin'] as const).map((by) =>
        t.as(by).duty.addAbsence({ body: { from: '2026-11-21', until: '2026-11-22' } }),
      ),
    );
    await goTo('2026-11-21T10:24');
    expect(await detail(id)).toMatchObject({ onDuty: '赵雨' });
    await t.as('admin').duty.removeAbsence({ params: { id: gone[2]?.id ?? '' } });
    await goTo('2026-11-21T10:25');
    expect(await detail(id)).toMatchObject({ onDuty: '沈岚' });
  });

  it('goes on the same whoever asked', async () => {
    const chains: string[] = [];
    for (const by of ['linxiao', 'chenyiming', 'zhaoyu', 'wanglaoshi', 'admin'] as const) {
      await t.restore();
      const { id } = await ask(by, { anonymous: true });
      const seen: unknown[] = [];
      for (const time of ['2026-11-21T10:24', '2026-11-21T14:24', '2026-11-21T18:24']) {
        await goTo(time);
        const { onDuty, dueAt } = await detail(id);
        seen.push([onDuty, dueAt, (await overdue()).items.map(({ duty, viewer }) => [duty, viewer])]);
      }
      chains.push(JSON.stringify(seen));
    }
    expect(new Set(chains).size).toBe(1);
  });

  it('catches up one step when the service was down', async () => {
    const { id } = await ask();
    await goTo('2026-11-25T09:00');
    expect(await detail(id)).toMatchObject({ onDuty: '陈一鸣', dueAt: '2026-11-25T05:00:00.000Z' });
  });

  it('asked before there were chains has one from its first step on', async () => {
    const { id } = await ask();
    const { db } = t.context;
    const { threads, threadDuties } = db.tables;
    await db.write(async (tx) => {
      await tx.delete(threadDuties);
      await tx.update(threads).set({ promisedAt: null }).where(eq(threads.id, id));
    });
    await goTo('2026-11-21T10:24');
    const { items } = await overdue();
    expect(items[0]?.duty.chain.map(({ who }) => who)).toEqual(['赵雨 同学', '陈一鸣 同学', '王立群 老师']);
  });
});

describe('by hand', () => {
  const act = (by: PersonKey, act: 'take' | 'askTeacher', id: string) =>
    t.as(by).answerClock[act]({ params: { id } });

  it('a lead takes it, and its asker sees who and until when', async () => {
    const { id } = await ask();
    await goTo('2026-11-21T10:24');
    await act('zhaoyu', 'take', id);
    expect(await detail(id)).toMatchObject({ onDuty: '赵雨', dueAt: '2026-11-21T06:24:00.000Z' });
    await goTo('2026-11-21T14:24');
    expect(await detail(id)).toMatchObject({ onDuty: '王立群' });
  });

  it('a lead gives it to the teacher at once', async () => {
    const { id } = await ask();
    await goTo('2026-11-21T10:24');
    const { items } = await act('chenyiming', 'askTeacher', id);
    expect(items[0]).toMatchObject({ duty: { name: '王立群 老师' }, viewer: { can: ['take'] } });
    expect(await problemOf(act('chenyiming', 'askTeacher', id))).toMatchObject({ code: 'action.forbidden' });
  });

  it('is refused before the promise is over, once answered, to strangers and twice to the same', async () => {
    const { id } = await ask();
    expect(await problemOf(act('chenyiming', 'take', id))).toMatchObject({ code: 'duty.not-overdue' });
    await goTo('2026-11-21T10:24');
    expect(await problemOf(act('chenyiming', 'take', id))).toMatchObject({ code: 'action.forbidden' });
    expect(await problemOf(act('guidanceLead', 'take', id))).toMatchObject({ code: 'action.forbidden' });
    await t.as('chenyiming').threads.answer({ params: { id }, body: { body: '写，写在最后。' } });
    expect(await problemOf(act('zhaoyu', 'take', id))).toMatchObject({ status: 404 });
  });

  it('has one taker of two at once', async () => {
    const { id } = await ask();
    await goTo('2026-11-21T10:24');
    await Promise.allSettled([act('zhaoyu', 'take', id), act('wanglaoshi', 'take', id)]);
    const { threadDuties } = t.context.db.tables;
    const links = await t.context.db.read.select().from(threadDuties).where(eq(threadDuties.threadId, id));
    expect(new Set(links.map(({ position }) => position)).size).toBe(links.length);
    expect(links.at(-1)?.until).toEqual(new Date('2026-11-21T06:24:00.000Z'));
  });
});

describe('how answers came in 30 days', () => {
  it('counts on time, late and not at all', async () => {
    const answer = (id: string) =>
      t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '写，写在最后。' } });
    const quick = await ask('linxiao', { title: '很快有回答的问题？' });
    t.clock.advance(30 * 60_000);
    await answer(quick.id);
    const late = await ask('linxiao', { title: '回答得太晚的问题？' });
    const never = await ask('linxiao', { title: '一直没有回答的问题？' });
    t.clock.set('2026-11-22T10:54+08:00');
    await answer(late.id);
    await ask('linxiao', { title: '刚刚问的一个问题？' });
    const { stats, items } = await overdue();
    expect(items.map(({ id }) => id)).toEqual([never.id]);
    expect(stats).toEqual({
      days: 30,
      asked: 4,
      answered: 2,
      medianMinutes: 48 * 60,
      onTime: 1,
      overdue: 2,
      overdueAtWeekends: 2,
      emptyWeekdays: [],
    });
    t.clock.set('2026-12-25T10:00+08:00');
    expect((await overdue()).stats).toMatchObject({ asked: 0, medianMinutes: null });
  });
});

describe('what is given to another', () => {
  it('keeps its times and its chain, also when an admin reassigns it', async () => {
    const { id } = await ask();
    await goTo('2026-11-21T10:24');
    const { threadDuties } = t.context.db.tables;
    await t.as('admin').people.reassign({
      body: {
        to: t.people.zhaoyu.id,
        things: [{ type: 'thread', id }],
        reason: '换人',
      },
    });
    const links = await t.context.db.read.select().from(threadDuties).where(eq(threadDuties.threadId, id));
    expect(links.map(({ personId }) => personId)).toEqual([t.people.zhaoyu.id, t.people.zhaoyu.id]);
    expect(await detail(id)).toMatchObject({ onDuty: '赵雨', dueAt: '2026-11-21T06:24:00.000Z' });
  });
});
