import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { paths } from '../paths';
import type { Database, Tx } from './database';
import { codesOf } from './errors';
import { pgKit } from './kit/pg';
import { nestedWriteGuard } from './nested';
import { tsvectorIndex } from './search/tsvector';
import { makeTables } from './tables';

const serializationFailure = '40001';
const deadlock = '40P01';
const maxTries = 50;

const mayRepeat = (error: unknown): boolean =>
  [...codesOf(error)].some((code) => code === serializationFailure || code === deadlock);

/** A pool; writes are serializable and repeated when another one came between. */
export async function openPostgresql(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const db = drizzle({ client: pool, casing: 'snake_case' });
  await migrate(db, { migrationsFolder: paths.postgresqlMigrations });

  const nested = nestedWriteGuard();
  const tables = makeTables(pgKit);
  let commits = 0;

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const result = await db.transaction((tx) => nested.run(() => work(tx as unknown as Tx)), {
          isolationLevel: 'serializable',
        });
        commits += 1;
        return result;
      } catch (error) {
        if (tries >= maxTries || !mayRepeat(error)) throw error;
        await sleep(Math.random() * 2 ** Math.min(tries, 6));
      }
    }
  }

  return {
    engine: 'postgresql',
    tables,
    search: tsvectorIndex(tables),
    read: db as unknown as Tx,
    async write(work) {
      nested.refuse();
      return transact(work);
    },
    commits: () => commits,
    close: () => pool.end(),
  };
}
