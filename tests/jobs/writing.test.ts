import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const lead = () => t.as('chenyiming');
const publish = (change: Parameters<typeof jobDraft>[0] = {}) =>
  lead().jobs.create({ body: jobDraft(change) });

const announcement = `【内推】澄江汽车电子2027届校园招聘
招聘岗位：嵌入式软件工程师 5人
工作地点：杭州、宁波
学历要求：本科及以上，车辆工程、计算机类相关专业
薪资：8-12K/月
职责：负责车载控制器的软件设计与测试。
截止时间：12月10日
简历投递：hr@chengjiang.example`;

describe('help with writing', () => {
  it.each(['parse', 'lint', 'similar'] as const)('%s is for those who publish', async (route) => {
    const body = { text: announcement, job: {} };
    const send = (as?: 'linxiao') =>
      t.send(`/jobs/${route}`, {
        method: 'POST',
        body: route === 'parse' ? { text: body.text } : { job: {} },
        as,
      });
    expect((await send()).statusCode).toBe(401);
    expect((await send('linxiao')).statusCode).toBe(403);
  });
});

describe('POST /jobs/parse', () => {
  it('reads drafts, what is missing and where each field stands', async () => {
    const { overall, drafts } = await lead().jobWriting.parse({
      body: { text: announcement, today: '2026-11-20' },
    });
    expect(overall).toMatchObject({
      titles: ['嵌入式软件工程师'],
      cities: ['杭州', '宁波'],
      degree: '本科',
      headcount: 5,
      deadline: '2026-12-10',
      email: 'hr@chengjiang.example',
    });
    const [draft] = drafts;
    expect(draft?.fields).toMatchObject({
      title: '嵌入式软件工程师',
      salary: { min: 8000, max: 12_000, unit: 'month' },
    });
    const span = draft?.spans.deadline;
    expect(announcement.slice(span?.start, span?.end)).toContain('12月10日');
    expect(drafts).toHaveLength(1);
  });

  it('counts dates from today where none is given', async () => {
    t.clock.set('2027-02-01T08:00:00+08:00');
    const { overall } = await lead().jobWriting.parse({ body: { text: announcement } });
    expect(overall?.deadline).toBe('2027-12-10');
  });

  it('gives nothing for a text that offers no job', async () => {
    for (const text of ['', '今晚八点操场见', '\u0000\u0001']) {
      expect(await lead().jobWriting.parse({ body: { text } })).toEqual({ overall: null, drafts: [] });
    }
  });

  it('takes a hundred thousand characters and no more', async () => {
    const text = '岗'.repeat(100_000);
    expect((await lead().jobWriting.parse({ body: { text } })).drafts).toEqual([]);
    const problem = await problemOf(lead().jobWriting.parse({ body: { text: `${text}位` } }));
    expect(problem).toMatchObject({ status: 400, errors: [{ path: 'text', message: '最多 100000 个字' }] });
  });

  it('refuses a day that does not exist', async () => {
    const problem = await problemOf(
      lead().jobWriting.parse({ body: { text: announcement, today: '2026-02-30' } }),
    );
    expect(problem.errors).toMatchObject([{ path: 'today' }]);
  });
});

describe('POST /jobs/lint', () => {
  it('finds nothing in a proper job', async () => {
    expect(await lead().jobWriting.lint({ body: { job: jobDraft() as never } })).toEqual({ findings: [] });
  });

  it('names rule, weight, field and passage', async () => {
    const body = `${jobDraft().body}限男性。`;
    const { findings } = await lead().jobWriting.lint({
      body: { job: { ...jobDraft(), body, headcount: null } as never, today: '2026-11-20' },
    });
    expect(findings).toMatchObject([
      { rule: 'missing.headcount', severity: 'warn', path: 'headcount', span: null },
      { rule: 'discrimination.gender', severity: 'block', path: 'body' },
    ]);
    const span = findings[1]?.span;
    expect(body.slice(span?.start, span?.end)).toContain('限男');
  });

  it('takes a job of any shape', async () => {
    for (const job of [{}, { title: 1, cities: 'x', apply: null, salary: [] }]) {
      expect((await lead().jobWriting.lint({ body: { job } })).findings.length).toBeGreaterThan(3);
    }
    expect(
      (await t.send('/jobs/lint', { method: 'POST', as: 'chenyiming', body: { job: 'x' } })).statusCode,
    ).toBe(400);
  });
});

