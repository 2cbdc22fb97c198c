// The largest that people may send, with the time that the service's event loop is held by it. `pnpm test:hostile --loop` prints it.
import { sheetXml, workbookOf } from '../support/workbooks/workbook';
import { type Program, startProgram } from './program';

const byHand = process.env.HOSTILE === '1';
/** By hand the service has the machine for itself; elsewhere other tests hold the processor as well. */
const boundMs = byHand ? 50 : 2_000;

const persons = (count: number) => [
  ['学号', '姓名', '学院', '专业', '班级', '毕业年份'],
  ...Array.from({ length: count }, (_, i) => [
    `2023${String(i).padStart(6, '0')}`,
    `学生${i}`,
    `第${i % 12}学院`,
    '车辆工程',
    `车辆23${i % 300}`,
    2027,
  ]),
];

const jobs = (count: number) => [
  ['岗位名称', '单位', '城市', '学历', '专业', '薪资', '人数', '截止时间', '投递邮箱', '来源', '正文'],
  ...Array.from({ length: count }, (_, i) => [
    `工艺工程师${i}`,
    `江州第${i % 700}机械有限公司`,
    '杭州、宁波',
    '本科及以上',
    '车辆工程、机械类',
    '8000-12000元/月',
    3,
    '2027-05-31',
    `hr${i}@example.com`,
    '学院就业群',
    `负责整车道路试验，整理第 ${i} 项试验的数据和报告。`.repeat(20),
  ]),
];

/** The same as rows of the page, each with `length` characters of text. */
const importRows = (length: number) => ({
  rows: Array.from({ length: 500 }, (_, i) => ({
    line: i + 2,
    texts: {
      title: `试验技师${length}-${i}`,
      company: `江州第${i % 700}机械有限公司`,
      cities: '杭州',
      degree: '本科',
      majors: '车辆工程',
      salary: '8000-12000元/月',
      headcount: '3',
      deadline: '2027-05-31',
      email: `hr${i}@example.com`,
      source: '学院就业群',
      body: `负责整车道路试验，整理第 ${i} 项试验的数据和报告。`.repeat(250).slice(0, length),
    },
  })),
  overrideReason: '已逐条核对',
});

const workbook = (rows: (string | number)[][]) =>
  workbookOf({ sheets: [{ name: '表', xml: sheetXml(rows) }] });
const csv = (rows: (string | number)[][]) => Buffer.from(rows.map((row) => `${row.join()}\n`).join(''));

const announcement = (length: number) => {
  const post = `【江州启明汽车有限公司】2027 届校园招聘
一、岗位名称：整车试验工程师（杭州）
薪资：8000-12000元/月；学历：本科及以上；专业：车辆工程、机械设计制造及其自动化；人数：5人
岗位职责：负责整车道路试验，整理试验数据和报告，能接受出差。
投递方式：简历发送至 hr@example.com，截止时间：2027年5月31日 18:00，网申 https://jobs.example.com/1024
`;
  return post.repeat(Math.ceil(length / post.length)).slice(0, length);
};

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  // What is loaded and compiled once is not what is measured.
  await program.send('/admin/roster/preview', { name: 'a.xlsx', bytes: workbook(persons(100)) });
  await program.send('/jobs/import/preview', { name: 'a.xlsx', bytes: workbook(jobs(50)) });
  await program.send('/jobs/parse', { text: announcement(2_000) });
});
afterAll(() => program.stop());

const table: string[] = [];
afterAll(() => {
  if (byHand)
    process.stdout.write(`${['', 'what | bytes | status | ms | loop held ms', ...table, ''].join('\n')}\n`);
});

const long = '负责整车道路试验，整理试验数据和报告。'.repeat(1_100).slice(0, 20_000);

/** What a preview of the same file named; it changes with what is in the roster. */
async function digestOf(content: object): Promise<string> {
  return (await program.send('/admin/roster/preview', content)).body.digest as string;
}

it.each<[string, string, () => object, number]>([
  [
    'a workbook of 18,000 persons, looked at',
    '/admin/roster/preview',
    () => ({ name: 'a.xlsx', bytes: workbook(persons(18_000)) }),
    200,
  ],
  [
    'a CSV of 18,000 persons, looked at',
    '/admin/roster/preview',
    () => ({ name: 'a.csv', bytes: csv(persons(18_000)) }),
    200,
  ],
  [
    '18,000 persons, brought in',
    '/admin/roster/apply',
    () => ({ name: 'a.csv', bytes: csv(persons(18_000)) }),
    200,
  ],
  [
    '18,000 persons that are there, brought in again',
    '/admin/roster/apply',
    () => ({ name: 'a.csv', bytes: csv(persons(18_000)) }),
    200,
  ],
  [
    'a workbook of 5,000 jobs',
    '/jobs/import/preview',
    () => ({ name: 'a.xlsx', bytes: workbook(jobs(5_000)) }),
    400,
  ],
  [
    'a workbook of 500 jobs',
    '/jobs/import/preview',
    () => ({ name: 'a.xlsx', bytes: workbook(jobs(500)) }),
    200,
  ],
  ['500 jobs, judged and brought in', '/jobs/import', () => importRows(500), 200],
  ['the longest announcement', '/jobs/parse', () => ({ text: announcement(100_000) }), 200],
  [
    'an announcement without an end of a line',
    '/jobs/parse',
    () => ({ text: announcement(100_000).replaceAll('\n', '') }),
    200,
  ],
  ['an announcement of one word', '/jobs/parse', () => ({ text: '招聘'.repeat(50_000) }), 200],
  [
    'a body of one endless sentence, checked',
    '/jobs/lint',
    () => ({ job: { title: '试验工程师', company: '江州启明', body: '不限男女'.repeat(5_000) } }),
    200,
  ],
  [
    'a title of a megabyte, refused',
    '/jobs/similar',
    () => ({ job: { title: '【'.repeat(300_000), body: long } }),
    400,
  ],
  [
    'a job of the longest body, checked',
    '/jobs/lint',
    () => ({ job: { title: '试验工程师', company: '江州启明', body: long } }),
    200,
  ],
  [
    'a job of the longest body, compared',
    '/jobs/similar',
    () => ({ job: { title: '试验工程师', company: '江州启明', body: long } }),
    200,
  ],
])('%s does not hold the event loop', async (name, path, make, status) => {
  const content = make();
  const size = 'bytes' in content ? (content.bytes as Buffer).length : JSON.stringify(content).length;
  const digest = path.endsWith('/apply') ? `?digest=${await digestOf(content)}` : '';
  await program.held();
  const began = performance.now();
  const answer = await program.send(path + digest, content);
  const ms = performance.now() - began;
  const held = await program.held();
  table.push([name, size, answer.status, Math.round(ms), Math.round(held)].join(' | '));
  expect(answer.status).toBe(status);
  expect(held).toBeLessThan(boundMs);
});
