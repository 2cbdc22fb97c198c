import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { jobColumns } from '@qihang/server/features/jobs/import/fields';
import { ImportInterruptedError, importJobs } from '@qihang/server/features/jobs/import/run';
import type { RowReport } from '@qihang/server/features/jobs/import/summary';
import type { InputRow } from '@qihang/server/files/input';
import { readRows } from '@qihang/server/files/read-file';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import writeXlsx from 'write-excel-file/node';
import { startTestApp, type TestApp } from '../support/app';
import { engine } from '../support/database';
import { fileOf, inputOf, pathOf, removeFiles } from './files';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => app.restore());
afterAll(() => app.close());
afterAll(removeFiles);

async function run(rows: AsyncIterable<InputRow>, options: { dryRun?: boolean; chunkSize?: number } = {}) {
  const reports: RowReport[] = [];
  const summary = await importJobs(app.context, rows, {
    ownerId: app.people.admin.id,
    now: app.clock.now(),
    dryRun: false,
    ...options,
    onRow: async (row) => void reports.push(row),
  });
  return { summary, reports };
}

const jobOf = (n: number) => ({
  岗位: `装配岗位${n}`,
  单位: `江州第${n}机械厂`,
  城市: '江州市',
  来源: '江州人才网',
  正文: `第 ${n} 号`,
});
const jobs = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => jobOf(from + i));

/** How many rows each table that an import writes to holds. */
async function counts() {
  const { db } = app.context;
  const { jobs, jobCities, jobMajorKeys, searchDocs } = db.tables;
  const [a, b, c, d] = await Promise.all(
    [jobs, jobCities, jobMajorKeys, searchDocs].map((table) => db.read.$count(table)),
  );
  return { jobs: a, cities: b, majors: c, docs: d };
}

test('rows become jobs that lists, filters, search and the page of the job show', async () => {
  const { summary } = await run(
    inputOf([
      { ...jobOf(1), 类型: '校招', 学历: '本科', 专业: '焊接技术与工程', 城市: '宁波市', 薪资: '7K-9K/月' },
      { ...jobOf(2), 类型: '实习', 学历: '硕士', 城市: '杭州', 薪资: '面议', 截止时间: '2026-11-01' },
      { ...jobOf(3), 类型: '实习', 截止时间: '2026-11-30', 发布时间: '2026-11-02' },
    ]),
  );
  expect(summary).toMatchObject({ read: 3, imported: 3, closed: 1, known: 0, repeated: 0, refused: 0 });
  const { jobs } = app.as();
  const titles = async (query: Parameters<typeof jobs.list>[0]) =>
    (await jobs.list(query)).items.map(({ title }) => title);
  expect(await titles({ query: {} })).toEqual(['装配岗位1', '装配岗位3']);
  expect(await titles({ query: { city: ['宁波'] } })).toEqual(['装配岗位1']);
  expect(await titles({ query: { kind: ['internship'] } })).toEqual(['装配岗位3']);
  expect(await titles({ query: { state: ['closed'] } })).toEqual(['装配岗位2']);
  expect(await titles({ query: { q: '第1机械厂' } })).toEqual(['装配岗位1']);
  const [first] = (await jobs.list({ query: {} })).items;
  const job = await jobs.detail({ params: { id: first?.id ?? '' } });
  expect(job).toMatchObject({
    company: '江州第1机械厂',
    degree: 'bachelor',
    majors: ['焊接技术与工程'],
    salary: { min: 7000, max: 9000, unit: 'month' },
    recheckOn: '2026-12-20',
    state: 'open',
    source: { origin: 'repost', name: '江州人才网' },
    verifiedAt: null,
    postedBy: '沈岚',
    body: '第 1 号',
  });
});

test('a dry run says everything and writes nothing', async () => {
  await run(inputOf(jobs(0, 2)));
  const before = await counts();
  const { summary, reports } = await run(inputOf([...jobs(1, 4), jobOf(3), { 岗位: '无单位' }]), {
    dryRun: true,
  });
  expect(summary).toMatchObject({ read: 5, imported: 2, known: 1, repeated: 1, refused: 1 });
  expect(reports.map(({ line, status }) => [line, status])).toEqual([
    [2, 'known'],
    [3, 'imported'],
    [4, 'imported'],
    [5, 'repeated'],
    [6, 'refused'],
  ]);
  expect(reports[3]?.firstLine).toBe(4);
  expect(reports[4]?.errors).toEqual([{ code: 'no-company', field: 'company', text: '没有单位' }]);
  expect(await counts()).toEqual(before);
});

