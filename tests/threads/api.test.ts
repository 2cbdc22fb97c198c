import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const ask = (change: Parameters<typeof threadDraft>[0] = {}) =>
  t.as('linxiao').threads.ask({ body: threadDraft(change) });

describe('POST /threads', () => {
  it('asks, with somebody on duty and a time', async () => {
    const thread = await ask();
    expect(thread).toMatchObject({
      state: 'open',
      alias: null,
      author: { anonymous: false, name: '林晓 同学', about: '车辆工程 2027 届', self: true },
      onDuty: '陈一鸣',
      dueAt: '2026-11-21T02:24:00.000Z',
      answerCount: 0,
      viewer: { can: ['answer', 'close', 'edit', 'history'] },
    });
  });

  it('refuses a visitor and somebody the school does not know', async () => {
    expect(await problemOf(t.as().threads.ask({ body: threadDraft() }))).toMatchObject({ status: 401 });
    const unverified = t.as('unverified').threads.ask({ body: threadDraft() });
    expect(await problemOf(unverified)).toMatchObject({ status: 403, code: 'verification.required' });
  });

  it('names the wrong fields', async () => {
    const response = await t.send('/threads', {
      method: 'POST',
      as: 'linxiao',
      body: { title: '短', category: 'x' },
    });
    expect(response.json().errors).toEqual([
      { path: 'title', message: '至少 4 个字' },
      { path: 'category', message: '不在可选范围内' },
    ]);
  });
});

describe('an anonymous question', () => {
  it('shows no reader who asked, in question or in answers', async () => {
    const { id } = await ask({ anonymous: true });
    await t.as('linxiao').threads.answer({ params: { id }, body: { body: '补充：我是 2027 届。' } });
    for (const url of [
      `/threads/${id}`,
      '/threads',
      '/search?q=三方',
      `/threads/similar?title=${encodeURIComponent('签过三方还算应届')}`,
    ]) {
      const { statusCode, body } = await t.send(url, { as: 'zhaoyu' });
      expect(statusCode).toBe(200);
      for (const secret of [t.people.linxiao.id, '林晓', '车辆工程']) expect(body).not.toContain(secret);
    }
    const seen = await t.as('zhaoyu').threads.detail({ params: { id } });
    expect(seen.author).toEqual({
      anonymous: true,
      name: seen.alias,
      about: '',
      official: false,
      self: false,
    });
    expect(seen.answers[0]?.author).toEqual(seen.author);
  });

  it('tells the asker which one is theirs', async () => {
    const { author } = await ask({ anonymous: true });
    expect(author).toMatchObject({ anonymous: true, self: true });
  });
});

describe('answering and accepting', () => {
  it('goes from 待回答 over 已回答 to 已解决', async () => {
    const { id } = await ask();
    t.clock.advance(60 * 60_000);
    const answered = await t
      .as('wanglaoshi')
      .threads.answer({ params: { id }, body: { body: '算。看毕业时间和就业单位。' } });
    expect(answered).toMatchObject({
      state: 'answered',
      dueAt: null,
      answerCount: 1,
      firstAnsweredAt: '2026-11-20T03:24:00.000Z',
      topAnswer: { author: '王立群 老师', official: true, excerpt: '算。看毕业时间和就业单位。' },
    });
    await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '我也想知道。' } });
    const answerId = answered.answers[0]?.id ?? '';
    const solved = await t.as('linxiao').threads.accept({ params: { id }, body: { answerId } });
    expect(solved).toMatchObject({
      state: 'solved',
      answers: [{ id: answerId, accepted: true }, { accepted: false }],
    });
    expect(solved.viewer.can).toEqual(['answer', 'reopen', 'close', 'edit', 'history']);
  });

  it("does not count the asker's own words as an answer", async () => {
    const { id } = await ask();
    const own = await t.as('linxiao').threads.answer({ params: { id }, body: { body: '补充一点信息。' } });
    expect(own).toMatchObject({ state: 'open', answerCount: 1, topAnswer: null });
    const accept = t
      .as('linxiao')
      .threads.accept({ params: { id }, body: { answerId: own.answers[0]?.id ?? '' } });
    expect(await problemOf(accept)).toMatchObject({ status: 403 });
  });

  it('lets nobody but the asker accept, and only once', async () => {
    const { id } = await ask();
    const { answers } = await t.as('zhaoyu').threads.answer({ params: { id }, body: { body: '可以的。' } });
    const body = { answerId: answers[0]?.id ?? '' };
    for (const who of ['zhaoyu', 'wanglaoshi', 'admin'] as const) {
      expect(await problemOf(t.as(who).threads.accept({ params: { id }, body }))).toMatchObject({
        status: 403,
      });
    }
    await t.as('linxiao').threads.accept({ params: { id }, body });
    const again = t.as('linxiao').threads.accept({ params: { id }, body });
    expect(await problemOf(again)).toMatchObject({ status: 409, code: 'thread.already-solved' });
  });

  it('refuses the answer of another question', async () => {
    const one = await ask();
    const other = await ask({ title: '解约函要学院盖章吗？' });
    const { answers } = await t
      .as('zhaoyu')
      .threads.answer({ params: { id: other.id }, body: { body: '可以的。' } });
    const accept = t
      .as('linxiao')
      .threads.accept({ params: { id: one.id }, body: { answerId: answers[0]?.id ?? '' } });
    expect(await problemOf(accept)).toMatchObject({ status: 404 });
  });
});

describe('GET /threads', () => {
  it('filters by category, state and words, and shows my own', async () => {
    const policy = await ask();
    t.clock.advance(1000);
    const resume = await ask({ title: '简历要不要写成绩排名？', category: 'resume' });
    await t.as('zhaoyu').threads.answer({ params: { id: resume.id }, body: { body: '前 30% 再写。' } });
    const ids = async (query: object) =>
      (await t.as('linxiao').threads.list({ query })).items.map(({ id }) => id);
    expect(await ids({})).toEqual([resume.id, policy.id]);
    expect(await ids({ category: ['policy'] })).toEqual([policy.id]);
    expect(await ids({ state: ['answered'] })).toEqual([resume.id]);
    expect(await ids({ q: '排名' })).toEqual([resume.id]);
    expect(await ids({ mine: true })).toEqual([resume.id, policy.id]);
    expect((await t.as('zhaoyu').threads.list({ query: { mine: true } })).items).toEqual([]);
    expect(await problemOf(t.as().threads.list({ query: { mine: true } }))).toMatchObject({ status: 401 });
  });

  it('finds questions like the one being typed', async () => {
    const { id } = await ask();
    await ask({ title: '宿舍几点断电？', category: 'other', body: '' });
    const { items } = await t.as().threads.similar({ query: { title: '签了三方还能报选调吗' } });
    expect(items.map((item) => item.id)).toEqual([id]);
  });
});
