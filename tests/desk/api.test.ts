import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { DeskShow } from '@qihang/shared/desk/vocabulary';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  t.clock.set('2026-11-20T09:00:00+08:00');
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const deskOf = (who: PersonKey) => t.as(who).desk.show({});
const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title);
const piecesOf = async (who: PersonKey, show: DeskShow) =>
  (await t.as(who).desk.pieces({ query: { show } })).items;

const review = (slug: string, policy: ReviewPolicy) =>
  t.as('admin').boards.update({ params: { slug }, body: { review: policy } });

let minute = 0;
/** A later minute of the morning, so that what is written has an order. */
const later = () => t.clock.set(new Date(Date.parse('2026-11-20T09:00:00+08:00') + ++minute * 60_000));
beforeEach(() => {
  minute = 0;
});

async function draft(who: PersonKey, title: string) {
  later();
  const { markdown } = postDraft();
  return t.as(who).posts.startDraft({ body: { board: 'guidance', title, markdown } });
}

/** Sends a new article to review on a board that reviews. */
async function submitted(who: PersonKey, title: string) {
  const { id } = await draft(who, title);
  await t.as(who).posts.submit({ params: { id } });
  return id;
}

async function returned(who: PersonKey, title: string, note = '第 3 段没写来源') {
  const id = await submitted(who, title);
  const { version } = await t.as('wanglaoshi').posts.detail({ params: { id } });
  await t.as('wanglaoshi').moderation.return({ body: { target: { type: 'post', id }, version, note } });
  return id;
}

const published = (who: PersonKey, title: string) => {
  later();
  return t.as(who).posts.create({ body: postDraft({ title }) });
};

describe('GET /me/desk', () => {
  it.each([
    ['a visitor', undefined, 401, 'session.required'],
    ['a graduate', 'linxiao', 403, 'action.forbidden'],
    ['a lead whose term is over', 'formerLead', 403, 'action.forbidden'],
  ] as const)('refuses %s', async (_, who, status, code) => {
    expect(await problemOf(t.as(who).desk.show({}))).toMatchObject({ status, code });
  });

  it('says which term is over to a lead who had one', async () => {
    const { detail } = await problemOf(deskOf('formerLead'));
    expect(detail).toContain('你的宣传骨干任期已于');
  });

  it('is empty for a lead for whom nothing waits', async () => {
    expect(await deskOf('chenyiming')).toMatchObject({
      term: null,
      office: null,
      numbers: {
        review: { count: 0, since: null },
        answer: { count: 0, due: null },
        verify: { count: 0, reports: 0 },
        expiring: { count: 0, next: null },
      },
      drafts: [],
      returned: [],
      inReview: [],
      scheduled: [],
      toReview: [],
      toAnswer: [],
      expiring: [],
      feedback: [],
      unfinished: 0,
      published: 0,
      withdrawn: 0,
      record: { published: 0, updated: 0, reviewed: 0, answered: 0, fresh: 0, savedBy: 0 },
      viewer: { can: ['publish-jobs', 'import-jobs', 'publish-posts', 'send-digests'] },
    });
  });

  it('sorts what is not before readers yet by its state, and shows each author only their own', async () => {
    await review('guidance', 'second-person');
    await draft('chenyiming', '三支一扶报名要点');
    await returned('chenyiming', '国企笔试备考时间表');
    await submitted('chenyiming', '选调生笔试资料汇总');
    await draft('guidanceLead', '别人的草稿');

    const desk = await deskOf('chenyiming');
    expect(desk.drafts).toMatchObject([
      { type: 'post', title: '三支一扶报名要点', life: 'draft', state: 'draft', seen: { now: false } },
    ]);
    expect(desk.returned).toMatchObject([
      { title: '国企笔试备考时间表', why: '王立群 老师：第 3 段没写来源', life: 'returned' },
    ]);
    expect(titles(desk.inReview)).toEqual(['选调生笔试资料汇总']);
    expect(desk.unfinished).toBe(3);
    expect(titles((await deskOf('guidanceLead')).drafts)).toEqual(['别人的草稿']);
    expect(JSON.stringify(await deskOf('wanglaoshi'))).not.toContain('三支一扶报名要点');
  });

  it('plans what is scheduled at the time at which it comes before readers', async () => {
    const { id } = await draft('chenyiming', '百日冲刺宣讲会安排');
    const [publishAt, unpublishAt] = ['2026-11-20T10:00:00.000Z', '2026-11-25T16:00:00.000Z'];
    await t.as('chenyiming').posts.schedule({ params: { id }, body: { publishAt, unpublishAt } });
    const { scheduled } = await deskOf('chenyiming');
    expect(scheduled).toMatchObject([
      { at: publishAt, schedule: { publishAt, unpublishAt }, seen: { now: false }, state: 'scheduled' },
    ]);
  });

  it('offers what the state allows, and no more', async () => {
    await review('guidance', 'second-person');
    await draft('chenyiming', '草稿');
    await returned('chenyiming', '退回的');
    await submitted('chenyiming', '送审的');
    const { drafts, returned: back, inReview } = await deskOf('chenyiming');
    const words = [...drafts, ...back, ...inReview].map(({ viewer }) => viewer.can);
    expect(words[0]).toEqual(expect.arrayContaining(['edit', 'submit', 'discard']));
    expect(words[0]).not.toContain('publish');
    expect(words[1]).toEqual(expect.arrayContaining(['edit', 'submit', 'discard']));
    expect(words[2]).toEqual(expect.arrayContaining(['edit', 'recall']));
    expect(words[2]).not.toContain('submit');
    expect(words[2]).not.toContain('approve');
  });
});

