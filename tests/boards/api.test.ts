import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';
import { seedPeople } from '../support/people';

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

type NewBoard = Parameters<ReturnType<TestApp['as']>['boards']['create']>[0]['body'];
const add = (body: Omit<NewBoard, 'position' | 'enabled'>) =>
  t.as('admin').boards.create({ body: { position: 80, enabled: true, ...body } });
const boardOf = async (slug: string, who?: 'linxiao' | 'chenyiming') =>
  (await t.as(who).boards.list({})).items.find((one) => one.slug === slug);

describe('a board that demands a source', () => {
  it.each([
    [
      'article',
      'source',
      (board: string, source: string | null) =>
        t.as('chenyiming').posts.create({
          body: postDraft({ board, source: source === null ? null : { name: source, url: null } }),
        }),
      (id: string, version: number) =>
        t.as('chenyiming').posts.update({ params: { id }, body: { source: null, version } }),
    ],
    [
      'job',
      'source.name',
      (board: string, name: string | null) =>
        t.as('chenyiming').jobs.create({ body: jobDraft({ board, source: { origin: 'college', name } }) }),
      (id: string, version: number) =>
        t
          .as('chenyiming')
          .jobs.update({ params: { id }, body: { source: { origin: 'college', name: null }, version } }),
    ],
  ] as const)('refuses an %s without one, new or edited', async (kind, path, create, drop) => {
    await add({ slug: 'plain', name: '不用来源', kind });
    await add({ slug: 'sourced', name: '官方快讯', kind, sourceRequired: true });
    const refusal = { code: 'request.invalid', errors: [{ path, message: '官方快讯必须写明来源' }] };
    expect(await problemOf(create('sourced', null))).toMatchObject(refusal);
    const { id, version } = await create('sourced', '省人社厅');
    expect(await problemOf(drop(id, version))).toMatchObject(refusal);
    expect(await create('plain', null)).toMatchObject({ board: 'plain' });
    await change('sourced', { sourceRequired: false });
    expect(await drop(id, version)).toMatchObject({ board: 'sourced' });
  });
});

describe('a board recreated under another slug', () => {
  it.each(['jobs', 'guidance', 'exemplars', 'affairs', 'notices', 'threads'])(
    'keeps the rules of %s',
    async (old) => {
      /** What readers and leads are told of the board, and what a lead gets for an article without a source. */
      const promises = async (slug: string) => {
        const told = await Promise.all((['linxiao', 'chenyiming'] as const).map((who) => boardOf(slug, who)));
        const body = postDraft({ board: slug });
        const answer = await t.send('/posts', { method: 'POST', as: 'chenyiming', body });
        const { code, errors } = answer.json();
        return [told.map((board) => ({ ...board, slug: '' })), answer.statusCode, code, errors];
      };
      const before = await promises(old);
      const setting = (await t.as('admin').boards.settings({})).items.find(({ slug }) => slug === old);
      if (!setting) throw new Error(`There is no board ${old}`);
      await change(old, { enabled: false });
      await t.as('admin').boards.create({ body: { ...setting, slug: 'again', review: 'direct' } });
      expect(await promises('again')).toEqual(before);
    },
  );
});

it('records the rules of a board before and after a change', async () => {
  await change('guidance', { sourceRequired: true, strip: true, colour: 'slate' });
  const { auditLog } = t.context.db.tables;
  expect(await t.context.db.read.select().from(auditLog)).toMatchObject([
    {
      action: 'boards.update',
      targetId: 'guidance',
      before: { sourceRequired: false, review: 'direct', strip: false, colour: 'teal' },
      after: { sourceRequired: true, review: 'direct', strip: true, colour: 'slate' },
    },
  ]);
});

it.each([{ review: 'nobody' }, { colour: 'violet' }])('refuses %j, which no board can have', async (body) => {
  const send = (url: string, method: 'POST' | 'PATCH', more: object) =>
    t.send(url, { method, as: 'admin', body: { ...more, ...body } });
  const fresh = { slug: 'fresh', name: '新栏目', kind: 'article', position: 80, enabled: true };
  for (const { statusCode } of [
    await send('/admin/boards/guidance', 'PATCH', {}),
    await send('/admin/boards', 'POST', fresh),
  ])
    expect(statusCode).toBe(400);
});

it('takes every policy of review for what is written before it is shown, and refuses one for questions', async () => {
  for (const review of ['second-person', 'teacher', 'direct'] as const)
    expect(await change('guidance', { review })).toMatchObject({ review });
  const refused = { problem: { errors: [{ path: 'review', message: expect.stringContaining('问答') }] } };
  await expect(change('threads', { review: 'teacher' })).rejects.toMatchObject(refused);
  await expect(
    add({ slug: 'counsel', name: '心理咨询', kind: 'thread', review: 'second-person' }),
  ).rejects.toMatchObject(refused);
});

