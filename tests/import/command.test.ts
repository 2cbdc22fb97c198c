import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { addImportCommands } from '@qihang/server/cli/import';
import { startTestApp, type TestApp } from '../support/app';
import { fileOf, pathOf, removeFiles } from './files';

type Program = Parameters<typeof addImportCommands>[0];
// The command line is the server's own dependency.
const commander = createRequire(join(__dirname, '../../server/package.json'))('commander') as {
  Command: new (name: string) => Program;
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  removeFiles();
});

let printed: string[] = [];
const exitCode = process.exitCode;
beforeEach(() => {
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = exitCode;
});

/** Runs the command line as it is typed; answers its exit code and what it printed. */
async function qihang(...args: string[]) {
  const program = new commander.Command('qihang').exitOverride();
  addImportCommands(program, (work) => work(app.context));
  await program.parseAsync(['node', 'qihang', ...args]);
  return { code: process.exitCode, text: printed.join('\n') };
}

const reason = ['--reason', '老师整理的旧表'];

const rows = [
  '岗位名称,单位,薪资,截止时间,备用',
  '焊工,江州重工,6K-8K/月,2026-12-05,',
  ',江州重工,面议,,',
  '质检员,,面议,,',
  '=HYPERLINK("x"),江州电机,看情况,2026-11-01,',
  '"没有结束,江州电机,,,',
  '焊工,江州重工,6K-8K/月,2026-12-05,',
];

