import { fieldOf } from '@qihang/server/features/jobs/import/fields';
import { importFieldNames, importFields, templateColumns } from '@qihang/shared/jobs/import/columns';
import type { CheckedRow } from '@qihang/shared/jobs/import/contract';
import { eq } from 'drizzle-orm';
import writeXlsx from 'write-excel-file/node';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const lead = () => t.as('chenyiming').jobImport;

const whole = {
  岗位名称: '车间工艺员',
  单位: '江州重工集团',
  性质: '校招',
  城市: '杭州、宁波',
  学历: '本科及以上',
  专业: '机械类',
  薪资: '7000-9000元/月',
  人数: '3',
  截止时间: '2026-12-20 18:00',
  投递邮箱: 'hr@jzhi.example',
  来源: '学院就业群',
  来源类型: '学院',
  正文: '负责车间工艺文件的编制和现场支持，跟踪试制。要求熟悉机械制图，能适应现场工作。',
};
type Row = Partial<Record<keyof typeof whole | (string & {}), string>>;

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
function csv(...rows: Row[]): Buffer {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return Buffer.from(lines.map((line) => line.map(quote).join(',')).join('\r\n'));
}

const preview = (content: Buffer, name = '岗位.csv') => lead().preview({ file: { name, content } });
const previewRows = async (...rows: Row[]) => (await preview(csv(...rows))).rows;
const first = (rows: CheckedRow[]): CheckedRow => {
  const [row] = rows;
  if (!row) throw new Error('No row came back');
  return row;
};
const said = (row: CheckedRow, field: string | null) =>
  row.problems
    .filter((one) => one.field === field)
    .map(({ severity, message }) => `${severity}: ${message}`)
    .join('\n');
const sent = (rows: CheckedRow[]) => rows.map(({ line, texts }) => ({ line, texts }));
const jobCount = () => t.context.db.read.$count(t.context.db.tables.jobs);

