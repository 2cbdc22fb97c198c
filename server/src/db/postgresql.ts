import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { paths } from '../paths';
import { codesOf } from './errors';
import { pgKit } from './kit/pg';
import { nestedWriteGuard } from './nested';
import { tsvectorIndex } from './search/tsvector';
import type { Database, MakeTables, Tx } from './types';

const serializationFailure = '40001';
const deadlock = '40P01';
const maxTries = 50;

const mayRepeat = (error: unknown): boolean =>
  [...codesOf(error)].some((code) => code === serializationFailure || code === deadlock);

/** A connection for the length of one transaction; used later, it would write into another one. */
function leaseOf(client: pg.PoolClient): { client: pg.PoolClient; end(): void } {
  let over = false;
  const query = (...args: unknown[]) => {
    if (over) throw new Error('This transaction is over; its tx must not leave the work it was given to');
    return (client.query as (...args: unknown[]) => unknown)(...args);
  };
  const leased = new Proxy(client, {
    get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)),
  });
  return {
    client: leased,
    end() {
      over = true;
    },
  };
}

/** A pool; writes are serializable and repeated when another one came between. */
export async function openPostgresql(url: string, makeTables: MakeTables): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // The server may close a connection that nobody uses; the pool opens another, and without a listener the process would end.
  pool.on('error', ({ message }) => console.error(`PostgreSQL closed an idle connection: ${message}`));
  const db = drizzle({ client: pool, casing: 'snake_case' });
  await migrate(db, { migrationsFolder: paths.postgresqlMigrations });

  const nested = nestedWriteGuard();
  const tables = makeTables(pgKit);
  let commits = 0;

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const lease = leaseOf(client);
    try {
      await client.query('begin isolation level serializable');
      const tx = drizzle({ client: lease.client, casing: 'snake_case' }) as unknown as Tx;
      const result = await nested.run(() => work(tx));
      lease.end();
      await client.query('commit');
      return result;
    } catch (error) {
      lease.end();
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const result = await once(work);
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
