// Takes about 40 seconds. Each refusal of a start, by the service and by its command line as real processes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { eq, sql } from 'drizzle-orm';
import { closingAfterEach } from '../support/closing';
import { newDatabase, type TestDatabase } from '../support/database';
import { testSecret } from '../support/secret';
import { runCommand, startService } from '../support/service';

const keep = closingAfterEach();
let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await newDatabase();
  keep({ close: () => database.drop() });
  folder = mkdtempSync(join(tmpdir(), 'qihang-startup-'));
  keep({ close: () => rmSync(folder, { recursive: true, force: true }) });
});

const common = () => ({ DATA_DIR: folder, DATABASE_URL: database.url, QIHANG_SECRET: testSecret });
const demo = () => ({ ...common(), QIHANG_DEMO: '1' });
const production = () => ({ ...common(), NODE_ENV: 'production' });
const development = () => ({ ...common(), NODE_ENV: 'development' });

async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(database.url, makeTables);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const countPeople = () => withDatabase((db) => db.read.$count(db.tables.users));

/** As 0.2.0 left it: nothing says what the database is for. */
const forgetMarks = () =>
  withDatabase((db) =>
    db.write(async (tx) => {
      await tx.delete(db.tables.installation);
    }),
  );

const createAdmin = (env: Record<string, string>) =>
  runCommand(
    ['user', 'create-admin', '--number', 'T9001', '--name', '江一'],
    env,
    'a long and good password',
  );

const signIn = (origin: string, studentNo: string, password: string) =>
  fetch(`${origin}/api/v1/session/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ studentNo, password }),
  });

describe('a database with demo people', () => {
  beforeEach(async () => {
    expect(await runCommand(['seed'], demo())).toMatchObject({ code: 0 });
  });

  it.each([
    ['production', production, 'marked'],
    ['development without a demo', development, 'marked'],
    ['production', production, 'of 0.2.0'],
  ])('is refused in %s (%s)', async (_, env, age) => {
    if (age === 'of 0.2.0') await forgetMarks();
    const { code, said } = await runCommand(['start'], env());
    expect(code).toBe(78);
    expect(said).toContain('qihang demo remove');
  });

  it('is refused by every command', async () => {
    const commands = [
      ['migrate'],
      ['reindex'],
      ['retention'],
      ['tasks', 'list'],
      ['import', 'jobs', 'none.csv'],
    ];
    const ended = [
      ...(await Promise.all(commands.map((args) => runCommand(args, production())))),
      await createAdmin(production()),
    ];
    for (const { code, said } of ended) {
      expect(code).toBe(78);
      expect(said).toContain('qihang demo remove');
    }
    expect(
      await withDatabase((db) => db.read.$count(db.tables.users, eq(db.tables.users.studentNo, 'T9001'))),
    ).toBe(0);
  });

  it('stays a demo for the demo, also one of 0.2.0', async () => {
    await forgetMarks();
    const service = keep(await startService(demo()));
    expect(service.said()).toContain('演示账号');
    expect((await signIn(service.origin, 'T1002', 'qihang-demo')).status).toBe(201);
  });

  it('opens in production once they are removed, and the published password opens nothing', async () => {
    const removed = await runCommand(['demo', 'remove'], production());
    expect(removed).toMatchObject({ code: 0 });
    expect(removed.said).toMatch(/已删除 \d+ 个演示人物/);
    expect(await countPeople()).toBe(0);
    const service = keep(await startService(production()));
    expect((await signIn(service.origin, 'T1002', 'qihang-demo')).status).toBe(401);
    expect(service.said()).toMatch(/还没有管理员.*qihang user create-admin/);
  });
});

describe('a database that was first used without a demo', () => {
  it.each([
    ['with people', true],
    ['without any', false],
  ])('is refused by the demo, %s', async (_, people) => {
    const first = people ? await createAdmin(production()) : await runCommand(['migrate'], production());
    expect(first.code).toBe(0);
    for (const args of [['start'], ['seed']]) {
      const { code, said } = await runCommand(args, demo());
      expect(code).toBe(78);
      expect(said).toContain('演示模式不能打开');
    }
    expect(await countPeople()).toBe(people ? 1 : 0);
  });

  it('starts in production with its admin, whom nothing is said of then', async () => {
    await createAdmin(production());
    const service = keep(await startService(production()));
    expect(service.said()).not.toContain('还没有管理员');
    const demoSession = await fetch(`${service.origin}/api/v1/session/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"account":"admin"}',
    });
    expect(demoSession.status).toBe(404);
    const site = await fetch(`${service.origin}/api/v1/site`);
    expect(await site.json()).toMatchObject({ demoAccounts: [], demoPassword: null });
  });
});

describe('the secret', () => {
  it('is demanded in production', async () => {
    const { QIHANG_SECRET: _, ...env } = production();
    const { code, said } = await runCommand(['start'], env);
    expect(code).toBe(78);
    expect(said).toMatch(/^Setting QIHANG_SECRET: missing/);
  });

  it('must be the one that the database knows, until it is replaced', async () => {
    const other = { ...production(), QIHANG_SECRET: `${testSecret}, changed` };
    expect(await runCommand(['migrate'], production())).toMatchObject({ code: 0 });
    const refused = await runCommand(['start'], other);
    expect(refused.code).toBe(78);
    expect(refused.said).toContain('qihang secret replace');
    const replaced = await runCommand(['secret', 'replace'], other);
    expect(replaced).toMatchObject({ code: 0 });
    expect(replaced.said).toContain('班级邀请码全部失效');
    expect(await runCommand(['migrate'], other)).toMatchObject({ code: 0 });
    expect((await runCommand(['migrate'], production())).code).toBe(78);
  });

  it('is in the database as a fingerprint only', async () => {
    await runCommand(['migrate'], production());
    const rows = await withDatabase((db) => db.read.select().from(db.tables.installation));
    const { value = '' } = rows.find(({ key }) => key === 'secret') ?? {};
    expect(value).toMatch(/^[\w-]{22}$/);
    expect(testSecret).not.toContain(value);
  });
});

it('refuses a database that a newer version has migrated, before anything is written', async () => {
  await runCommand(['migrate'], production());
  await withDatabase((db) =>
    db.write(async (tx) => {
      const table = db.engine === 'sqlite' ? sql`__drizzle_migrations` : sql`drizzle.__drizzle_migrations`;
      // The verbs of a transaction know the tables of the service only.
      const raw = tx as unknown as { run?(q: unknown): unknown; execute?(q: unknown): Promise<unknown> };
      const insert = sql`insert into ${table} (hash, created_at) values ('of a later version', ${Date.UTC(2040, 0, 1)})`;
      await (raw.run ? raw.run(insert) : raw.execute?.(insert));
    }),
  );
  for (const args of [['start'], ['migrate']]) {
    const { code, said } = await runCommand(args, production());
    expect(code).toBe(78);
    expect(said).toMatch(/更新的版本升级过.*1 项/);
  }
});
