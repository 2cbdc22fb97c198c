import { importJobs } from '@qihang/server/features/jobs/import/run';
import { startTestApp, type TestApp } from '../support/app';
import { inputOf } from './files';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const row = (line: number, title: string, more: string) => ({
  line,
  texts: {
    title,
    company: `示例公司${line}`,
    kind: '校招',
    cities: '合肥',
    degree: '本科',
    majors: '不限',
    salary: '8-12K',
    headcount: '2',
    deadline: '2026-12-20',
    email: 'hr@example.com',
    source: '学院就业办',
    body: `负责设备调试与维护，参加项目例会。要求有相关经验。${more}`,
  },
});
/** What a single job is held for, too: see content-check/api.test.ts. */
const bad = '另代写论文，价格好说，主页有联系方式。';
const rows = [row(2, '电气工程师', ''), row(3, '机械工程师', bad), row(4, '软件工程师', '')];
const lead = () => t.as('chenyiming').jobImport;
const reason = { overrideReason: '已逐条核对' };
const jobsById = async () => {
  const { db } = t.context;
  const all = await db.read.select().from(db.tables.jobs);
  return new Map(all.map((job) => [job.id, job]));
};

it('holds the rows that a single job would be held for, and says why', async () => {
  const { rows: done, inReview } = await lead().import({ body: { rows, ...reason } });
  expect(inReview).toBe(false);
  expect(done.map(({ status, held }) => [status, held.length > 0])).toEqual([
    ['imported', false],
    ['imported', true],
    ['imported', false],
  ]);
  expect(done[1]?.held).toEqual(['代写、代考或替考']);
  const jobs = await jobsById();
  const lives = done.map(({ jobId }) => jobs.get(jobId ?? '')?.life);
  expect(lives).toEqual(['published', 'in-review', 'published']);
});

it('puts what is held before the reviewers, with what was found', async () => {
  const { rows: done } = await lead().import({ body: { rows, ...reason } });
  const { db } = t.context;
  const { cases, contentVerdicts, searchDocs } = db.tables;
  const held = done[1]?.jobId ?? '';
  const waiting = await db.read.select().from(cases);
  expect(waiting.map(({ kind, targetId, authorId }) => ({ kind, targetId, authorId }))).toEqual([
    { kind: 'review', targetId: held, authorId: t.people.chenyiming.id },
  ]);
  expect(waiting[0]?.verdict).toMatchObject({ verdict: 'block' });
  const verdicts = await db.read.select().from(contentVerdicts);
  expect(new Set(verdicts.map(({ id }) => id))).toEqual(new Set(done.map(({ jobId }) => jobId)));
  const found = await db.read.select().from(searchDocs);
  expect(found.some(({ refId }) => refId === held)).toBe(false);
});

it('leaves a row that came in before as it is, and judges nothing in a trial run', async () => {
  const body = { rows, ...reason };
  await lead().import({ body });
  const again = await lead().import({ body });
  expect(again.rows.map(({ status, held }) => [status, held])).toEqual([
    ['known', []],
    ['known', []],
    ['known', []],
  ]);
  const check = jest.fn();
  await importJobs(t.context, inputOf([{ 岗位名称: '钳工', 单位: '另一家' }]), {
    ...{ ownerId: t.people.admin.id, now: t.clock.now(), dryRun: true, check },
  });
  expect(check).not.toHaveBeenCalled();
});

it('counts what is held in the figures of the command line', async () => {
  const { summaryLines } = await import('@qihang/server/features/jobs/import/table-text');
  const held = { holds: true, said: ['广告引流'], keep: async () => undefined };
  const input = inputOf([{ 岗位名称: '钳工', 单位: '另一家' }]);
  const summary = await importJobs(t.context, input, {
    ...{ ownerId: t.people.admin.id, now: t.clock.now(), dryRun: false, check: async () => held },
  });
  expect(summary.held).toBe(1);
  expect(summaryLines(summary, false).join('\n')).toMatch(/待审 +1 {2}内容检查拦下的行/);
});
