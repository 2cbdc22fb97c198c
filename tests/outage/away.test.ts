// PostgreSQL that is stopped and started again, set to read only, or holds a lock: a cluster of this file's own.

import { enqueue } from '@qihang/server/background/outbox';
import type { LogTarget } from '@qihang/server/http/logging';
import pg from 'pg';
import { declaring, gate, runnerOf } from '../background/work';
import { startTestApp, type TestApp } from '../support/app';
import { engine } from '../support/database';
import { threadDraft } from '../support/drafts';
import { startOwnPostgresql } from '../support/own-postgresql';
import type { Postgresql } from '../support/postgresql';
import { eventually } from '../support/waiting';

(engine === 'postgresql' ? describe : describe.skip)('PostgreSQL', () => {
  const usual = process.env.TEST_POSTGRESQL_URL;
  const lines: string[] = [];
  const log: LogTarget = { write: (line) => void lines.push(line) };
  let server: Postgresql;
  let t: TestApp;
  beforeAll(async () => {
    server = await startOwnPostgresql();
    process.env.TEST_POSTGRESQL_URL = server.url;
    t = await startTestApp({ LOG_LEVEL: 'error' }, { log });
  });
  // The service says on its error output that connections were closed.
  beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(async () => {
    await server.stop();
    process.env.TEST_POSTGRESQL_URL = usual;
  });

  let asked = 0;
  const ask = () =>
    t.send('/threads', {
      method: 'POST',
      as: 'linxiao',
      body: threadDraft({ title: `第 ${asked++} 个问题是什么` }),
    });
  const list = () => t.send('/jobs', { as: 'linxiao' });
  const ready = () => t.app.inject({ url: '/readyz' });
  const worksAgain = () =>
    eventually(async () => {
      expect((await ask()).statusCode).toBe(201);
      expect((await list()).statusCode).toBe(200);
      expect((await ready()).statusCode).toBe(200);
    });

  it('away: all is answered 503 but health, nothing ends the process, and it goes on by itself', async () => {
    const ran: number[] = [];
    const sending = gate();
    const sent = gate();
    const runner = runnerOf(
      declaring(t.context, {
        tasks: [{ name: 'often', schedule: { everyMinutes: 1 }, run: async () => void ran.push(1) }],
        deliveries: {
          'test.note': async () => {
            sending.open();
            await sent.opened;
            return { outcome: 'sent' };
          },
        },
      }),
      { pollMs: 5 },
    );
    const { db } = t.context;
    await db.write((tx) =>
      enqueue(db, tx, { id: 'note-1', kind: 'test.note', payload: { n: 1 } }, t.clock.now()),
    );
    runner.start();
    try {
      await sending.opened;
      await eventually(() => expect(ran).toHaveLength(1));

      // A transaction between two statements: its connection is lost while nobody waits for an answer.
      const stopped = gate();
      const began = gate();
      const interrupted = db
        .write(async (tx) => {
          await tx.select().from(db.tables.boards).limit(1);
          began.open();
          await stopped.opened;
          await tx.select().from(db.tables.boards).limit(1);
        })
        .then(
          () => 'committed',
          () => 'refused',
        );
      await began.opened;
      await server.halt();
      stopped.open();
      expect(await interrupted).toBe('refused');
      sent.open();
      t.clock.advance(60_000);

      for (const response of [await ask(), await list(), await ready()]) {
        expect(response.statusCode).toBe(503);
        expect(response.headers['retry-after']).toBe('5');
        expect(response.json()).toMatchObject({
          code: 'database.unavailable',
          title: expect.stringMatching(/数据库/),
        });
      }
      expect((await t.app.inject({ url: '/healthz' })).statusCode).toBe(200);
      expect(ran).toHaveLength(1);
      const said = lines
        .map((line) => JSON.parse(line))
        .filter(({ problem }) => problem === 'database.unavailable');
      expect(said.map(({ route }) => route)).toContain('GET /api/v1/jobs');
      expect(lines.join('')).not.toMatch(/个问题是什么|linxiao/);

      await server.resume();
      await worksAgain();
      await eventually(async () => {
        expect(ran).toHaveLength(2);
        expect(await db.read.select().from(db.tables.outbox)).toMatchObject([{ state: 'sent', attempts: 1 }]);
      });
    } finally {
      await runner.stop();
    }
  });

  async function administer(...statements: string[]): Promise<void> {
    const client = new pg.Client(`${server.url}/postgres`);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  it('read only: readers go on, writes are answered 503 until it takes them again', async () => {
    await administer('alter system set default_transaction_read_only = on', 'select pg_reload_conf()');
    await eventually(async () => expect((await ask()).statusCode).toBe(503));
    const refused = await ask();
    expect(refused.json()).toMatchObject({ code: 'database.read-only' });
    expect(refused.headers['retry-after']).toBe('60');
    await eventually(async () =>
      expect((await ready()).json()).toMatchObject({ code: 'database.read-only' }),
    );
    expect((await list()).statusCode).toBe(200);
    await administer(
      'set default_transaction_read_only = off',
      'alter system reset default_transaction_read_only',
      'select pg_reload_conf()',
    );
    await worksAgain();
  });

  it('a lock that stays is answered 503, and the write after it succeeds', async () => {
    const client = new pg.Client((t.context.db as unknown as { url: string }).url);
    await client.connect();
    await client.query('begin; lock table threads in exclusive mode');
    const refused = await ask();
    expect(refused.statusCode).toBe(503);
    expect(refused.json()).toMatchObject({ code: 'database.busy' });
    expect((await list()).statusCode).toBe(200);
    await client.query('rollback');
    await client.end();
    await worksAgain();
  });
});