describe('POST /jobs/import/preview', () => {
  it('tells how each row is understood and keeps nothing', async () => {
    const { rows, unusedColumns } = await preview(csv({ ...whole, 星级: '五' }));
    expect(first(rows)).toMatchObject({
      line: 2,
      status: 'ready',
      problems: [],
      texts: { title: '车间工艺员', salary: '7000-9000元/月', deadline: '2026-12-20 18:00' },
      read: {
        kind: 'campus',
        cities: ['杭州', '宁波'],
        degree: 'bachelor',
        salary: { min: 7000, max: 9000, unit: 'month' },
        headcount: 3,
        deadline: '2026-12-20T18:00',
      },
    });
    expect(unusedColumns).toEqual(['星级']);
    expect(await jobCount()).toBe(0);
  });

  it.each([
    ['no company', { 单位: '' }, 'company', 'error: 没有单位'],
    ['no title', { 岗位名称: '无' }, 'title', 'error: 没有岗位名称'],
    ['a title of one character', { 岗位名称: '岗' }, 'title', 'error: 岗位名称至少 2 个字'],
    ['a day that does not exist', { 截止时间: '2027年2月30日' }, 'deadline', 'unread: 截止时间没有读出日期'],
    ['a day that is over', { 截止时间: '2026-11-01' }, 'deadline', 'unread: 截止时间已过'],
    ['pay beyond belief', { 薪资: '0-999999K/月' }, 'salary', '薪资'],
    ['a link that is a script', { 投递链接: 'javascript:alert(1)' }, 'applyUrl', 'unread: 链接不是网址'],
    ['a mail that is none', { 投递邮箱: 'hr at jzhi' }, 'email', 'unread: 投递邮箱不是邮箱'],
    ['a head-count in words', { 人数: '若干' }, 'headcount', '人数'],
    ['discrimination', { 正文: `${whole.正文}限男生。` }, 'body', 'error: '],
    ['a public mailbox', { 投递邮箱: 'jzhi2027@qq.com' }, 'email', 'warn: '],
  ])('says beside the cell what is wrong: %s', async (_, change, field, message) => {
    expect(said(first(await previewRows({ ...whole, ...change })), field)).toContain(message);
  });

  it('a script never becomes a link', async () => {
    const [row] = await previewRows({ ...whole, 投递链接: 'javascript:alert(1)', 原文链接: 'JaVaScRiPt:1' });
    const { rows } = await lead().import({
      body: { rows: [{ line: 2, texts: row?.texts ?? {} }], overrideReason: '原表如此' },
    });
    const job = await t.as().jobs.detail({ params: { id: rows[0]?.jobId ?? '' } });
    expect(job.apply.url).toBeNull();
    expect(job.source.url).toBeNull();
  });

  it('tells repeats in the file, rows that came in before, and look-alikes on the board', async () => {
    await t.as('chenyiming').jobs.create({ body: jobDraft() });
    await lead().import({ body: { rows: sent(await previewRows(whole)) } });
    const alike = {
      ...whole,
      岗位名称: '整车热管理工程师',
      单位: '岚山新能源科技',
      城市: '宁波',
      正文: jobDraft().body ?? '',
    };
    const [known, fresh, repeated, similar] = await previewRows(
      whole,
      { ...whole, 岗位名称: '焊接工艺员' },
      { ...whole, 岗位名称: '焊接工艺员' },
      alike,
    );
    expect(known).toMatchObject({ status: 'known', jobId: expect.any(String) });
    expect(fresh).toMatchObject({ status: 'ready', firstLine: null });
    expect(repeated).toMatchObject({ status: 'repeated', firstLine: 3 });
    expect(similar?.similar[0]).toMatchObject({
      job: { title: '整车热管理工程师' },
      postedBy: '陈一鸣',
      reason: 'same-title',
    });
  });

  it('a row that is no row stays among the others', async () => {
    const broken = Buffer.from('岗位名称,单位\n工艺员,江州重工,多了,几格\n质检员,江州重工\n');
    expect((await preview(broken)).rows).toMatchObject([
      { line: 2, status: 'refused', texts: {}, problems: [{ field: null, severity: 'error' }] },
      { line: 3, status: 'ready' },
    ]);
  });

  it('words that fit no column are not lost', async () => {
    const [row] = await previewRows({ ...whole, 薪资待遇: '另有年终奖' });
    expect(row?.texts.body).toContain('薪资待遇：另有年终奖');
  });

  it('reads workbooks, whatever they are called, and formulas as what they show', async () => {
    const cell = (value: string) => ({ value, type: String as StringConstructor });
    const workbook = await writeXlsx([
      [cell('岗位名称'), cell('单位'), cell('人数')],
      [cell('工艺员'), cell('江州重工'), { value: '1+2', type: 'Formula' as const }],
    ]).toBuffer();
    const { rows } = await preview(workbook, '岗位.csv');
    expect(first(rows).texts).toMatchObject({ title: '工艺员', company: '江州重工' });
    const injected = await previewRows({ ...whole, 岗位名称: '=HYPERLINK("http://x.example")' });
    expect(first(injected).texts.title).toBe('=HYPERLINK("http://x.example")');
  });

  it.each([
    ['empty', Buffer.alloc(0), 400, '文件是空的'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 415, '这不是能读的文件'],
    ['broken inside', Buffer.from('504b0304786c2f776f726b626f6f6b', 'hex'), 400, '不是能读的 .xlsx'],
    ['10 MB', Buffer.alloc(10 * 1024 * 1024, 'a,'), 413, '文件太大，最多 4 MB'],
    ['of other columns', csv({ 学号: '1', 姓名: '甲' }), 400, '没有找到表头'],
    [
      'of 501 rows',
      csv(...Array.from({ length: 501 }, (_, i) => ({ 岗位: `第${i}岗`, 单位: '江州重工' }))),
      400,
      '有 501 行',
    ],
    [
      'of 20,000 rows',
      csv(...Array.from({ length: 20_000 }, (_, i) => ({ 岗位: `第${i}岗`, 单位: '江州重工' }))),
      400,
      '有 20000 行',
    ],
  ])('refuses a file that is %s, in words', async (_, content, status, message) => {
    const problem = await problemOf(preview(content));
    expect(problem).toMatchObject({ status, errors: [{ path: 'file' }] });
    expect(problem.errors?.[0]?.message).toContain(message);
  });

  it.each(['preview', 'check', 'import'])('%s is for those who publish', async (route) => {
    const send = (as?: 'linxiao' | 'formerLead') =>
      t.send(`/jobs/import${route === 'import' ? '' : `/${route}`}`, {
        method: 'POST',
        as,
        ...(route === 'preview'
          ? { file: { name: 'a.csv', content: csv(whole) } }
          : { body: { rows: [{ line: 1, texts: {} }] } }),
      });
    expect((await send()).statusCode).toBe(401);
    expect((await send('linxiao')).statusCode).toBe(403);
    expect((await send('formerLead')).statusCode).toBe(403);
  });
});

describe('POST /jobs/import/check', () => {
  it('checks a row that was changed as the preview did', async () => {
    const [row] = await previewRows({ ...whole, 单位: '' });
    const texts = { ...row?.texts, company: '江州重工集团' };
    const { rows } = await lead().check({ body: { rows: [{ line: 2, texts }] } });
    expect(rows).toEqual(await previewRows(whole));
  });

  it('names every column as files do', () => {
    expect(importFields.map((field) => fieldOf(importFieldNames[field]))).toEqual([...importFields]);
  });

  it('the example of the template needs nothing', async () => {
    const texts = Object.fromEntries(
      templateColumns.flatMap(({ field, example }) => (example ? [[field, example]] : [])),
    );
    const { rows } = await lead().check({ body: { rows: [{ line: 2, texts }] } });
    expect(rows[0]).toMatchObject({ status: 'ready', problems: [] });
  });

  it('refuses columns it does not know, and more rows than a table holds', async () => {
    const send = (rows: unknown) =>
      t.send('/jobs/import/check', { method: 'POST', as: 'chenyiming', body: { rows } });
    expect((await send([{ line: 1, texts: { salry: '8K' } }])).statusCode).toBe(400);
    expect(
      (await send(Array.from({ length: 501 }, (_, line) => ({ line: line + 1, texts: {} })))).statusCode,
    ).toBe(400);
  });
});

