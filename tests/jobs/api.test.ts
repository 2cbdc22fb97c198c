import type { JobDraftInput } from '@qihang/shared/jobs/field-schemas';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { testNow } from '../support/clock';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (change: Partial<JobDraftInput> = {}) =>
  t.as('chenyiming').jobs.create({ body: jobDraft(change) });

const titles = async (query: Parameters<ReturnType<TestApp['as']>['jobs']['list']>[0]['query'] = {}) =>
  (await t.as().jobs.list({ query })).items.map(({ title }) => title);

describe('POST /jobs', () => {
  it('refuses a visitor', async () => {
    const problem = await problemOf(t.as().jobs.create({ body: jobDraft() }));
    expect(problem).toMatchObject({ status: 401, code: 'session.required' });
  });

  it.each(['linxiao', 'formerLead', 'guidanceLead'] as const)(
    'refuses %s, who may not post here',
    async (who) => {
      const problem = await problemOf(t.as(who).jobs.create({ body: jobDraft() }));
      expect(problem).toMatchObject({ status: 403, code: 'action.forbidden' });
      expect(await titles()).toEqual([]);
    },
  );

  it('publishes what readers then see', async () => {
    const created = await publish({ deadline: '2026-11-22T18:00' });
    const seen = await t.as().jobs.detail({ params: { id: created.id } });
    expect(seen).toMatchObject({
      title: '整车热管理工程师',
      cities: ['宁波', '合肥'],
      salary: { min: 12_000, max: 18_000, unit: 'month', months: null },
      deadline: '2026-11-22T18:00',
      deadlineAt: '2026-11-22T10:00:00.000Z',
      recheckOn: null,
      state: 'closing-soon',
      publishedAt: testNow.toISOString(),
      verifiedBy: '陈一鸣',
      postedBy: '陈一鸣',
      apply: { email: 'campus@lanshan-ne.example', url: null, note: null },
      viewer: { can: ['report'] },
    });
    expect([...created.viewer.can].sort()).toEqual([
      'edit',
      'history',
      'reconfirm',
      'report-closed',
      'schedule',
      'withdraw',
    ]);
  });

  it('gives a job without a deadline a re-check day', async () => {
    const job = await publish({ deadline: null });
    expect(job).toMatchObject({ deadline: null, deadlineAt: null, recheckOn: '2026-12-20', state: 'open' });
  });

  it('names each wrong field in Chinese', async () => {
    const { statusCode, body, headers } = await t.send('/jobs', {
      method: 'POST',
      as: 'chenyiming',
      body: {
        ...jobDraft(),
        title: 'x',
        kind: '校招',
        deadline: '2026-02-30',
        headcount: 1.5,
        apply: { url: 'javascript:alert(1)', email: 'not mail' },
        salary: { min: 9000, max: 8000, unit: 'month' },
        boss: true,
      },
    });
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = JSON.parse(body);
    expect(problem).toMatchObject({ code: 'request.invalid', status: 400, requestId: expect.any(String) });
    const wrong = Object.fromEntries(
      problem.errors.map((e: { path: string; message: string }) => [e.path, e.message]),
    );
    expect(wrong).toMatchObject({
      title: '至少 2 个字',
      kind: '不在可选范围内',
      deadline: '没有这个时间，请写成 2026-12-31 或 2026-12-31T18:00',
      headcount: '类型不对',
      'apply.url': '请填 http:// 或 https:// 开头的网址',
      'apply.email': '邮箱的格式不对',
      salary: '最低薪资不能高于最高薪资',
      boss: '不认识的字段',
    });
    expect(await titles()).toEqual([]);
  });

  it('refuses a deadline that is over', async () => {
    const problem = await problemOf(publish({ deadline: '2026-11-19' }));
    expect(problem.errors).toEqual([{ path: 'deadline', message: '截止时间已经过了' }]);
  });

  it.each([
    ['a board that is not there', 'nowhere', 404, 'resource.not-found'],
    ['a board of another kind', 'guidance', 409, 'board.wrong-kind'],
  ])('refuses %s', async (_, board, status, code) => {
    expect(await problemOf(publish({ board }))).toMatchObject({ status, code });
  });

  it('refuses control characters, which no engine should be handed', async () => {
    const problem = await problemOf(publish({ body: 'a\u0000b' }));
    expect(problem.errors).toEqual([{ path: 'body', message: '含有不能保存的控制字符' }]);
  });

  it('answers a body that is no JSON with a problem', async () => {
    const response = await t.send('/jobs', {
      method: 'POST',
      as: 'chenyiming',
      body: '{"title": ',
      headers: { 'content-type': 'application/json' },
    });
    expect([response.statusCode, response.json().code]).toEqual([400, 'request.malformed']);
  });
});