describe('what waits for my review', () => {
  it('is what others sent, the longest first, and never my own', async () => {
    await review('guidance', 'second-person');
    await submitted('guidanceLead', '先来的');
    await submitted('guidanceLead', '后来的');
    await submitted('chenyiming', '我自己的');
    const { toReview, numbers } = await deskOf('chenyiming');
    expect(toReview).toMatchObject([
      { title: '先来的', author: { name: '周晓雯 同学' }, life: 'in-review' },
      { title: '后来的' },
    ]);
    expect(toReview[0]?.viewer.can).toEqual(expect.arrayContaining(['approve', 'return']));
    expect(numbers.review).toEqual({ count: 2, since: toReview[0]?.at });
    expect(titles((await deskOf('guidanceLead')).toReview)).toEqual(['我自己的']);
  });

  it('waits from when it was sent, not from when it was written', async () => {
    await review('guidance', 'second-person');
    const { id } = await draft('guidanceLead', '昨天写的');
    t.clock.set('2026-11-20T15:00:00+08:00');
    await t.as('guidanceLead').posts.submit({ params: { id } });
    expect((await deskOf('chenyiming')).numbers.review.since).toBe('2026-11-20T07:00:00.000Z');
  });

  it('leaves a lead out where a teacher decides, and where the author ranks higher', async () => {
    await review('guidance', 'teacher');
    await submitted('guidanceLead', '老师审的');
    expect((await deskOf('chenyiming')).toReview).toEqual([]);
    expect(titles((await deskOf('wanglaoshi')).toReview)).toEqual(['老师审的']);
    await review('guidance', 'second-person');
    await submitted('wanglaoshi', '老师写的');
    expect(titles((await deskOf('chenyiming')).toReview)).toEqual(['老师审的']);
    expect(titles((await deskOf('admin')).toReview)).toEqual(['老师审的', '老师写的']);
  });

  it('keeps to the boards of a term', async () => {
    await review('notices', 'second-person');
    later();
    const { markdown } = postDraft();
    const { id } = await t
      .as('wanglaoshi')
      .posts.startDraft({ body: { board: 'notices', title: '双选会通知', markdown } });
    await t.as('wanglaoshi').posts.submit({ params: { id } });
    expect((await deskOf('guidanceLead')).toReview).toEqual([]);
    expect(titles((await deskOf('admin')).toReview)).toEqual(['双选会通知']);
  });

  it('is gone once it is decided', async () => {
    await review('guidance', 'second-person');
    const id = await submitted('guidanceLead', '先来的');
    const { version } = await t.as('chenyiming').posts.detail({ params: { id } });
    await t.as('chenyiming').moderation.approve({ body: { target: { type: 'post', id }, version } });
    const desk = await deskOf('chenyiming');
    expect(desk.toReview).toEqual([]);
    expect(desk.record.reviewed).toBe(1);
    expect(await deskOf('guidanceLead')).toMatchObject({ unfinished: 0, published: 1 });
  });
});

