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
  const { code, text } = await qihang('import', 'jobs', file, '--dry-run', '--report', report);
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
  );
  expect(code).toBe(0);
  expect(text).toMatch(/读入\s+6/);
  expect(text).toMatch(/导入\s+2\s+其中 1 行截止时间已过/);
  expect(text).toMatch(/重复\s+1\s+此前已导入 0，文件内重复 1/);
  expect(text).toMatch(/拒绝\s+3/);
  const [job] = (await app.as().jobs.list({ query: {} })).items;
  expect(await app.as().jobs.detail({ params: { id: job?.id ?? '' } })).toMatchObject({ postedBy: '陈一鸣' });
});

test('of many refused rows only the first are listed', async () => {
  const file = fileOf(
    'b.csv',
    ['岗位,单位', ...Array.from({ length: 9 }, (_, i) => `岗位${i},`), '质检员,江州重工'].join('\n'),
  );
  const { text } = await qihang('import', 'jobs', file, '--limit-errors', '4');
  expect(text.match(/：没有单位/g)).toHaveLength(4);
  expect(text).toContain('还有 5 行');
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
