import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

describe('POST /posts', () => {
  it('publishes typed blocks, and shows the Markdown to staff alone', async () => {
    const created = await t.as('chenyiming').posts.create({ body: postDraft() });
    expect(created).toMatchObject({
      markdown: postDraft().markdown,
      viewer: { can: ['edit', 'schedule', 'withdraw', 'history'] },
    });
    const seen = await t.as('linxiao').posts.detail({ params: { id: created.id } });
    expect(seen).toMatchObject({
      board: 'guidance',
      summary: '没有单位公章的协议，学院不能登记。',
      author: { name: '陈一鸣 同学', about: '宣传骨干 · 电气工程' },
      blocks: [{ type: 'heading' }, { type: 'paragraph' }],
      readingMinutes: 1,
      viewer: { can: ['report'] },
    });
    expect(seen).not.toHaveProperty('markdown');
  });

  it.each([
    ['a graduate', 'linxiao', {}, 403, 'action.forbidden'],
    ['a lead of another board', 'guidanceLead', { board: 'notices' }, 403, 'action.forbidden'],
    ['a board that is not there', 'chenyiming', { board: 'nowhere' }, 404, 'resource.not-found'],
    ['a board of another kind', 'chenyiming', { board: 'jobs' }, 409, 'board.wrong-kind'],
  ] as const)('refuses %s', async (_, who, change, status, code) => {
    const create = t.as(who).posts.create({ body: postDraft(change) });
    expect(await problemOf(create)).toMatchObject({ status, code });
  });

  it('asks for a source where current affairs are studied', async () => {
    const problem = await problemOf(
      t.as('chenyiming').posts.create({ body: postDraft({ board: 'affairs' }) }),
    );
    expect(problem.errors).toEqual([{ path: 'source', message: '时政研习必须写明来源' }]);
    const source = { name: '学校党委宣传部', url: 'https://news.jiangzhou-univ.example/1' };
    const ok = await t.as('chenyiming').posts.create({ body: postDraft({ board: 'affairs', source }) });
    expect(ok.source).toEqual(source);
  });
});

describe('GET /posts/:id', () => {
  it.each([
    ['of a kind that nobody knows', [{ type: 'frame', src: 'https://a.example' }]],
    ['that would run a script', [{ type: 'paragraph', inlines: [{ text: '点我', href: 'javascript:a' }] }]],
    ['of a picture from nowhere', [{ type: 'image', src: 'data:text/html,x', alt: '', caption: null }]],
    ['that are none', 'x'],
  ])('makes blocks %s again from the text', async (_, blocks) => {
    const { id } = await t.as('chenyiming').posts.create({ body: postDraft({ markdown: '先看清再签。' }) });
    const { db } = t.context;
    const { posts } = db.tables;
    await db.write((tx) =>
      tx
        .update(posts)
        .set({ blocks: blocks as never })
        .where(eq(posts.id, id)),
    );
    expect((await t.as().posts.detail({ params: { id } })).blocks).toEqual([
      { type: 'paragraph', inlines: [{ text: '先看清再签。' }] },
    ]);
  });
});

describe('GET /posts', () => {
  it('leads with what is pinned, until its last day is over', async () => {
    await t
      .as('chenyiming')
      .posts.create({ body: postDraft({ title: '置顶通知', board: 'notices', pinnedUntil: '2026-11-21' }) });
    for (const title of ['第一篇', '第二篇', '第三篇']) {
      t.clock.advance(60_000);
      await t.as('chenyiming').posts.create({ body: postDraft({ title, board: 'notices' }) });
    }
    const titles = async (cursor?: string) =>
      await t.as().posts.list({ query: { board: 'notices', limit: 2, ...(cursor ? { cursor } : {}) } });
    const first = await titles();
    expect(first.items.map(({ title }) => title)).toEqual(['置顶通知', '第三篇', '第二篇']);
    const second = await titles(first.nextCursor ?? '');
    expect(second.items.map(({ title }) => title)).toEqual(['第一篇']);
    expect(second.nextCursor).toBeNull();
    t.clock.set('2026-11-22T00:00:00+08:00');
    expect((await titles()).items.map(({ title }) => title)).toEqual(['第三篇', '第二篇']);
  });

  it('finds words on one board', async () => {
    await t.as('chenyiming').posts.create({ body: postDraft() });
    await t.as('chenyiming').posts.create({ body: postDraft({ board: 'notices', title: '公章领取通知' }) });
    const { items } = await t.as().posts.list({ query: { board: 'guidance', q: '公章' } });
    expect(items.map(({ board }) => board)).toEqual(['guidance']);
  });
});

