import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const slugs = async () => (await t.as().boards.list({})).items.map(({ slug }) => slug);
const change = (slug: string, body: Parameters<ReturnType<TestApp['as']>['boards']['update']>[0]['body']) =>
  t.as('admin').boards.update({ params: { slug }, body });

describe('GET /boards', () => {
  it('starts with six boards in order', async () => {
    const { items } = await t.as().boards.list({});
    expect(items.map(({ slug, name, kind }) => [slug, name, kind])).toEqual([
      ['jobs', '招聘信息', 'job'],
      ['guidance', '就业指导', 'article'],
      ['exemplars', '就业典范', 'article'],
      ['affairs', '时政研习', 'article'],
      ['notices', '通知公告', 'article'],
      ['threads', '在线互动', 'thread'],
    ]);
  });

  it('counts what readers can see, and how soon questions are answered', async () => {
    await t.as('chenyiming').jobs.create({ body: jobDraft() });
    const post = await t.as('chenyiming').posts.create({ body: postDraft() });
    await t
      .as('wanglaoshi')
      .moderation.hide({ body: { target: { type: 'post', id: post.id }, reason: 'other' } });
    const { id } = await t.as('linxiao').threads.ask({ body: threadDraft() });
    t.clock.advance(90 * 60_000);
    await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '可以的。' } });
    const { items } = await t.as().boards.list({});
    const activity = Object.fromEntries(items.map(({ slug, activity }) => [slug, activity]));
    expect(activity.jobs).toEqual({ today: 1, week: 1, firstAnswerMinutes: null });
    expect(activity.guidance).toEqual({ today: 0, week: 0, firstAnswerMinutes: null });
    expect(activity.threads).toEqual({ today: 1, week: 1, firstAnswerMinutes: 90 });
  });

  it.each([
    [undefined, []],
    ['linxiao', ['threads']],
    ['guidanceLead', ['guidance']],
    ['formerLead', []],
    ['chenyiming', ['jobs', 'guidance', 'exemplars', 'affairs', 'notices', 'threads']],
  ] as const)('tells %s where to post', async (who, expected) => {
    const { items } = await t.as(who).boards.list({});
    expect(items.filter(({ viewer }) => viewer.can.includes('post')).map(({ slug }) => slug)).toEqual(
      expected,
    );
  });
});

describe('a board that is switched off', () => {
  it.each([
    [
      'jobs',
      async () => `/jobs/${(await t.as('chenyiming').jobs.create({ body: jobDraft() })).id}`,
      '/jobs',
      '热管理',
    ],
    [
      'guidance',
      async () => `/posts/${(await t.as('chenyiming').posts.create({ body: postDraft() })).id}`,
      '/posts?board=guidance',
      '签约顺序',
    ],
    [
      'threads',
      async () => `/threads/${(await t.as('linxiao').threads.ask({ body: threadDraft() })).id}`,
      '/threads',
      '选调',
    ],
  ])(
    '%s: gone from navigation, lists, pages and search, for everybody, and back again',
    async (slug, make, list, word) => {
      const page = await make();
      const hits = async () => (await t.as().search.search({ query: { q: word } })).counts;
      expect(await hits()).toEqual({ [slug]: 1 });
      await change(slug, { enabled: false });
      expect(await slugs()).not.toContain(slug);
      for (const as of [undefined, 'chenyiming', 'admin'] as const) {
        for (const url of [page, list]) expect((await t.send(url, as ? { as } : {})).statusCode).toBe(404);
      }
      expect(await hits()).toEqual({});
      expect((await t.send(`/search?q=${encodeURIComponent(word)}&board=${slug}`)).statusCode).toBe(404);
      await change(slug, { enabled: true });
      expect((await t.send(page)).statusCode).toBe(200);
      expect(await hits()).toEqual({ [slug]: 1 });
    },
  );
});

describe('arranging boards', () => {
  it('renames and moves', async () => {
    await change('notices', { position: 1, name: '重要通知' });
    const [first] = (await t.as().boards.list({})).items;
    expect(first).toMatchObject({ slug: 'notices', name: '重要通知' });
  });

  it('adds a board of an existing kind, which works at once', async () => {
    const body = {
      slug: 'startups',
      name: '创业专栏',
      kind: 'article',
      position: 25,
      enabled: true,
    } as const;
    await t.as('admin').boards.create({ body });
    expect(await slugs()).toContain('startups');
    const post = await t.as('chenyiming').posts.create({ body: postDraft({ board: 'startups' }) });
    expect((await t.as().posts.list({ query: { board: 'startups' } })).items).toMatchObject([
      { id: post.id },
    ]);
    expect(await problemOf(t.as('admin').boards.create({ body }))).toMatchObject({
      code: 'board.slug-taken',
    });
  });

  it.each([undefined, 'linxiao', 'chenyiming', 'wanglaoshi'] as const)('is refused to %s', async (who) => {
    const status = who ? 403 : 401;
    const update = t.as(who).boards.update({ params: { slug: 'jobs' }, body: { enabled: false } });
    expect(await problemOf(update)).toMatchObject({ status });
    expect(await problemOf(t.as(who).boards.settings({}))).toMatchObject({ status });
    expect(await slugs()).toContain('jobs');
  });

  it('answers 404 for a board that is not there', async () => {
    expect(await problemOf(change('nowhere', { enabled: false }))).toMatchObject({ status: 404 });
  });

  it('is written to the audit log', async () => {
    await change('jobs', { enabled: false });
    const { auditLog } = t.context.db.tables;
    const rows = await t.context.db.read.select().from(auditLog);
    expect(rows).toMatchObject([
      { action: 'boards.update', targetId: 'jobs', before: { enabled: true }, after: { enabled: false } },
    ]);
  });
});
