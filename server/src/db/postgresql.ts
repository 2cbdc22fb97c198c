import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { paths } from '../paths';
import { ConnectionError, codesOf, databaseTrouble } from './errors';
import { pgKit } from './kit/pg';
import { nestedWriteGuard } from './nested';
import { refuseNewerDatabase } from './newer';
import { writeProbe } from './probe';
import { tsvectorIndex } from './search/tsvector';
import type { Database, MakeTables, Tx } from './types';

const serializationFailure = '40001';
const deadlock = '40P01';
const maxTries = 50;

/** Bounds for what would otherwise wait for ever, in milliseconds. */
const bounds = {
  /** A connection, new or of the pool. */
  connect: 5000,
  /** An answer: the network can lose a connection without a word to either side. No statement of ours takes half as long. */
  answer: 60_000,
  /** A lock that another transaction holds. */
  lock: 5000,
  /** Between two statements; the server ends the transaction of a process that is paused, with all the locks it holds. */
  pause: 60_000,
};

const begin = [
  'begin isolation level serializable',
  `set local lock_timeout = ${bounds.lock}`,
  `set local idle_in_transaction_session_timeout = ${bounds.pause}`,
].join('; ');

/** Any number that no other program uses on the same database. */
const migrationLock = 8_171_945_210;

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

async function appliedMigrations(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (!rows[0]?.there) return [];
  const applied = await client.query('select created_at from drizzle.__drizzle_migrations');
  return applied.rows.map(({ created_at }) => created_at);
}

const logLoss = ({ message }: Error): void => console.error(`PostgreSQL closed a connection: ${message}`);

/** Migrates over a connection of its own; of several processes that start together one does, and the others wait for it. */
async function migratePostgresql(connectionString: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: bounds.connect,
    keepAlive: true,
  });
  client.on('error', logLoss);
  await client.connect().catch((error: unknown) => {
    throw new ConnectionError(error);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    refuseNewerDatabase(await appliedMigrations(client), paths.postgresqlMigrations);
    await migrate(drizzle({ client, casing: 'snake_case' }), {
      migrationsFolder: paths.postgresqlMigrations,
    });
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}

/** A pool; writes are serializable and repeated when another one came between. */
export async function openPostgresql(url: string, makeTables: MakeTables): Promise<Database> {
  await migratePostgresql(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: bounds.connect,
    query_timeout: bounds.answer,
    keepAlive: true,
  });
  // The server may close a connection at any time; the pool opens another, and without a listener the process would end.
  pool.on('error', logLoss);
  const db = drizzle({ client: pool, casing: 'snake_case' });

  const nested = nestedWriteGuard();
  const tables = makeTables(pgKit);
  let commits = 0;

  const connection = () =>
    pool.connect().catch((error: unknown) => {
      throw new ConnectionError(error);
    });

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await connection();
    // While it is taken, the pool does not listen.
    client.on('error', logLoss);
    const lease = leaseOf(client);
    const statement = (text: string) =>
      client.query(text).catch((error: unknown) => {
        throw new ConnectionError(error);
      });
    let broken = false;
    try {
      await statement(begin);
      const tx = drizzle({ client: lease.client, casing: 'snake_case' }) as unknown as Tx;
      const result = await nested.run(() => work(tx));
      lease.end();
      await statement('commit');
      return result;
    } catch (error) {
      lease.end();
      // A connection without an answer would not answer this either.
      broken = databaseTrouble(error) === 'unavailable';
      if (!broken)
        await statement('rollback').catch(() => {
          broken = true;
        });
      throw error;
    } finally {
      client.off('error', logLoss);
      client.release(broken);
    }
  }

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once(work);
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
    counting: db as unknown as Tx,
    async write(work) {
      nested.refuse();
      const result = await transact(work);
      commits += 1;
      return result;
    },
    // Not counted: what is kept until the next commit stays good.
    probe: () => transact((tx) => writeProbe(tables, tx, randomUUID())),
    commits: () => commits,
    close: () => pool.end(),
  };
}