describe('GET /jobs', () => {
  beforeEach(async () => {
    const jobs: Partial<JobDraftInput>[] = [
      {
        title: '嵌入式软件工程师',
        cities: ['江州'],
        degree: 'bachelor',
        majors: ['车辆工程'],
        deadline: '2026-11-20T18:00',
      },
      {
        title: '结构仿真工程师',
        cities: ['江州', '宁波'],
        degree: 'master',
        majors: ['力学'],
        deadline: '2026-11-22',
      },
      { title: '行政助理', kind: 'on-campus', cities: ['江州'], degree: null, majors: [], deadline: null },
      {
        title: '护士',
        kind: 'public-institution',
        cities: ['合肥'],
        degree: 'associate',
        majors: ['护理学'],
        deadline: '2026-12-30',
      },
    ];
    for (const job of jobs) {
      t.clock.advance(60_000);
      await publish(job);
    }
  });

  it('lists newest first', async () => {
    expect(await titles()).toEqual(['护士', '行政助理', '结构仿真工程师', '嵌入式软件工程师']);
  });

  it('lists by deadline, the nearest first', async () => {
    expect(await titles({ sort: 'deadline' })).toEqual([
      '嵌入式软件工程师',
      '结构仿真工程师',
      '护士',
      '行政助理',
    ]);
  });

  it.each([
    ['one city', { city: ['江州'] }, ['行政助理', '结构仿真工程师', '嵌入式软件工程师']],
    [
      'any of several cities, each job once',
      { city: ['江州', '宁波'] },
      ['行政助理', '结构仿真工程师', '嵌入式软件工程师'],
    ],
    ['a kind', { kind: ['on-campus', 'public-institution'] as const }, ['护士', '行政助理']],
    [
      'a degree: what a bachelor may apply for',
      { degree: ['bachelor'] as const },
      ['护士', '行政助理', '嵌入式软件工程师'],
    ],
    ['a major: those that ask for it or for none', { major: ['护理学'] }, ['护士', '行政助理']],
    [
      'a state',
      { state: ['closing-today', 'closing-soon'] as const },
      ['结构仿真工程师', '嵌入式软件工程师'],
    ],
    ['words', { q: '工程师 江州' }, ['结构仿真工程师', '嵌入式软件工程师']],
    [
      'all of it',
      { q: '工程师', city: ['宁波'], degree: ['doctor'] as const, kind: ['campus'] as const },
      ['结构仿真工程师'],
    ],
    ['nothing that fits', { city: ['拉萨'] }, []],
  ])('filters by %s, and counts the same', async (_, query, expected) => {
    expect(await titles(query as never)).toEqual(expected);
    const { count } = await t.as().jobs.count({ query: query as never });
    expect(count).toBe(expected.length);
  });

  it('moves a job through its states as the clock goes', async () => {
    const states = async () => {
      const { items } = await t.as().jobs.list({
        query: { q: '结构仿真', state: ['open', 'closing-soon', 'closing-today', 'unverified', 'closed'] },
      });
      return items.map(({ state }) => state);
    };
    expect(await states()).toEqual(['closing-soon']);
    t.clock.set('2026-11-22T12:00:00+08:00');
    expect(await states()).toEqual(['closing-today']);
    t.clock.set('2026-11-23T00:00:00+08:00');
    expect(await states()).toEqual(['closed']);
    expect(await titles({ q: '结构仿真' })).toEqual([]);
    expect(await titles({ state: ['closed'] })).toEqual(['结构仿真工程师', '嵌入式软件工程师']);
  });

  it.each(['newest', 'deadline'] as const)('joins pages sorted by %s without gap or repeat', async (sort) => {
    for (let i = 0; i < 9; i++) await publish({ title: `同一刻发布的岗位 ${i}`, cities: ['江州'] });
    for (const city of [undefined, ['江州'], ['江州', '合肥']]) {
      const whole = await titles({ sort, city, limit: 50 });
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await t
          .as()
          .jobs.list({ query: { sort, city, limit: 4, ...(cursor ? { cursor } : {}) } });
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it.each([
    ['cursor=%00', 400],
    ['cursor=bm9uc2Vuc2U', 400],
    [`cursor=${Buffer.from('["deadline",1,"x"]').toString('base64url')}`, 400],
    [`cursor=${Buffer.from('["newest",1e300,"x"]').toString('base64url')}`, 400],
    ['limit=0', 400],
    ['limit=51', 400],
    ['limit=many', 400],
    ['kind=nothing', 400],
    ['colour=red', 400],
    ['q=', 400],
    ['q=%00', 400],
    ['board=guidance', 200],
    ['board=nowhere', 404],
    ["city='%3B drop table jobs", 200],
  ])('answers ?%s with %i, never 500', async (query, status) => {
    expect((await t.send(`/jobs?${query}`)).statusCode).toBe(status);
  });

  it('names cities and majors to choose from, most frequent first', async () => {
    const { cities, majors } = await t.as().jobs.facets({});
    expect(cities).toEqual([
      { name: '江州', count: 3 },
      { name: '合肥', count: 1 },
      { name: '宁波', count: 1 },
    ]);
    expect(majors.map(({ name }) => name).sort()).toEqual(['力学', '护理学', '车辆工程']);
  });
});

describe('GET /jobs/:id', () => {
  it.each([
    ['0000000000000000', 404],
    ['no-such-job', 404],
    ['%00', 400],
    ['a'.repeat(60), 400],
    ['%E5%B2%97', 400],
  ])('answers %s with %i', async (id, status) => {
    expect((await t.send(`/jobs/${id}`)).statusCode).toBe(status);
  });
});

describe('PATCH /jobs/:id', () => {
  it('changes what is named and leaves the rest', async () => {
    const { id, version } = await publish();
    const changed = await t.as('wanglaoshi').jobs.update({
      params: { id },
      body: { version, title: '热管理工程师', cities: ['杭州'], deadline: '2026-12-01' },
    });
    expect(changed).toMatchObject({ title: '热管理工程师', company: '岚山新能源科技', version: 2 });
    expect(await titles({ city: ['杭州'] })).toEqual(['热管理工程师']);
    expect(await titles({ city: ['宁波'] })).toEqual([]);
    expect(await titles({ q: '整车热管理' })).toEqual([]);
    expect(await titles({ q: '热管理' })).toEqual(['热管理工程师']);
  });

  it('refuses a stale version and keeps the newer text', async () => {
    const { id, version } = await publish();
    await t.as('chenyiming').jobs.update({ params: { id }, body: { version, title: '第一次改' } });
    const late = t.as('wanglaoshi').jobs.update({ params: { id }, body: { version, title: '晚到的修改' } });
    expect(await problemOf(late)).toMatchObject({ status: 409, code: 'version.stale' });
    expect((await t.as().jobs.detail({ params: { id } })).title).toBe('第一次改');
  });

  it('lets one of two simultaneous edits win', async () => {
    const { id, version } = await publish();
    const edit = (title: string) =>
      t.as('chenyiming').jobs.update({ params: { id }, body: { version, title } });
    const outcome = await Promise.allSettled([edit('甲改的标题'), edit('乙改的标题')]);
    expect(outcome.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a lead of another board', async () => {
    const { id, version } = await publish();
    const edit = t.as('guidanceLead').jobs.update({ params: { id }, body: { version, title: '越权修改' } });
    expect(await problemOf(edit)).toMatchObject({ status: 403, code: 'action.forbidden' });
  });
});

describe('POST /jobs/:id/reconfirm', () => {
  it('moves the re-check day on and names who looked', async () => {
    const { id } = await publish({ deadline: null });
    t.clock.set('2026-12-22T09:00:00+08:00');
    expect((await t.as().jobs.detail({ params: { id } })).state).toBe('unverified');
    const confirmed = await t.as('wanglaoshi').jobs.reconfirm({ params: { id } });
    expect(confirmed).toMatchObject({ state: 'open', recheckOn: '2027-01-21', verifiedBy: '王立群' });
  });
});
