import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import pg from 'pg';

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

async function newPostgresql(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${await template()}`);
  return {
    url: `${process.env.TEST_POSTGRESQL_URL}/${name}`,
    async drop() {
      await administer(`drop database ${name} with (force)`);
    },
  };
}

/** Address of an empty database of the engine under test. */
export async function newDatabase(): Promise<TestDatabase> {
  if (engine === 'postgresql') return newPostgresql();
  const folder = mkdtempSync(join(tmpdir(), 'qihang-db-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Opens an empty, migrated database of the engine under test; closing it removes it. */
export async function openTestDatabase(): Promise<Database> {
  const { url, drop } = await newDatabase();
  const db = await openDatabase(url, makeTables);
  return {
    ...db,
    async close() {
      await db.close();
      await drop();
    },
  };
}
