import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const jobs: Parameters<typeof jobDraft>[0][] = [
    { title: '正好对口', majors: ['车辆工程'], cities: ['宁波'] },
    { title: '大类对口', majors: ['机械类'], cities: ['宁波'] },
    { title: '对口但在别处', majors: ['车辆工程'], cities: ['合肥'] },
    { title: '专业不限', majors: [], cities: ['宁波'] },
    { title: '要硕士', majors: ['车辆工程'], cities: ['宁波'], degree: 'master' },
    { title: '护士', majors: ['护理学'], cities: ['宁波'] },
    ...Array.from({ length: 12 }, (_, i) => ({ title: `法务 ${i}`, majors: ['法学'], cities: ['上海'] })),
  ];
  for (const job of jobs) {
    t.clock.advance(60_000);
    await t.as('chenyiming').jobs.create({ body: jobDraft(job) });
  }
  await t.as('linxiao').session.updateProfile({
    body: { major: '车辆工程', degree: 'bachelor', cities: ['宁波'] },
  });
  await t.as('zhaoyu').session.updateProfile({ body: { major: null, graduationYear: null } });
});
afterAll(() => t.close());

const byMatch = async (query: object = {}) => {
  const titles: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await t
      .as('linxiao')
      .jobs.list({ query: { sort: 'match', limit: 5, ...query, ...(cursor ? { cursor } : {}) } });
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
  } while (cursor);
  return titles;
};

describe('match in lists and details', () => {
  it('is for those with a profile alone', async () => {
    for (const who of [undefined, 'zhaoyu'] as const) {
      const { items } = await t.as(who).jobs.list({ query: { limit: 50 } });
      expect(new Set(items.map(({ match }) => match))).toEqual(new Set([null]));
    }
  });

  it('is the same in both, with reasons in words', async () => {
    const { items } = await t.as('linxiao').jobs.list({ query: { q: '大类对口' } });
    const { id = '', match } = items[0] ?? {};
    expect(match).toMatchObject({ fits: true });
    expect(match?.reasons.map(({ text }) => text)).toEqual([
      '专业对口：车辆工程 ∈ 机械类',
      '学历符合：本科',
      '意向城市：宁波',
    ]);
    expect((await t.as('linxiao').jobs.detail({ params: { id } })).match).toEqual(match);
  });
});

describe('GET /jobs?sort=match', () => {
  it('puts the best first, and loses none on the way through the pages', async () => {
    const titles = await byMatch();
    expect(titles.slice(0, 3)).toEqual(['正好对口', '大类对口', '对口但在别处']);
    expect(titles).toHaveLength(18);
    expect(new Set(titles).size).toBe(18);
    expect(await t.as('linxiao').jobs.count({})).toEqual({ count: 18 });
  });

  it('ranks what a filter finds', async () => {
    expect(await byMatch({ city: ['宁波'], major: ['车辆工程'] })).toEqual([
      '正好对口',
      '大类对口',
      '专业不限',
      '要硕士',
    ]);
  });

  it('keeps its pages when jobs come in between', async () => {
    const first = await t.as('linxiao').jobs.list({ query: { sort: 'match', limit: 2 } });
    t.clock.advance(60_000);
    const { id } = await t
      .as('chenyiming')
      .jobs.create({ body: jobDraft({ title: '插队的', majors: ['车辆工程'] }) });
    const second = await t
      .as('linxiao')
      .jobs.list({ query: { sort: 'match', limit: 2, cursor: first.nextCursor ?? '' } });
    expect(second.items.map(({ title }) => title)[0]).toBe('对口但在别处');
    await t
      .as('wanglaoshi')
      .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '测试' } });
  });

  it('is the newest first for whom nothing is known of', async () => {
    const newest = await t.as().jobs.list({ query: { limit: 4 } });
    for (const who of [undefined, 'zhaoyu'] as const) {
      const first = await t.as(who).jobs.list({ query: { sort: 'match', limit: 4 } });
      expect(first.items.map(({ id }) => id)).toEqual(newest.items.map(({ id }) => id));
      const next = { sort: 'match' as const, limit: 4, cursor: first.nextCursor ?? '' };
      expect((await t.as(who).jobs.list({ query: next })).items).toHaveLength(4);
    }
  });

  it.each(['["match",1,"x"]', '["match",1,"-1"]', '["deadline",1,"a"]', 'x'])(
    'refuses the cursor %s',
    async (text) => {
      const cursor = Buffer.from(text).toString('base64url');
      const problem = await problemOf(t.as('linxiao').jobs.list({ query: { sort: 'match', cursor } }));
      expect(problem).toMatchObject({ status: 400, code: 'cursor.invalid' });
    },
  );
});

describe('GET /jobs/recommended', () => {
  const recommended = async (who?: 'linxiao' | 'zhaoyu') => {
    const { items, improve } = await t.as(who).jobs.recommended({});
    return { titles: items.map(({ title }) => title), improve };
  };

  it('offers what fits, the best first, and says what would improve it', async () => {
    expect(await recommended('linxiao')).toEqual({
      titles: ['正好对口', '大类对口', '对口但在别处', '专业不限'],
      improve: ['选择求职类型：校招、实习、选调……'],
    });
  });

  it('offers the ten newest without a profile', async () => {
    const newest = Array.from({ length: 10 }, (_, i) => `法务 ${11 - i}`);
    expect(await recommended()).toEqual({
      titles: newest,
      improve: ['登录并填写专业、意向城市，就能看到适合你的岗位'],
    });
    const { titles, improve } = await recommended('zhaoyu');
    expect(titles).toEqual(newest);
    expect(improve[0]).toBe('填写专业，优先看到对口的岗位');
  });
});