describe('what ends or is doubted', () => {
  const job = (title: string, change: Parameters<typeof jobDraft>[0] = {}) => {
    later();
    return t.as('chenyiming').jobs.create({ body: jobDraft({ title, ...change }) });
  };

  it('lists my jobs that close or are to be checked within a week, the next first', async () => {
    await job('远的', { deadline: '2026-12-20' });
    await job('三天内', { deadline: '2026-11-22' });
    await job('今天', { deadline: '2026-11-20T18:00' });
    await job('快复核', { deadline: null, recheckOn: '2026-11-24' });
    t.clock.set('2026-11-20T10:00:00+08:00');
    const { expiring, numbers } = await deskOf('chenyiming');
    expect(expiring.map(({ title, end }) => [title, end])).toEqual([
      ['今天', 'closing'],
      ['三天内', 'closing'],
      ['快复核', 'recheck'],
    ]);
    expect(expiring[0]).toMatchObject({ about: '岚山新能源科技', at: '2026-11-20T10:00:00.000Z' });
    expect(numbers.expiring).toEqual({ count: 3, next: '2026-11-20T10:00:00.000Z' });
    expect((await deskOf('wanglaoshi')).expiring).toEqual([]);
  });

  it('lists what leaves readers as planned', async () => {
    const { id } = await published('chenyiming', '双选会安排');
    const unpublishAt = '2026-11-25T16:00:00.000Z';
    await t.as('chenyiming').posts.schedule({ params: { id }, body: { unpublishAt } });
    expect((await deskOf('chenyiming')).expiring).toMatchObject([
      { type: 'post', title: '双选会安排', end: 'unpublish', at: unpublishAt },
    ]);
  });

  it('counts what readers report, until the job is confirmed', async () => {
    const { id } = await job('车辆试验工程师');
    await t.as('linxiao').jobs.reportClosed({ params: { id } });
    expect(await deskOf('chenyiming')).toMatchObject({
      numbers: { verify: { count: 0 } },
      feedback: [{ type: 'job', id, kind: 'closed', count: 1, about: '岚山新能源科技', note: null }],
    });
    await t.as('zhaoyu').jobs.reportClosed({ params: { id } });
    expect(await deskOf('chenyiming')).toMatchObject({
      numbers: { verify: { count: 1, reports: 2 } },
      feedback: [{ count: 2 }],
    });
    later();
    await t.as('chenyiming').jobs.reconfirm({ params: { id } });
    expect(await deskOf('chenyiming')).toMatchObject({
      numbers: { verify: { count: 0 } },
      feedback: [],
      record: { fresh: 1 },
    });
  });

  it('shows what readers say of an article, without saying who, until it is settled', async () => {
    const { id } = await published('guidanceLead', '双选会安排');
    await t.as('linxiao').postFeedback.give({ params: { id }, body: { kind: 'useful' } });
    await t.as('zhaoyu').postFeedback.give({ params: { id }, body: { kind: 'wrong', note: '地点写错了' } });
    const { feedback } = await deskOf('guidanceLead');
    expect(feedback).toMatchObject([{ type: 'post', id, kind: 'wrong', count: 1, note: '地点写错了' }]);
    expect(JSON.stringify(feedback)).not.toContain('赵宇');
    await t.as('guidanceLead').postFeedback.settle({ params: { id } });
    expect((await deskOf('guidanceLead')).feedback).toEqual([]);
  });

  it('lists the questions that I am to answer', async () => {
    later();
    const thread = await t.as('linxiao').threads.ask({ body: threadDraft() });
    const leads = (['chenyiming', 'guidanceLead'] as const).map(deskOf);
    const asked = (await Promise.all(leads)).flatMap(({ toAnswer }) => toAnswer);
    expect(asked).toMatchObject([{ id: thread.id, at: thread.dueAt }]);
    expect(JSON.stringify(asked)).not.toContain('林晓');
  });
});

describe('GET /me/pieces', () => {
  it('puts what was returned first, then the latest change', async () => {
    await review('guidance', 'second-person');
    await returned('chenyiming', '退回的');
    await draft('chenyiming', '旧草稿');
    await submitted('chenyiming', '送审的');
    await draft('chenyiming', '新草稿');
    expect(titles(await piecesOf('chenyiming', 'unfinished'))).toEqual([
      '退回的',
      '新草稿',
      '送审的',
      '旧草稿',
    ]);
  });

  it('says of jobs and articles alike whether readers see them', async () => {
    const article = await published('chenyiming', '已发的文章');
    later();
    await t.as('chenyiming').jobs.create({ body: jobDraft({ title: '已发的岗位' }) });
    const gone = await published('chenyiming', '撤下的');
    await t.as('chenyiming').posts.withdraw({ params: { id: gone.id } });
    const hidden = await published('chenyiming', '被下架的');
    await t.as('wanglaoshi').moderation.hide({
      body: { target: { type: 'post', id: hidden.id }, reason: 'duplicate', note: '和通知重复' },
    });
    const shown = await piecesOf('chenyiming', 'published');
    expect(shown).toMatchObject([
      { type: 'job', title: '已发的岗位', about: '岚山新能源科技', state: 'open', seen: { now: true } },
      { type: 'post', id: article.id, state: 'published', seen: { now: true } },
    ]);
    const taken = await piecesOf('chenyiming', 'withdrawn');
    expect(titles(taken)).toEqual(['被下架的', '撤下的']);
    expect(taken[0]).toMatchObject({ seen: { now: false }, why: expect.stringContaining('和通知重复') });
    expect(taken[0]?.viewer.can).not.toContain('publish');
    expect(taken[1]?.viewer.can).toContain('publish');
    expect(await deskOf('chenyiming')).toMatchObject({ published: 2, withdrawn: 2 });
  });

  it('says that the board is off, and offers nothing there', async () => {
    await published('chenyiming', '栏目关了');
    await t.as('admin').boards.update({ params: { slug: 'guidance' }, body: { enabled: false } });
    expect(await piecesOf('chenyiming', 'published')).toMatchObject([
      { seen: { now: false, why: expect.stringContaining('栏目') }, viewer: { can: [] } },
    ]);
  });

  it('goes on page by page over both kinds, and refuses a cursor of another list', async () => {
    for (const n of [1, 2, 3]) {
      await published('chenyiming', `文章 ${n}`);
      later();
      await t.as('chenyiming').jobs.create({ body: jobDraft({ title: `岗位 ${n}` }) });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t
        .as('chenyiming')
        .desk.pieces({ query: { show: 'published', limit: 4, ...(cursor ? { cursor } : {}) } });
      seen.push(...titles(page.items));
      cursor = page.nextCursor ?? undefined;
      if (cursor) {
        const other = t.as('chenyiming').desk.pieces({ query: { show: 'withdrawn', cursor } });
        expect(await problemOf(other)).toMatchObject({ status: 400, code: 'cursor.invalid' });
      }
    } while (cursor);
    expect(seen).toEqual(['岗位 3', '文章 3', '岗位 2', '文章 2', '岗位 1', '文章 1']);
  });
});

