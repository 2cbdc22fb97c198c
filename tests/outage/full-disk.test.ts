// SQLite on a disk that is full: a file system of a few MiB, mounted for this file.

import { join } from 'node:path';
import { databaseTrouble } from '@qihang/server/db/errors';
import Sqlite from 'better-sqlite3';
import { declaring, runnerOf } from '../background/work';
import { startTestApp, type TestApp } from '../support/app';
import { engine } from '../support/database';
import { threadDraft } from '../support/drafts';
import { eventually } from '../support/waiting';
import { mountSmallDisk, remountReadOnly, type SmallDisk } from './small-disk';

const mounted = engine === 'sqlite' ? mountSmallDisk(24) : undefined;
if (engine === 'sqlite' && !mounted)
  console.error(
    'NOT TESTED: this machine mounts no file system, so no disk can be filled. Run as root in CI.',
  );

(mounted ? describe : describe.skip)('on a full disk', () => {
  const disk = mounted as SmallDisk;
  const lines: string[] = [];
  let t: TestApp;
  beforeAll(async () => {
    const log = { write: (line: string) => void lines.push(line) };
    t = await startTestApp({ LOG_LEVEL: 'error' }, { log, folder: disk.folder });
  });
  afterAll(async () => {
    disk.free();
    await t.close();
  });

  const body = '某某同学写的内容'.repeat(100);
  const ask = (n: number) =>
    t.send('/threads', {
      method: 'POST',
      as: 'linxiao',
      body: threadDraft({ title: `第 ${n} 个问题是什么`, body }),
    });

  it('writes are answered 503, readers go on, readiness says why, and all of it ends by itself', async () => {
    const ran: number[] = [];
    const task = { name: 'often', schedule: { everyMinutes: 1 }, run: async () => void ran.push(1) };
    const runner = runnerOf(declaring(t.context, { tasks: [task] }), { pollMs: 5 });
    runner.start();
    try {
      expect((await t.app.inject({ url: '/readyz' })).statusCode).toBe(200);
      await eventually(() => expect(ran).toHaveLength(1));
      disk.fill();

      // What SQLite's log has room for is still written.
      let refused = await ask(0);
      let written = 1;
      for (; refused.statusCode === 201; written++) refused = await ask(written);
      expect(refused.statusCode).toBe(503);
      expect(refused.headers['retry-after']).toBe('60');
      expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(refused.json()).toMatchObject({
        code: 'database.full',
        title: expect.stringMatching(/存储空间满了/),
      });

      await eventually(async () => {
        const ready = await t.app.inject({ url: '/readyz' });
        expect(ready.statusCode).toBe(503);
        expect(ready.json()).toMatchObject({ code: 'database.full' });
      });
      expect((await t.app.inject({ url: '/healthz' })).statusCode).toBe(200);
      const { items } = await t.as().threads.list({ query: { limit: 1 } });
      expect(items).toHaveLength(written > 1 ? 1 : 0);
      t.clock.advance(60_000);
      expect((await ask(written)).statusCode).toBe(503);

      const said = lines.map((line) => JSON.parse(line)).filter(({ problem }) => problem === 'database.full');
      expect(said.length).toBeGreaterThan(0);
      expect(said[0]).toMatchObject({ level: 50, route: 'POST /api/v1/threads' });
      expect(lines.join('')).not.toMatch(/某某同学|个问题是什么|linxiao/);

      disk.free();
      expect((await ask(written)).statusCode).toBe(201);
      await eventually(async () => expect((await t.app.inject({ url: '/readyz' })).statusCode).toBe(200));
      await eventually(() => expect(ran).toHaveLength(2));
    } finally {
      disk.free();
      await runner.stop();
    }
    const file = new Sqlite((t.context.db as unknown as { url: string }).url.slice('file:'.length));
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    file.close();
  });
});

(mounted ? describe : describe.skip)('on a read-only file system', () => {
  it('SQLite refuses writes in a way that is told apart', () => {
    const disk = mounted as SmallDisk;
    const path = join(disk.folder, 'read-only.db');
    const before = new Sqlite(path);
    before.exec('create table t (a)');
    before.close();
    remountReadOnly(disk);
    const file = new Sqlite(path);
    let thrown: unknown;
    try {
      file.exec('insert into t values (1)');
    } catch (error) {
      thrown = error;
    }
    expect(databaseTrouble(thrown)).toBe('read-only');
    file.close();
    disk.remove();
  });
});
