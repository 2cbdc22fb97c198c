import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { BetterSQLite3Database, BetterSQLiteSession, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { paths } from '../paths';
import { sqliteKit } from './kit/sqlite';
import { nestedWriteGuard } from './nested';
import { rowDecoder } from './row-decoder';
import { fts5Index } from './search/fts5';
import { Connection, Lease, type Preparer } from './sqlite-connection';
import type { Database, MakeTables, Tx } from './types';

const dialect = new SQLiteSyncDialect({ casing: 'snake_case' });

/** Drizzle's session, but for how rows become objects. */
function sessionOf(client: Preparer) {
  const session = new BetterSQLiteSession(client as unknown as Sqlite.Database, dialect, undefined);
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, method, inArrays, mapper, ...rest) => {
    const decoder = mapper ?? (fields && method === 'all' ? rowDecoder(fields) : undefined);
    return prepareQuery(query, fields, method, inArrays, decoder, ...rest);
  };
  return session;
}

// The one cast of the handle: SQLite's synchronous drizzle, awaited like PostgreSQL's.
const asTx = (client: Preparer): Tx =>
  new BetterSQLite3Database('sync', dialect, sessionOf(client), undefined) as unknown as Tx;

/** Page cache of a connection in KiB: the reader's holds the hot part of a school's postings, the writer needs little. */
const cacheKiB = { reader: 16 * 1024, writer: 4 * 1024 };

function connect(file: string, cache: number, options: Sqlite.Options = {}): Sqlite.Database {
  const database = new Sqlite(file, options);
  database.pragma('busy_timeout = 5000');
  database.pragma(`cache_size = -${cache}`);
  return database;
}

// A migration that recreates a table would, with foreign keys on, delete the rows that refer to it.
function migrateWithoutForeignKeys(writer: Sqlite.Database): void {
  const changes = writer.prepare('select total_changes()').pluck();
  const before = changes.get();
  writer.pragma('foreign_keys = OFF');
  migrate(drizzle({ client: writer, casing: 'snake_case' }), { migrationsFolder: paths.sqliteMigrations });
  // Every migration leaves a row of its own; without one there is nothing to check, which takes seconds for a million jobs.
  const broken = changes.get() === before ? [] : (writer.pragma('foreign_key_check') as unknown[]);
  if (broken.length > 0) throw new Error(`Migration left ${broken.length} rows that refer to nothing`);
  writer.pragma('foreign_keys = ON');
}

/** One writer behind a queue, one reader that cannot write; every acknowledged write survives power loss. */
export async function openSqlite(file: string, makeTables: MakeTables): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file, cacheKiB.writer);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  migrateWithoutForeignKeys(writer);
  const reader = connect(file, cacheKiB.reader, { readonly: true });

  const writing = new Connection(writer);
  const nested = nestedWriteGuard();
  const tables = makeTables(sqliteKit);
  let queue: Promise<unknown> = Promise.resolve();
  let commits = 0;

  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const lease = new Lease(writing);
    writer.exec('BEGIN IMMEDIATE');
    try {
      const result = await nested.run(() => work(asTx(lease)));
      lease.end();
      writer.exec('COMMIT');
      commits += 1;
      return result;
    } catch (error) {
      lease.end();
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    engine: 'sqlite',
    tables,
    search: fts5Index(tables),
    read: asTx(new Connection(reader)),
    async write(work) {
      nested.refuse();
      const turn = queue.then(() => transact(work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    commits: () => commits,
    async close() {
      await queue;
      reader.close();
      writer.close();
    },
  };
}