test('a dry run goes through the rows, writes the report, and changes nothing', async () => {
  const report = pathOf('report.csv');
  const file = fileOf('a.csv', rows.join('\n'));
  const { code, text } = await qihang('import', 'jobs', file, '--dry-run', '--report', report, ...reason);
  expect(code).toBe(0);
  expect(text).toContain('第 3 行 江州重工：没有岗位名称');
  expect(text).toContain('第 4 行 质检员：没有单位');
  expect(text).toContain('第 6 行：引号没有成对');
  expect(text).toContain('与第 2 行相同');
  expect(text).toContain('没有用到的列：备用');
  expect(text).toContain('没有写入任何内容');
  const lines = readFileSync(report, 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeff行,结果,岗位名称,单位,说明');
  expect(lines).toHaveLength(7);
  expect(lines[4]).toMatch(/^5,"导入","'=HYPERLINK\(""x""\)","江州电机",/);
  expect((await app.as().jobs.count({ query: {} })).count).toBe(0);
});

test('the import counts every row, once', async () => {
  const { code, text } = await qihang(
    'import',
    'jobs',
    fileOf('a.csv', rows.join('\n')),
    '--owner',
    app.people.chenyiming.id,
    ...reason,
  );
  expect(code).toBe(0);
  expect(text).toMatch(/读入\s+6/);
  expect(text).toMatch(/导入\s+2\s+其中 1 行截止时间已过/);
  expect(text).toMatch(/重复\s+1\s+此前已导入 0，文件内重复 1/);
  expect(text).toMatch(/拒绝\s+3/);
  expect(text).toMatch(/备注\s+2\s+其中 1 行/);
  const [job] = (await app.as().jobs.list({ query: {} })).items;
  expect(await app.as().jobs.detail({ params: { id: job?.id ?? '' } })).toMatchObject({ postedBy: '陈一鸣' });
});

test('of many refused rows only the first are listed', async () => {
  const file = fileOf(
    'b.csv',
    ['岗位,单位', ...Array.from({ length: 9 }, (_, i) => `岗位${i},`), '质检员,江州重工'].join('\n'),
  );
  const { text } = await qihang('import', 'jobs', file, '--limit-errors', '4', ...reason);
  expect(text.match(/：没有单位/g)).toHaveLength(4);
  expect(text).toContain('还有 5 行');
});

describe('the self-check', () => {
  const whole =
    '江州重工,校招,宁波,本科,7K-9K/月,3,2026-12-20,hr@jzhi.example,学院就业群,负责工艺文件的编制和现场支持。要求熟悉机械制图';
  const header = '岗位名称,单位,性质,城市,学历,薪资,人数,截止时间,投递邮箱,来源,正文';
  const file = () =>
    fileOf(
      'e.csv',
      [
        header,
        `铸造工艺员,${whole}。`,
        `锻压工艺员,${whole}，限男生。`,
        `焊接工艺员,${whole.replace(',3,', ',,')}。`,
      ].join('\n'),
    );
  const titles = async () =>
    (await app.as().jobs.list({ query: { q: '工艺员' } })).items.map(({ title }) => title).sort();
  beforeEach(() => app.restore());

  test('refuses what it refuses on the page, and says so', async () => {
    const { text } = await qihang('import', 'jobs', file());
    expect(text).toMatch(/第 3 行 锻压工艺员.*性别/);
    expect(text).toMatch(/第 4 行 焊接工艺员.*没有写招聘人数/);
    expect(text).toMatch(/1\s+发布前自检不通过/);
    expect(text).toContain('加 --reason 说明');
    expect(await titles()).toEqual(['铸造工艺员']);
  });

  test('takes a reason for what it warns of, and for nothing else; the reason is kept', async () => {
    await qihang('import', 'jobs', file(), '--owner', app.people.chenyiming.id, ...reason);
    expect(await titles()).toEqual(['焊接工艺员', '铸造工艺员']);
    const [job] = (await app.as().jobs.list({ query: { q: '焊接工艺员' } })).items;
    expect(await app.as('admin').jobs.detail({ params: { id: job?.id ?? '' } })).toMatchObject({
      lintOverride: { reason: '老师整理的旧表', rules: ['missing.headcount'] },
    });
  });

  test('若干 and 面议 need no reason', async () => {
    const text = [header, `装配工艺员,${whole.replace('7K-9K/月,3', '面议,若干')}。`].join('\n');
    await qihang('import', 'jobs', fileOf('f.csv', text));
    expect(await titles()).toEqual(['装配工艺员']);
  });
});

describe('Ctrl-C', () => {
  const many = (count: number) =>
    fileOf(
      'many.csv',
      ['岗位,单位,正文', ...Array.from({ length: count }, (_, i) => `装配岗位${i},江州重工,第${i}号`)].join(
        '\n',
      ),
    );
  let shown: string;
  beforeEach(async () => {
    await app.restore();
    shown = '';
  });
  /** Presses Ctrl-C when so many rows are said to be done. */
  const pressAfter = (done: number) =>
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      shown += String(text);
      if (String(text).includes(`已处理 ${done}/`)) process.emit('SIGINT');
      return true;
    });

  test('stops between transactions, says what is done, and a repeat does the rest', async () => {
    pressAfter(500);
    const { code, text } = await qihang('import', 'jobs', many(1200), ...reason);
    expect(code).toBe(130);
    expect(text).toContain('已按 Ctrl-C 停下：1200 行里处理完 500 行');
    expect(text).toContain('再运行同一条命令会接着做');
    const { db } = app.context;
    expect(await db.read.$count(db.tables.jobs)).toBe(500);

    jest.restoreAllMocks();
    printed = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
    process.exitCode = exitCode;
    const again = await qihang('import', 'jobs', many(1200), ...reason);
    expect(again.code).toBe(0);
    expect(again.text).toMatch(/导入\s+700/);
    expect(again.text).toMatch(/此前已导入 500/);
    expect(await db.read.$count(db.tables.jobs)).toBe(1200);
  });

  test('progress goes to stderr, by rows done of all', async () => {
    pressAfter(Number.NaN);
    const { text } = await qihang('import', 'jobs', many(1200), '--dry-run');
    expect(shown).toContain('已处理 500/1200 行');
    expect(shown).toContain('已处理 1200/1200 行');
    expect(text).not.toContain('已处理');
  });
});

describe('exit codes', () => {
  test('2 when every row was refused', async () => {
    expect((await qihang('import', 'jobs', fileOf('c.jsonl', '{"title":"甲岗"}\n{'))).code).toBe(2);
  });

  test.each([
    [['nowhere.csv'], '没有这个文件'],
    [['d.csv', '--owner', 'nobody'], '没有这个用户：nobody'],
    [['d.csv', '--report', pathOf('d.csv')], '报告不能写进要导入的文件'],
    [['d.csv', '--report', pathOf('no/such/folder.csv')], '写不了报告'],
  ])('1 and a clear line: %j', async ([name = '', ...options], message) => {
    fileOf('d.csv', rows.join('\n'));
    const { code, text } = await qihang('import', 'jobs', pathOf(name), ...options);
    expect(code).toBe(1);
    expect(text).toContain(message);
    expect(readFileSync(pathOf('d.csv'), 'utf8')).toBe(rows.join('\n'));
  });
});
