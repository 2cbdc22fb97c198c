// SQLite: a second process holds the lock of the file, as an import or a backup does.
import { performance } from 'node:perf_hooks';
import { enqueue } from '@qihang/server/background/outbox';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import { count, declaring, gate, runnerOf } from '../background/work';
import { startTestApp, type TestApp } from '../support/app';
import { closingAfterEach } from '../support/closing';
import { engine, newDatabase } from '../support/database';
import { threadDraft } from '../support/drafts';
import { eventually, pause } from '../support/waiting';
import { holdLock } from './lock-holder';

const describeSqlite = engine === 'sqlite' ? describe : describe.skip;

const fileOf = (url: string): string => url.slice('file:'.length);

describeSqlite('while another process holds the lock', () => {
  let t: TestApp;
  let file: string;
  beforeAll(async () => {
    t = await startTestApp();
    file = fileOf((t.context.db as unknown as { url: string }).url);
  });
  afterAll(() => t.close());
  const closing = closingAfterEach();
  beforeEach(() => t.restore());

  const ask = (title: string) =>
    t.send('/threads', { method: 'POST', as: 'linxiao', body: threadDraft({ title }) });
  const titles = async () =>
    (await t.as().threads.list({ query: { limit: 50 } })).items.map(({ title }) => title);

  it('readers answer for 3 s, and writers wait, succeed in their order', async () => {
    const holder = closing(await holdLock(file));
    const began = performance.now();
    const settled: number[] = [];
    const { db } = t.context;
    const written = [1, 2, 3].map((n) =>
      db.write(async (tx) => {
        await count(t.context, tx, `${n}`);
        settled.push(n);
      }),
    );
    const asked = ask('锁着的时候能提问吗');
    const slowest = { health: 0, list: 0 };
    const timed = async (of: keyof typeof slowest, answer: () => Promise<{ statusCode: number }>) => {
      const from = performance.now();
      expect((await answer()).statusCode).toBe(200);
      slowest[of] = Math.max(slowest[of], performance.now() - from);
    };
    while (performance.now() - began < 3000) {
      await timed('health', () => t.app.inject({ url: '/healthz' }));
      await timed('list', () => t.send('/jobs', { as: 'linxiao' }));
      await pause(5);
    }
    expect(settled).toEqual([]);
    // Of a process that waits with its event loop, one of these would take the whole 3 s.
    expect(Math.max(slowest.health, slowest.list)).toBeLessThan(1500);
    await holder.close();
    await Promise.all(written);
    expect(settled).toEqual([1, 2, 3]);
    expect((await asked).statusCode).toBe(201);
  });

  it('a lock that stays is answered 503, for all who wait after the same time, and ends by itself', async () => {
    const holder = closing(await holdLock(file));
    const began = performance.now();
    const refused = await Promise.all(['甲问题有人知道吗', '乙问题有人知道吗', '丙问题有人知道吗'].map(ask));
    // One after the other they would have waited three times as long.
    expect(performance.now() - began).toBeLessThan(12_000);
    for (const response of refused) {
      expect(response.statusCode).toBe(503);
      expect(response.headers['retry-after']).toBe('2');
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(response.json()).toMatchObject({ code: 'database.busy', title: '数据库正忙，请稍等几秒再试' });
    }
    const ready = await t.app.inject({ url: '/readyz' });
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({ code: 'database.busy' });
    expect(await titles()).toEqual([]);
    await holder.close();
    expect((await ask('甲问题有人知道吗')).statusCode).toBe(201);
    await eventually(async () => expect((await t.app.inject({ url: '/readyz' })).statusCode).toBe(200));
  });

  it('the background runner goes on, and what was sent meanwhile counts as sent', async () => {
    const sending = gate();
    const held = gate();
    const ran: string[] = [];
    const context = declaring(t.context, {
      tasks: [{ name: 'hourly', schedule: { everyMinutes: 60 }, run: async () => void ran.push('hourly') }],
      deliveries: {
        'test.note': async () => {
          sending.open();
          await held.opened;
          return { outcome: 'sent' };
        },
      },
    });
    const { db } = t.context;
    await db.write((tx) =>
      enqueue(db, tx, { id: 'note-1', kind: 'test.note', payload: { n: 1 } }, t.clock.now()),
    );
    const logged: string[] = [];
    const runner = runnerOf(context, { pollMs: 5 }, logged);
    runner.start();
    try {
      await sending.opened;
      await eventually(() => expect(ran).toEqual(['hourly']));
      const holder = closing(await holdLock(file));
      held.open();
      t.clock.advance(60 * 60_000);
      await eventually(() => {
        expect(logged).toContain('the outcome of background work could not be written yet');
        expect(logged).toContain('background work failed');
      });
      expect(ran).toEqual(['hourly']);
      await holder.close();
      await eventually(async () => {
        expect(ran).toEqual(['hourly', 'hourly']);
        expect(await db.read.select().from(db.tables.outbox)).toMatchObject([{ state: 'sent', attempts: 1 }]);
      });
    } finally {
      await runner.stop();
    }
  });
});

describeSqlite('opening', () => {
  it.each([
    ['makes the same tables', ['begin immediate']],
    // As SQLite does on a file whose last process was killed.
    ['keeps everybody out, readers too', ['pragma locking_mode = exclusive', 'begin exclusive']],
  ])('waits for a process that %s', async (_, statements) => {
    const { url, drop } = await newDatabase();
    const holder = await holdLock(fileOf(url), ['pragma journal_mode = wal', ...statements]);
    let open = false;
    const opening = openDatabase(url, makeTables).then((db) => {
      open = true;
      return db;
    });
    await pause(300);
    expect(open).toBe(false);
    await holder.close();
    const db = await opening;
    expect(await db.read.$count(db.tables.boards)).toBe(0);
    await db.close();
    await drop();
  });
});

describeSqlite('a long transaction', () => {
  it('leaves the event loop its turns, and other processes the lock', async () => {
    const { url, drop } = await newDatabase();
    const db = await openDatabase(url, makeTables);
    const { users } = db.tables;
    const createdAt = new Date();
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 1);
    await db.write(async (tx) => {
      for (let i = 0; i < 5000; i++) await tx.insert(users).values({ id: `u${i}`, name: '某', createdAt });
    });
    expect(turns).toBeGreaterThan(5);
    clearInterval(counting);

    // One transaction after the other, as an import does; without a pause another process would never find the lock free.
    let stop = false;
    const importing = (async () => {
      for (let n = 0; !stop; n++)
        await db.write(async (tx) => {
          for (let i = 0; i < 500; i++)
            await tx.insert(users).values({ id: `v${n}-${i}`, name: '某', createdAt });
        });
    })();
    const second = await openDatabase(url, makeTables);
    for (let n = 0; n < 5; n++)
      await second.write((tx) => tx.insert(users).values({ id: `w${n}`, name: '某', createdAt }));
    stop = true;
    await importing;
    await second.close();
    await db.close();
    await drop();
  });
});