describe('a second question board', () => {
  beforeEach(() => add({ slug: 'counsel', name: '心理咨询', kind: 'thread', colour: 'slate' }));
  const ask = (board?: string, title?: string) =>
    t.as('linxiao').threads.ask({
      body: threadDraft({ ...(board && { board }), ...(title && { title }) }),
    });
  const titles = async (board?: string) =>
    (await t.as().threads.list({ query: board ? { board } : {} })).items.map(({ title }) => title);

  it('has a tile, on which graduates may ask', async () => {
    expect(await boardOf('counsel', 'linxiao')).toMatchObject({
      name: '心理咨询',
      kind: 'thread',
      colour: 'slate',
      viewer: { can: ['post'] },
    });
  });

  it('takes the person on duty from its own leads', async () => {
    await seedPeople(t.context, { counsellor: { name: '何清', role: 'lead', boards: ['counsel'] } });
    // 陈一鸣 leads every board and is free, then busy: the board's own lead comes next.
    const duty = [await ask('threads'), await ask('counsel'), await ask('threads'), await ask('threads')];
    expect(duty.map(({ board, onDuty }) => [board, onDuty])).toEqual([
      ['threads', '陈一鸣'],
      ['counsel', '何清'],
      ['threads', '陈一鸣'],
      ['threads', '陈一鸣'],
    ]);
  });

  it('has counts and a clock of its own', async () => {
    const answer = async (id: string, minutes: number) => {
      t.clock.advance(minutes * 60_000);
      await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '可以约咨询。' } });
    };
    const [first, second] = [await ask('threads'), await ask('counsel')];
    await ask('counsel', '可以改约下周吗？');
    await answer(second.id, 20);
    await answer(first.id, 70);
    expect((await boardOf('threads'))?.activity).toEqual({ today: 1, week: 1, firstAnswerMinutes: 90 });
    expect((await boardOf('counsel'))?.activity).toEqual({ today: 2, week: 2, firstAnswerMinutes: 20 });
  });

  it('is listed and compared by itself, and with the others where no board is named', async () => {
    await ask(undefined, '签过三方还能报选调吗');
    await ask('counsel', '签过三方以后很焦虑怎么办');
    expect(await titles('threads')).toEqual(['签过三方还能报选调吗']);
    expect(await titles('counsel')).toEqual(['签过三方以后很焦虑怎么办']);
    expect((await titles()).sort()).toEqual(['签过三方以后很焦虑怎么办', '签过三方还能报选调吗']);
    const similar = async (board?: string) => {
      const query = { title: '签过三方怎么办', ...(board && { board }) };
      return (await t.as().threads.similar({ query })).items.map((one) => one.board);
    };
    expect(await similar('counsel')).toEqual(['counsel']);
    expect(await similar('threads')).toEqual(['threads']);
    expect((await similar()).sort()).toEqual(['counsel', 'threads']);
  });

  it('is gone once it is switched off, and the other stays', async () => {
    const [here, there] = [await ask('threads'), await ask('counsel')];
    await change('counsel', { enabled: false });
    expect(await boardOf('counsel', 'linxiao')).toBeUndefined();
    const missing = { status: 404, code: 'resource.not-found' };
    for (const call of [
      titles('counsel'),
      ask('counsel'),
      t.as('admin').threads.detail({ params: { id: there.id } }),
      t.as('linxiao').threads.similar({ query: { title: there.title, board: 'counsel' } }),
      t.as('linxiao').threads.answer({ params: { id: there.id }, body: { body: '补充一句。' } }),
    ])
      expect(await problemOf(call)).toMatchObject(missing);
    const { items } = await t.as('linxiao').threads.list({ query: { mine: true } });
    expect(items.map(({ id }) => id)).toEqual([here.id]);
    const found = await t.as().threads.similar({ query: { title: here.title } });
    expect(found.items.map(({ id }) => id)).toEqual([here.id]);
    expect(await ask('threads')).toMatchObject({ board: 'threads' });
  });

  it('answers for the first one while that is off', async () => {
    await change('threads', { enabled: false });
    expect(await ask()).toMatchObject({ board: 'counsel' });
  });
});

describe('a piece of another kind', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a question', () => t.as('linxiao').threads.ask({ body: threadDraft({ board: 'guidance' }) })],
    ['a list of questions', () => t.as().threads.list({ query: { board: 'jobs' } })],
    [
      'similar questions',
      () => t.as().threads.similar({ query: { title: '签过三方还算应届', board: 'notices' } }),
    ],
    ['an article', () => t.as('chenyiming').posts.create({ body: postDraft({ board: 'threads' }) })],
    ['a job', () => t.as('chenyiming').jobs.create({ body: jobDraft({ board: 'guidance' }) })],
  ])('is refused: %s', async (_, call) => {
    expect(await problemOf(call())).toMatchObject({ status: 409, code: 'board.wrong-kind' });
  });
});
