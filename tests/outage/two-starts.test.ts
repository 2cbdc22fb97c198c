// Two processes start over one database that nobody has opened yet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import { serverProgram } from '../support/builds/server';
import { newDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeEach(async () => {
  database = await newDatabase({ migrated: false });
});
afterEach(() => database.drop());

it('both open it within one process', async () => {
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase(database.url, makeTables)));
  const [first, second] = opened;
  const { boards } = first?.tables ?? {};
  expect(boards && (await second?.read.$count(boards))).toBe(0);
  for (const db of opened) await db.close();
});

it('both succeed as processes of their own, and it has its boards once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-two-'));
  const run = async () => {
    const child = spawn(process.execPath, [serverProgram, 'migrate'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, QIHANG_DEMO: '1', DATA_DIR: folder, DATABASE_URL: database.url },
    });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    return { code, said: out + err };
  };
  const ended = await Promise.all([run(), run(), run()]);
  for (const { code, said } of ended) {
    expect(said).toMatch(/^数据库结构已是最新/);
    expect(code).toBe(0);
  }
  const db = await openDatabase(database.url, makeTables);
  const slugs = (await db.read.select().from(db.tables.boards)).map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThan(3);
  expect(new Set(slugs).size).toBe(slugs.length);
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});