describe('PATCH /posts/:id', () => {
  it('makes the blocks anew, and refuses a stale version', async () => {
    const { id } = await t.as('chenyiming').posts.create({ body: postDraft() });
    const edit = (version: number, markdown: string) =>
      t.as('wanglaoshi').posts.update({ params: { id }, body: { version, markdown } });
    expect((await edit(1, '新的正文')).blocks).toEqual([
      { type: 'paragraph', inlines: [{ text: '新的正文' }] },
    ]);
    expect(await problemOf(edit(1, '晚到的正文'))).toMatchObject({ status: 409, code: 'version.stale' });
    expect((await t.as().search.search({ query: { q: '新的正文' } })).items).toHaveLength(1);
    expect((await t.as().search.search({ query: { q: '签约顺序' } })).items).toHaveLength(0);
  });
});

describe('what the check of an article blocks', () => {
  const bad = '正文\n\n见[这里](javascript:alert(1))';
  const refusal = {
    status: 400,
    code: 'request.invalid',
    errors: [
      {
        path: 'markdown',
        message: expect.stringMatching(/^第 2 段有不安全的链接：“这里”：不能用 javascript: 开头/),
      },
    ],
  };

  it('is refused beside its field where it would be published, and kept in a draft', async () => {
    const lead = t.as('chenyiming').posts;
    expect(await problemOf(lead.create({ body: postDraft({ markdown: bad }) }))).toMatchObject(refusal);
    const draft = await lead.startDraft({ body: { board: 'guidance', title: '报名', markdown: bad } });
    const params = { id: draft.id };
    expect(await problemOf(lead.publish({ params, body: {} }))).toMatchObject(refusal);
    const publishAt = new Date(t.clock.now().getTime() + 3_600_000).toISOString();
    expect(await problemOf(lead.schedule({ params, body: { publishAt } }))).toMatchObject(refusal);
    await lead.update({ params, body: { version: 1, markdown: '正文' } });
    const { version } = await lead.publish({ params, body: {} });
    expect(await problemOf(lead.update({ params, body: { version, markdown: bad } }))).toMatchObject(refusal);
    expect((await lead.detail({ params })).markdown).toBe('正文');
  });
});

describe('POST /posts/preview', () => {
  it('shows a lead what readers will get, and saves nothing', async () => {
    const { blocks } = await t.as('chenyiming').posts.preview({ body: { markdown: '**粗**' } });
    expect(blocks).toEqual([{ type: 'paragraph', inlines: [{ text: '粗', bold: true }] }]);
    expect((await t.as().posts.list({})).items).toEqual([]);
  });
});

describe('bad input', () => {
  const lead = () => ({ token: t.people.chenyiming.token });
  const fieldsOf = async (method: 'POST' | 'PATCH', url: string, body: object) => {
    const answer = await t.send(url, { method, body, ...lead() });
    return [answer.statusCode, answer.json().errors];
  };

  it('says beside the text that 1 MB of Markdown is too long, in a new article, a draft and a change', async () => {
    const created = await t.as('chenyiming').posts.create({ body: postDraft() });
    const draft = await t.as('chenyiming').posts.startDraft({ body: { board: 'guidance' } });
    const markdown = '长'.repeat(350_000);
    const beside = [{ path: 'markdown', message: '最多 50000 个字' }];
    expect(await fieldsOf('POST', '/posts', postDraft({ markdown }))).toEqual([413, beside]);
    expect(await fieldsOf('POST', '/posts/drafts', { board: 'guidance', markdown })).toEqual([413, beside]);
    for (const { id } of [created, draft])
      expect(await fieldsOf('PATCH', `/posts/${id}`, { markdown, version: 1 })).toEqual([413, beside]);
    // What the transport takes, the contract refuses.
    expect(await fieldsOf('POST', '/posts', postDraft({ markdown: '长'.repeat(50_001) }))).toEqual([
      400,
      beside,
    ]);
  });

  it.each([
    ['[点我](javascript:alert(1))', 'javascript:'],
    ['见 <javascript:alert(1)>。', 'javascript:'],
    ['> - ![图](data:text/html;base64,AAAA)', '图片地址不能用'],
    ['[x]: vbscript:a\n\n[x]', 'vbscript:'],
    ['[x](&#106;avascript:a)', 'javascript:'],
  ])('says beside the text that %s is no link', async (markdown, said) => {
    const expected = [400, [{ path: 'markdown', message: expect.stringContaining(said) }]];
    expect(await fieldsOf('POST', '/posts', postDraft({ markdown }))).toEqual(expected);
    const { id } = await t.as('chenyiming').posts.startDraft({ body: postDraft({ markdown }) });
    expect(await fieldsOf('POST', `/posts/${id}/publish`, {})).toEqual(expected);
    const created = await t.as('chenyiming').posts.create({ body: postDraft() });
    expect(await fieldsOf('PATCH', `/posts/${created.id}`, { markdown, version: 1 })).toEqual(expected);
  });

  it('takes such an address as text, in code too', async () => {
    const markdown = '`[x](javascript:alert(1))` 和 javascript:alert(1) 都只是字';
    expect((await fieldsOf('POST', '/posts', postDraft({ markdown })))[0]).toBe(201);
  });
});