describe('twice', () => {
  test('the same rows, in any order, import nothing new', async () => {
    const rows = jobs(0, 30);
    await run(inputOf(rows), { chunkSize: 7 });
    const before = await counts();
    const { summary } = await run(inputOf([...rows].reverse()), { chunkSize: 4 });
    expect(summary).toMatchObject({ read: 30, imported: 0, known: 30 });
    expect(await counts()).toEqual(before);
  });

  test('nor does the same table in another format or with other headers', async () => {
    const header = ['岗位名称', '单位', '城市', '正文'];
    const table = [
      ['焊工', '江州重工', '江州市、宁波', '一行\n两行'],
      ['质检员', '江州重工', '', '三班'],
    ];
    const csv = fileOf(
      'a.csv',
      [header, ...table].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'),
    );
    const jsonl = fileOf(
      'a.jsonl',
      '{"company":"江州重工","title":"质检员","body":"三班"}\n{"title":"焊 工","company":"江州重工","cities":["江州市","宁波"],"body":"一行\\n两行","published_text":"2026-10-01"}',
    );
    const xlsx = pathOf('a.xlsx');
    const cells = (row: string[]) => row.map((value) => (value ? { value, type: String } : null));
    await writeXlsx([cells(['职位', '公司', '工作地点', '描述']), ...table.map(cells)]).toFile(xlsx);
    expect((await run((await readRows(csv, jobColumns)).rows)).summary.imported).toBe(2);
    expect((await run((await readRows(xlsx, jobColumns)).rows)).summary).toMatchObject({
      imported: 0,
      known: 2,
    });
    expect((await run((await readRows(jsonl, jobColumns)).rows)).summary).toMatchObject({
      imported: 0,
      known: 2,
    });
  });

  test('whatever a reader would see differ makes another job', async () => {
    const base = jobOf(1);
    const rows = [
      base,
      { ...base, 类型: '实习' },
      { ...base, 城市: '宁波' },
      { ...base, 薪资: '面议' },
      { ...base, 正文: '别的' },
    ];
    expect((await run(inputOf(rows))).summary).toMatchObject({ imported: 5, repeated: 0 });
  });
});

test('a run that stops in the middle keeps whole chunks, and a repeat goes on from there', async () => {
  const rows = jobs(0, 25);
  async function* broken(): AsyncGenerator<InputRow> {
    for await (const row of inputOf(rows)) {
      if (row.line === 2 + 18) throw new Error('the disk was pulled out');
      yield row;
    }
  }
  const stopped = await run(broken(), { chunkSize: 5 }).catch((error: unknown) => error);
  expect(stopped).toBeInstanceOf(ImportInterruptedError);
  expect((stopped as ImportInterruptedError).summary).toMatchObject({ read: 15, imported: 15 });
  expect(await counts()).toEqual({ jobs: 15, cities: 15, majors: 15, docs: 15 });
  const { summary } = await run(inputOf(rows), { chunkSize: 5 });
  expect(summary).toMatchObject({ read: 25, known: 15, imported: 10 });
  expect(await counts()).toEqual({ jobs: 25, cities: 25, majors: 25, docs: 25 });
});

/** Changes the database behind the service's back. */
async function change(statements: string): Promise<void> {
  const { databaseUrl } = app.context.config;
  if (engine === 'sqlite') {
    const database = new Sqlite(databaseUrl.slice('file:'.length));
    database.exec(statements);
    database.close();
    return;
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(statements);
  await client.end();
}

/** Makes the database itself refuse jobs of this company, after their row was accepted by every check of ours. */
const poison = (company: string) =>
  change(
    engine === 'sqlite'
      ? `create trigger poison after insert on job_cities
         when (select company from jobs where id = new.job_id) = '${company}'
         begin select raise(abort, 'poisoned'); end`
      : `create function poison() returns trigger language plpgsql as $$ begin
           if (select company from jobs where id = new.job_id) = '${company}' then raise exception 'poisoned'; end if;
           return new;
         end $$;
         create trigger poison after insert on job_cities for each row execute function poison();`,
  );

const antidote = () => change(engine === 'sqlite' ? 'drop trigger poison' : 'drop function poison cascade');

describe('a row that the database refuses', () => {
  test('stays out alone and whole', async () => {
    await poison(jobOf(6).单位);
    const { summary, reports } = await run(inputOf(jobs(0, 20)), { chunkSize: 16 }).finally(antidote);
    expect(summary).toMatchObject({ read: 20, imported: 19, refused: 1 });
    expect([...summary.refusals]).toEqual([['write-failed', 1]]);
    expect(reports.filter(({ status }) => status === 'refused').map(({ line }) => line)).toEqual([8]);
    expect(reports[6]?.errors).toEqual([
      { code: 'write-failed', field: null, text: '写入数据库失败：poisoned' },
    ]);
    expect(await counts()).toEqual({ jobs: 19, cities: 19, majors: 19, docs: 19 });
  });

  test('is not blamed when the database refuses everything', async () => {
    const rows = inputOf(jobs(0, 6));
    const failed = await importJobs(app.context, rows, {
      ownerId: 'nobody',
      now: app.clock.now(),
      dryRun: false,
    }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ImportInterruptedError);
    expect(await counts()).toEqual({ jobs: 0, cities: 0, majors: 0, docs: 0 });
  });
});

test('two imports of the same rows at once bring each in once', async () => {
  const rows = jobs(0, 40);
  const [a, b] = await Promise.all([
    run(inputOf(rows), { chunkSize: 8 }),
    run(inputOf(rows), { chunkSize: 8 }),
  ]);
  expect(a.summary.imported + b.summary.imported).toBe(40);
  expect(a.summary.known + b.summary.known).toBe(40);
  expect((await counts()).jobs).toBe(40);
});
