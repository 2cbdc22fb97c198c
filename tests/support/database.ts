import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import pg from 'pg';
import { snapshotsOf } from './snapshots/snapshots';
import './total-order';

export const engine: Database['engine'] = process.env.TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite';

export interface TestDatabase {
  url: string;
  /** Removes it; the database must be closed. */
  drop(): Promise<void>;
}

async function administer<R extends pg.QueryResultRow>(statement: string): Promise<R[]> {
  const client = new pg.Client(`${process.env.TEST_POSTGRESQL_URL}/postgres`);
  await client.connect();
  const { rows } = await client.query<R>(statement);
  await client.end();
  return rows;
}

/** A migrated database to copy: every test has one of its own, and running the migrations takes longer than copying. */
async function template(): Promise<string> {
  const name = `template_${process.env.JEST_WORKER_ID ?? 0}`;
  const [known] = await administer(`select 1 from pg_database where datname = '${name}'`);
  if (!known) {
    await administer(`create database ${name}`);
    const db = await openDatabase(`${process.env.TEST_POSTGRESQL_URL}/${name}`, makeTables);
    await db.close();
  }
  return name;
}

async function newPostgresql(migrated: boolean): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${migrated ? await template() : 'template0'}`);
  return {
    url: `${process.env.TEST_POSTGRESQL_URL}/${name}`,
    async drop() {
      await administer(`drop database ${name} with (force)`);
    },
  };
}

const memory = '/dev/shm';
const enoughBytes = 512 * 1024 * 1024;

/**
 * Where the files of SQLite go: to memory where the machine has a file system there, since each commit waits for the disk, and
 * nothing of these tests is to survive the machine. The PostgreSQL of the tests waits for no disk either.
 */
function quickest(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > enoughBytes ? memory : tmpdir();
}

/** Address of an empty database of the engine under test; `migrated: false` for one that was never opened, `folder` for where a file goes. */
export async function newDatabase({
  migrated = true,
  folder: within = quickest(),
} = {}): Promise<TestDatabase> {
  if (engine === 'postgresql') return newPostgresql(migrated);
  const folder = mkdtempSync(join(within, 'qihang-db-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The state that tests start from, unless they keep others beside it. */
const first = 'first';

/**
 * Opens an empty, migrated database of the engine under test; closing it removes it. The tests of a file share it, and each
 * begins with `restore`.
 */
export async function openTestDatabase(folder?: string) {
  const { url, drop } = await newDatabase(folder === undefined ? {} : { folder });
  const db = await openDatabase(url, makeTables);
  const snapshots = snapshotsOf(url);
  await snapshots.take(first);
  let closing: Promise<void> | undefined;
  async function remove(): Promise<void> {
    await db.close();
    await snapshots.close();
    await drop();
  }
  return {
    ...db,
    url,
    /** Keeps what the database holds, under a name of its own or in place of its first state. */
    keep: (name = first) => snapshots.take(name),
    /** Puts the database back as it was when it was kept; at first, as it was opened. No test may be writing still. */
    async restore(name = first) {
      await snapshots.restore(name);
      // Whatever is kept until the next commit is of the test before.
      await db.write(async () => undefined);
    },
    /** May come again: some tests take the database away from a running app. */
    close: () => (closing ??= remove()),
  };
}

export type OpenTestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;