describe('POST /jobs/import', () => {
  it('publishes each row by itself and says of each what became of it', async () => {
    const rows = sent(await previewRows(whole, { ...whole, 单位: '' }, { ...whole, 岗位名称: '焊接工艺员' }));
    const result = await lead().import({ body: { rows } });
    expect(result.rows).toMatchObject([
      { line: 2, status: 'imported', jobId: expect.any(String), problems: [] },
      { line: 3, status: 'refused', jobId: null, problems: [{ field: 'company', severity: 'error' }] },
      { line: 4, status: 'imported', jobId: expect.any(String) },
    ]);
    const { items } = await t.as().jobs.list({});
    expect(items.map(({ title }) => title).sort()).toEqual(['焊接工艺员', '车间工艺员']);
    const job = await t.as().jobs.detail({ params: { id: result.rows[0]?.jobId ?? '' } });
    expect(job).toMatchObject({ postedBy: '陈一鸣', verifiedAt: null, board: 'jobs' });
  });

  it('a repeat imports nothing twice, alone or at the same moment', async () => {
    const rows = sent(await previewRows(whole));
    const [one, two] = await Promise.all([
      lead().import({ body: { rows } }),
      lead().import({ body: { rows } }),
    ]);
    const again = await t.as('wanglaoshi').jobImport.import({ body: { rows: [...rows, ...rows] } });
    const ids = [one, two, again].flatMap((result) => result.rows.map(({ jobId }) => jobId));
    expect(new Set(ids.filter(Boolean)).size).toBe(1);
    expect([one, two].map((result) => result.rows[0]?.status).sort()).toEqual(['imported', 'known']);
    expect(again.rows).toMatchObject([{ status: 'known' }, { status: 'repeated' }]);
    expect(await jobCount()).toBe(1);
  });

  it('a row the command line brought in is known here', async () => {
    const rows = await previewRows(whole);
    const { importJobs } = await import('@qihang/server/features/jobs/import/run');
    const { inputOf } = await import('./files');
    await importJobs(t.context, inputOf([whole]), {
      ownerId: t.people.admin.id,
      now: t.clock.now(),
      dryRun: false,
    });
    expect((await lead().import({ body: { rows: sent(rows) } })).rows).toMatchObject([{ status: 'known' }]);
  });

  it('warnings need one reason for all, kept with each job; objections no reason helps', async () => {
    const rows = sent(
      await previewRows(
        { ...whole, 人数: '' },
        { ...whole, 岗位名称: '钳工', 正文: `${whole.正文}限男生。` },
      ),
    );
    const without = await lead().import({ body: { rows } });
    expect(without.rows).toMatchObject([
      { status: 'refused', problems: [{ field: 'headcount', severity: 'warn' }] },
      { status: 'refused', problems: [{ field: 'body', severity: 'error' }] },
    ]);
    const given = await lead().import({ body: { rows, overrideReason: '单位没有公布人数' } });
    expect(given.rows.map(({ status }) => status)).toEqual(['imported', 'refused']);
    const job = await t.as('chenyiming').jobs.detail({ params: { id: given.rows[0]?.jobId ?? '' } });
    expect(job.lintOverride).toEqual({ reason: '单位没有公布人数', rules: ['missing.headcount'] });
  });

  it('goes to a board that is open to the sender', async () => {
    const rows = sent(await previewRows(whole));
    const body = (board: string) => ({ body: { rows, board } });
    expect(await problemOf(lead().import(body('guidance')))).toMatchObject({ code: 'board.wrong-kind' });
    expect(await problemOf(lead().import(body('nowhere')))).toMatchObject({ code: 'resource.not-found' });
    for (const request of [{ body: { rows } }, body('jobs')]) {
      expect(await problemOf(t.as('guidanceLead').jobImport.import(request))).toMatchObject({
        code: 'action.forbidden',
      });
    }
    expect(await jobCount()).toBe(0);
  });

  it('is written to the audit log with the jobs it made', async () => {
    const rows = sent(await previewRows(whole));
    const result = await lead().import({ body: { rows } });
    await lead().import({ body: { rows } });
    const { auditLog } = t.context.db.tables;
    const acts = await t.context.db.read.select().from(auditLog).where(eq(auditLog.action, 'jobs.import'));
    expect(acts).toMatchObject([
      { actorId: t.people.chenyiming.id, targetId: 'jobs', after: { jobs: [result.rows[0]?.jobId] } },
    ]);
  });
});
