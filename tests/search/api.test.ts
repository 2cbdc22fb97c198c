import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft, postDraft, threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const minute = 60_000;
const search = (query: { q: string; board?: string; limit?: number; cursor?: string }) =>
  t.as().search.search({ query });
const titles = async (q: string) => (await search({ q })).items.map(({ title }) => title.text);

async function addJob(change: Parameters<typeof jobDraft>[0] = {}) {
  t.clock.advance(minute);
  // Bodies hold no more than the words to be found.
  return t.as('chenyiming').jobs.create({ body: { ...jobDraft(change), overrideReason: '正文从简' } });
}

async function addPost(change: Parameters<typeof postDraft>[0] = {}) {
  t.clock.advance(minute);
  return t.as('chenyiming').posts.create({ body: postDraft(change) });
}

async function ask(change: Parameters<typeof threadDraft>[0] = {}) {
  t.clock.advance(minute);
  return t.as('linxiao').threads.ask({ body: threadDraft(change) });
}

describe('GET /search', () => {
  it('finds jobs, articles and questions, with marks, in one list', async () => {
    const job = await addJob({ title: '嵌入式（C++）', body: '熟悉ＭｙＳＱＬ。' });
    const post = await addPost({ title: '简历怎么写', markdown: '## 语言\n\n会 **C++** 写在前面。' });
    const thread = await ask({ title: '非科班能学会编程吗', body: '想转行。' });
    await t.as('zhaoyu').threads.answer({ params: { id: thread.id }, body: { body: '先学 c++ 的基础。' } });

    const found = await search({ q: 'C++' });
    expect(found.counts).toEqual({ jobs: 1, guidance: 1, threads: 1 });
    expect(found.nextCursor).toBeNull();
    expect(found.items).toEqual([
      {
        type: 'job',
        id: job.id,
        board: 'jobs',
        title: { text: '嵌入式（C++）', marks: [[4, 7]] },
        excerpt: { text: '熟悉ＭｙＳＱＬ。', marks: [] },
        about: '岚山新能源科技',
        closed: false,
        publishedAt: job.publishedAt,
      },
      {
        type: 'thread',
        id: thread.id,
        board: 'threads',
        title: { text: '非科班能学会编程吗', marks: [] },
        excerpt: { text: '先学 c++ 的基础。', marks: [[3, 6]] },
        about: '政策',
        closed: false,
        publishedAt: thread.askedAt,
      },
      expect.objectContaining({
        type: 'post',
        id: post.id,
        about: '陈一鸣 同学',
        excerpt: { text: '语言 会 C++ 写在前面。', marks: [[5, 8]] },
      }),
    ]);
    expect((await search({ q: 'sql' })).items[0]?.excerpt.marks).toEqual([[4, 7]]);
  });

  it('finds a job by its company, cities and majors as well', async () => {
    await addJob({ title: '管培生', body: '' });
    for (const q of ['岚山', '宁波', '车辆工程', '合肥 机械']) {
      const { items } = await search({ q });
      expect(items[0]?.excerpt.marks.length).toBeGreaterThan(0);
    }
  });

  it('tells which jobs are closed', async () => {
    await addJob({ title: '热管理实习', deadline: '2026-11-21' });
    expect((await search({ q: '热管理' })).items[0]?.closed).toBe(false);
    t.clock.set('2026-11-21T16:00:00.000Z');
    expect((await search({ q: '热管理' })).items[0]?.closed).toBe(true);
  });

  it('puts open jobs before closed ones from the day after the deadline on', async () => {
    const inText = await addJob({ title: '实习生', body: '协助热管理。', deadline: '2027-01-31' });
    const first = await addJob({ title: '热管理甲', deadline: '2026-11-21' });
    const second = await addJob({ title: '热管理乙', deadline: '2027-01-31' });
    const post = await addPost({ title: '热管理行业' });
    const found = async () => (await search({ q: '热管理' })).items.map(({ id }) => id);
    t.clock.set('2026-11-21T15:59:50.000Z');
    expect(await found()).toEqual([post.id, second.id, first.id, inText.id]);
    t.clock.set('2026-11-21T16:00:00.000Z');
    expect(await found()).toEqual([post.id, second.id, inText.id, first.id]);
    // An extended deadline brings it up again, without anybody touching the index by hand.
    await t.as('chenyiming').jobs.reconfirm({ params: { id: first.id }, body: { deadline: '2026-12-31' } });
    expect(await found()).toEqual([post.id, second.id, first.id, inText.id]);
  });

  it('joins pages without a gap or a repeat while jobs close between them', async () => {
    const jobs = [];
    for (const day of ['21', '28', '21', '28', '21']) {
      jobs.unshift(await addJob({ title: '热管理', deadline: `2026-11-${day}` }));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    for (const now of ['2026-11-21T15:59:00Z', '2026-11-21T16:00:00Z', '2026-11-29T00:00:00Z']) {
      t.clock.set(now);
      const page = await search({ q: '热管理', limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    }
    expect(cursor).toBeUndefined();
    expect(seen).toEqual(jobs.map(({ id }) => id));
    expect((await search({ q: '热管理' })).items.every(({ closed }) => closed)).toBe(true);
  });

  it('follows edits, hiding and restoring', async () => {
    const { id, version } = await addJob({ title: '储能工程师' });
    await t.as('chenyiming').jobs.update({ params: { id }, body: { version, title: '电池工程师' } });
    expect(await titles('储能')).toEqual([]);
    expect(await titles('电池')).toEqual(['电池工程师']);

    const target = { type: 'job' as const, id };
    await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'expired' } });
    expect(await titles('电池')).toEqual([]);
    expect((await search({ q: '电池' })).counts).toEqual({});
    await t.as('wanglaoshi').moderation.restore({ body: { target, note: '弄错了' } });
    expect(await titles('电池')).toEqual(['电池工程师']);
  });

  it('shows nothing of a hidden answer', async () => {
    const { id } = await ask({ title: '三方协议怎么签', body: '' });
    const { answers } = await t
      .as('zhaoyu')
      .threads.answer({ params: { id }, body: { body: '找中介代签就行。' } });
    expect(await titles('中介')).toEqual(['三方协议怎么签']);
    const target = { type: 'answer' as const, id: answers[0]?.id ?? '' };
    await t.as('chenyiming').moderation.hide({ body: { target, reason: 'abuse' } });
    expect(await titles('中介')).toEqual([]);
    expect(JSON.stringify(await search({ q: '三方' }))).not.toContain('中介');
  });

  it('keeps to one board and still counts them all', async () => {
    await addJob({ title: '协议管理专员' });
    await ask({ title: '三方协议怎么签' });
    const { items, counts } = await search({ q: '协议', board: 'threads' });
    expect(items.map(({ type }) => type)).toEqual(['thread']);
    expect(counts).toEqual({ jobs: 1, threads: 1 });
  });

  it('forgets a board that is off', async () => {
    await ask({ title: '三方协议怎么签' });
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: false } });
    expect(await search({ q: '协议' })).toEqual({ items: [], nextCursor: null, counts: {} });
    expect(await problemOf(search({ q: '协议', board: 'threads' }))).toMatchObject({
      status: 404,
      code: 'resource.not-found',
    });
    await t.as('admin').boards.update({ params: { slug: 'threads' }, body: { enabled: true } });
    expect(await titles('协议')).toEqual(['三方协议怎么签']);
  });

  it('refuses a board that does not exist', async () => {
    expect(await problemOf(search({ q: '协议', board: 'nowhere' }))).toMatchObject({
      code: 'resource.not-found',
    });
  });

  it('gives pages that join up, titles first', async () => {
    const inBody = await addPost({ title: '选调之外的路', markdown: '也可以考虑校招。' });
    const inTitles = [];
    for (let i = 0; i < 5; i++) inTitles.unshift(await addJob({ title: `校招 ${i}` }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ q: '校招', limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.counts).toEqual({ jobs: 5, guidance: 1 });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...inTitles, inBody].map(({ id }) => id));
  });

  const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    'nonsense',
    cursorOf(['newest', 1, 'open-text-1-1']),
    cursorOf(['search', 1, 'open-elsewhere-1-1']),
    cursorOf(['search', 1, 'open-text-1']),
    cursorOf(['search', 1, 'open-text-9999999999999999-1']),
    cursorOf(['search', 1, 'open-text']),
    cursorOf(['search', 1, 'open-text-1-99999999999999']),
    cursorOf(['search', 9e15, 'open-text-1-1']),
  ])('refuses the cursor %s', async (cursor) => {
    expect(await problemOf(search({ q: '校招', cursor }))).toMatchObject({
      status: 400,
      code: 'cursor.invalid',
    });
  });

  it('takes a cursor of the right form that nobody was given', async () => {
    await addJob({ title: '校招' });
    const cursor = cursorOf(['search', 4e12 - 1, 'closed-title-999999999999999-9999999999999']);
    await expect(search({ q: '校招', cursor })).resolves.toBeDefined();
  });

  it.each(['？！', '"', '🚀', "' OR 1=1 --", '* NEAR( ^', 'x'.repeat(60)])(
    'answers %j without an error',
    async (q) => {
      await addJob();
      expect(await search({ q })).toEqual({ items: [], nextCursor: null, counts: {} });
    },
  );

  it.each(['', '   ', 'x'.repeat(61), 'a\u0000b'])('refuses the query %j', async (q) => {
    expect(await problemOf(search({ q }))).toMatchObject({ status: 400, errors: [{ path: 'q' }] });
  });
});