describe('the term, the office and the record', () => {
  const endTerm = (who: PersonKey, endsOn: string) =>
    t.context.db.write(async (tx) => {
      const { roleGrants } = t.context.db.tables;
      const { eq } = await import('drizzle-orm');
      await tx
        .update(roleGrants)
        .set({ endsAt: new Date(`${endsOn}T24:00:00+08:00`) })
        .where(eq(roleGrants.userId, t.people[who].id));
    });

  it('says from 60 days before the end of a term what is still to be handed over', async () => {
    await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await endTerm('chenyiming', '2027-06-30');
    expect((await deskOf('chenyiming')).term).toBeNull();
    await endTerm('chenyiming', '2026-12-20');
    expect((await deskOf('chenyiming')).term).toMatchObject({
      role: 'lead',
      endsAt: '2026-12-20T16:00:00.000Z',
      holdings: 1,
    });
  });

  it('shows the office what nobody looks after, and whose term ends next', async () => {
    await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await endTerm('guidanceLead', '2026-12-20');
    expect((await deskOf('wanglaoshi')).office).toMatchObject({
      orphans: { job: 0, thread: 0 },
      terms: { count: 1, next: { name: '周晓雯', endsAt: '2026-12-20T16:00:00.000Z' } },
      unverified: { count: 0, of: 0, year: null },
    });
    await endTerm('chenyiming', '2026-11-19');
    expect((await deskOf('admin')).office).toMatchObject({ orphans: { job: 1, thread: 0 } });
  });

  it('counts what a person did in the term, and nothing of others', async () => {
    const { id } = await published('chenyiming', '文章');
    const before = await t.as('chenyiming').posts.detail({ params: { id } });
    later();
    await t.as('chenyiming').posts.update({
      params: { id },
      body: { version: before.version, title: '改过的文章' },
    });
    const job = await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await t.as('linxiao').saves.save({ params: { id: job.id }, body: { progress: 'saved' } });
    const thread = await t.as('linxiao').threads.ask({ body: threadDraft() });
    await t.as('chenyiming').threads.answer({ params: { id: thread.id }, body: { body: '可以，不影响。' } });
    expect((await deskOf('chenyiming')).record).toEqual({
      from: expect.any(String),
      to: null,
      published: 2,
      updated: 1,
      reviewed: 0,
      answered: 1,
      fresh: 0,
      savedBy: 1,
    });
    expect((await deskOf('guidanceLead')).record).toMatchObject({ published: 0, answered: 0, savedBy: 0 });
  });

  it('is taken along as a CSV file, also after the term', async () => {
    await published('chenyiming', '文章');
    const file = await t.send('/me/desk/record.csv', { as: 'chenyiming' });
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain('"陈一鸣","宣传骨干"');
    expect(file.body).toContain('"发布","1"');
    expect((await t.send('/me/desk/record.csv', { as: 'formerLead' })).statusCode).toBe(200);
    expect((await t.send('/me/desk/record.csv', { as: 'linxiao' })).statusCode).toBe(404);
    expect((await t.send('/me/desk/record.csv')).statusCode).toBe(401);
  });
});
