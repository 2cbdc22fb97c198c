// `qihang import jobs` in a second process, while the service runs on the same database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startTestApp, type TestApp } from '../support/app';
import { serverProgram } from '../support/builds/server';
import { threadDraft } from '../support/drafts';
import { testSecret } from '../support/secret';

let t: TestApp;
let folder: string;
beforeAll(async () => {
  t = await startTestApp();
  folder = mkdtempSync(join(tmpdir(), 'qihang-beside-'));
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = 800;

it('lets the service write all the while, and brings every row in', async () => {
  const file = join(folder, 'jobs.csv');
  const lines = Array.from(
    { length: rows },
    (_, i) => `工程师${i},公司${i % 97},深圳,2027-03-01,a${i}@example.com`,
  );
  writeFileSync(file, ['岗位,公司,城市,截止,邮箱', ...lines].join('\n'));
  const { url } = t.context.db as unknown as { url: string };
  const child = spawn(process.execPath, [serverProgram, 'import', 'jobs', file, '--reason', '正文从简'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, QIHANG_SECRET: testSecret, DATA_DIR: folder, DATABASE_URL: url },
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const exited = once(child, 'exit');
  let over = false;
  void exited.then(() => {
    over = true;
  });
  const jobs = () => t.context.db.read.$count(t.context.db.tables.jobs);
  const meanwhile: number[] = [];
  for (let n = 0; !over; n++) {
    const before = await jobs();
    const response = await t.send('/threads', {
      method: 'POST',
      as: 'linxiao',
      body: threadDraft({ title: `导入的时候第 ${n} 次提问` }),
    });
    if (before > 0 && before < rows) meanwhile.push(response.statusCode);
  }
  expect({ code: (await exited)[0], said: await said }).toMatchObject({ code: 0 });
  expect(await jobs()).toBe(rows);
  expect(meanwhile.length).toBeGreaterThan(3);
  expect(meanwhile.filter((status) => status !== 201)).toEqual([]);
});