describe('the self-check on publishing', () => {
  const counted = async () => (await t.as().jobs.count({})).count;

  it('refuses what must not be published, each finding beside its field', async () => {
    const problem = await problemOf(
      lead().jobs.create({
        body: { ...jobDraft({ body: `${jobDraft().body}限男性，先交押金。` }), overrideReason: '就这样' },
      }),
    );
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.errors?.map(({ path }) => path)).toEqual(['body', 'body']);
    expect(await counted()).toBe(0);
  });

  it('wants a reason for what it warns of, and keeps it for those who look after the board', async () => {
    const body = jobDraft({ headcount: null });
    const problem = await problemOf(lead().jobs.create({ body }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'job.lint-warnings',
      errors: [{ path: 'headcount', message: '没有写招聘人数，请补上人数' }],
    });
    expect(await counted()).toBe(0);
    const { id, lintOverride } = await lead().jobs.create({
      body: { ...body, overrideReason: '单位没有公布人数' },
    });
    expect(lintOverride).toEqual({ reason: '单位没有公布人数', rules: ['missing.headcount'] });
    for (const who of [undefined, 'linxiao', 'guidanceLead'] as const) {
      expect((await t.as(who).jobs.detail({ params: { id } })).lintOverride).toBeNull();
    }
    expect((await t.as('wanglaoshi').jobs.detail({ params: { id } })).lintOverride).toEqual(lintOverride);
  });

  it.each(['', 'x', '长'.repeat(201)])('takes no reason of %s', async (overrideReason) => {
    const problem = await problemOf(
      lead().jobs.create({ body: { ...jobDraft({ headcount: null }), overrideReason } }),
    );
    expect(problem.errors).toMatchObject([{ path: 'overrideReason' }]);
  });

  it('checks edits, too: a new warning needs a new reason, an answered one does not', async () => {
    const body = { ...jobDraft({ headcount: null }), overrideReason: '单位没有公布人数' };
    const { id, version } = await lead().jobs.create({ body });
    const renamed = await lead().jobs.update({ params: { id }, body: { version, title: '热管理工程师' } });
    expect(renamed.lintOverride?.reason).toBe('单位没有公布人数');
    const change = { version: renamed.version, salary: null };
    const refused = lead().jobs.update({ params: { id }, body: change });
    expect((await problemOf(refused)).errors?.map(({ path }) => path)).toEqual(['headcount', 'salary']);
    const blocked = lead().jobs.update({
      params: { id },
      body: { version: renamed.version, title: '工程师（限男）' },
    });
    expect(await problemOf(blocked)).toMatchObject({ status: 400, errors: [{ path: 'title' }] });
    const mended = await lead().jobs.update({
      params: { id },
      body: { version: renamed.version, headcount: 3 },
    });
    expect(mended.lintOverride).toBeNull();
  });

  it('lets a job that is over be corrected', async () => {
    const { id, version } = await publish({ deadline: '2026-11-21' });
    t.clock.set('2026-11-25T08:00:00+08:00');
    const changed = await lead().jobs.update({ params: { id }, body: { version, title: '热管理工程师' } });
    expect(changed).toMatchObject({ title: '热管理工程师', state: 'closed' });
  });

  it('takes a job without any day, which gets a re-check day', async () => {
    expect(await publish({ deadline: null })).toMatchObject({ recheckOn: '2026-12-20', lintOverride: null });
  });
});

describe('POST /jobs/similar', () => {
  const similar = (job: object, except?: string) =>
    lead().jobWriting.similar({
      body: { job: job as Record<string, unknown>, ...(except ? { except } : {}) },
    });

  it('finds the same post however it is written, with who published it', async () => {
    const { id } = await t.as('wanglaoshi').jobs.create({ body: jobDraft() });
    await publish({
      title: '会计',
      company: '远帆物流',
      body: '负责凭证录入与月度结账。\n要求：持有初级会计证书。',
    });
    const { items } = await similar(
      jobDraft({ title: '【急招】整车热管理工程师', company: '岚山新能源科技有限公司' }),
    );
    expect(items).toMatchObject([{ job: { id }, postedBy: '王立群', reason: 'same-title' }]);
    expect(items[0]?.score).toBeGreaterThan(0.8);
  });

  it('finds the same page under another name', async () => {
    const url = 'https://jobs.lanshan-ne.example/campus/17?from=wx';
    const { id } = await publish({ apply: { url } });
    const { items } = await similar({
      ...jobDraft({ company: '岚山集团', apply: { url: 'http://www.jobs.lanshan-ne.example/campus/17' } }),
      body: '热管理岗位，详见链接。',
    });
    expect(items).toMatchObject([{ job: { id }, reason: 'same-link' }]);
  });

  it('does not take a job for a duplicate of itself', async () => {
    const { id } = await publish();
    expect((await similar(jobDraft(), id)).items).toEqual([]);
    expect((await similar(jobDraft())).items).toHaveLength(1);
  });

  it('follows edits, and forgets what is hidden', async () => {
    const { id, version } = await publish();
    const other = {
      title: '质量工程师',
      company: '澄江汽车电子',
      body: '负责来料检验与供应商审核。\n要求：熟悉质量体系。',
    };
    await lead().jobs.update({ params: { id }, body: { version, ...other } });
    expect((await similar(jobDraft())).items).toEqual([]);
    expect((await similar(jobDraft(other))).items).toHaveLength(1);
    await t
      .as('wanglaoshi')
      .moderation.hide({ body: { target: { type: 'job', id }, reason: 'other', note: '核实' } });
    expect((await similar(jobDraft(other))).items).toEqual([]);
  });

  it('has nothing to say of an empty form', async () => {
    await publish();
    for (const job of [{}, { title: '' }, { title: '工程师' }])
      expect((await similar(job)).items).toEqual([]);
  });
});

describe('GET /majors/meaning', () => {
  const ask = async (...name: string[]) => (await lead().jobWriting.majorsMeant({ query: { name } })).items;

  it('says what written majors mean, and which nobody knows', async () => {
    expect(await ask('计科', '机械', '量子占卜学', '专业不限')).toEqual([
      { name: '计科', meant: ['计算机科学与技术'], known: true },
      { name: '机械', meant: ['机械类'], known: true },
      { name: '量子占卜学', meant: ['量子占卜学'], known: false },
      { name: '专业不限', meant: [], known: true },
    ]);
  });

  it('refuses a question about nothing', async () => {
    const problem = await problemOf(lead().jobWriting.majorsMeant({ query: { name: [] } }));
    expect(problem.code).toBe('request.invalid');
  });
});
