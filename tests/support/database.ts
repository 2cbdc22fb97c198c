import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@qihang/server/db/database';
import pg from 'pg';

export const engine: Database['engine'] = process.env.TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite';

export interface TestDatabase {
  url: string;
  /** Removes it; the database must be closed. */
  drop(): Promise<void>;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(`${process.env.TEST_POSTGRESQL_URL}/postgres`);
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function newPostgresql(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  return {
    url: `${process.env.TEST_POSTGRESQL_URL}/${name}`,
    drop: () => administer(`drop database ${name} with (force)`),
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
  const db = await openDatabase(url);
  return {
    ...db,
    async close() {
      await db.close();
      await drop();
    },
  };
}
