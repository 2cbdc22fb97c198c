import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { busyPatienceMs, longestPauseMs, patienceFromNow, whenFree } from './busy';
import { databaseTrouble } from './errors';
import { sqliteKit } from './kit/sqlite';
import { nestedWriteGuard } from './nested';
import { writeProbe } from './probe';
import { rowDecoder } from './row-decoder';
import { fts5Index } from './search/fts5';
import { Connection, Lease, type Preparer } from './sqlite-connection';
import { migrateSqlite } from './sqlite-migrate';
import { inTurn } from './turns';
import type { Database, MakeTables, Tx } from './types';

const dialect = new SQLiteSyncDialect({ casing: 'snake_case' });

/** How a query is run; what it is given is synchronous. */
type Run = <T>(query: () => T) => Promise<T>;

type Values = Record<string, unknown>;

/** Drizzle's session, but for when queries run and how rows become objects. */
function sessionOf(client: Preparer, run: Run) {
  const session = new BetterSQLiteSession(client as unknown as Sqlite.Database, dialect, undefined);
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, method, inArrays, mapper, ...rest) => {
    const decoder = mapper ?? (fields && method === 'all' ? rowDecoder(fields) : undefined);
    const prepared = prepareQuery(query, fields, method, inArrays, decoder, ...rest);
    const { run: change, all, get } = prepared;
    // Drizzle's builders call these within asynchronous functions, which wait for what they give back.
    return Object.assign(prepared, {
      run: (values?: Values) => run(() => change.call(prepared, values)),
      all: (values?: Values) => run(() => all.call(prepared, values)),
      get: (values?: Values) => run(() => get.call(prepared, values)),
    });
  };
  session.count = (query) => run(() => session.values<[number]>(query)[0]?.[0] ?? 0);
  return session;
}

// The one cast of the handle: SQLite's synchronous drizzle, awaited like PostgreSQL's.
const asTx = (client: Preparer, run: Run): Tx =>
  new BetterSQLite3Database('sync', dialect, sessionOf(client, run), undefined) as unknown as Tx;

/** Page cache of a connection in KiB: the reader's holds the hot part of a school's postings, the writer needs little. */
const cacheKiB = { reader: 16 * 1024, writer: 4 * 1024 };

/** A start waits for the migrations of another process, which may rewrite large tables. In milliseconds. */
const startPatienceMs = 10 * 60_000;

/** Opens a connection without SQLite's own waiting, which stops the whole process; see busy.ts. */
async function connect(
  file: string,
  pragmas: readonly string[],
  options: Sqlite.Options = {},
): Promise<Sqlite.Database> {
  const database = new Sqlite(file, { ...options, timeout: 0 });
  const until = patienceFromNow(startPatienceMs);
  for (const pragma of pragmas) await whenFree(() => database.pragma(pragma), until);
  return database;
}

/** A process that has held the lock for so long leaves it free for a moment, in which others find it. In milliseconds. */
const share = { held: 400, free: longestPauseMs + 5 };

/** Keeps one process from holding the lock of the file for good, one transaction after the other. */
function fairShare() {
  let heldMs = 0;
  let freeSince = 0;
  return {
    /** To be awaited before the lock is taken. */
    async leaveToOthers(): Promise<void> {
      if (heldMs >= share.held) await sleep(share.free);
      if (performance.now() - freeSince >= share.free) heldMs = 0;
    },
    release(heldSince: number): void {
      freeSince = performance.now();
      heldMs += freeSince - heldSince;
    },
  };
}

/** Bytes of the disk below which it counts as full: about what the log of the file grows to before it is written back. */
const leastRoom = 2 * 1024 * 1024;

/** @throws an error like the system's own when hardly anything can be written beside the file */
async function checkRoom(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(file));
  if (bavail * bsize < leastRoom)
    throw Object.assign(new Error('The disk of the database is full'), { code: 'ENOSPC' });
}

/** One writer behind a queue, one reader that cannot write; every acknowledged write survives power loss. */
export async function openSqlite(file: string, makeTables: MakeTables): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const writer = await connect(file, [
    `cache_size = -${cacheKiB.writer}`,
    'journal_mode = WAL',
    'synchronous = FULL',
  ]);
  await migrateSqlite(writer, startPatienceMs).catch((error: unknown) => {
    writer.close();
    throw error;
  });
  const reader = await connect(file, [`cache_size = -${cacheKiB.reader}`], { readonly: true });

  const writing = new Connection(writer);
  const nested = nestedWriteGuard();
  const fair = fairShare();
  const tables = makeTables(sqliteKit);
  let queue: Promise<unknown> = Promise.resolve();
  let commits = 0;

  /** When a writer found the lock taken by another process; undefined once it was free. */
  let blockedSince: number | undefined;

  /**
   * Takes the lock of the file. Patience with other processes begins when a writer came or, while it waited for writers of this
   * process, when the lock was found taken: all who come while a lock stays are refused together, not one after the other.
   */
  async function begin(cameAt: number): Promise<void> {
    await fair.leaveToOthers();
    const began = performance.now();
    try {
      const until = Math.max(cameAt, blockedSince ?? began) + busyPatienceMs;
      await whenFree(() => writer.exec('BEGIN IMMEDIATE'), until);
      blockedSince = undefined;
    } catch (error) {
      blockedSince ??= began;
      throw error;
    }
  }

  async function transact<T>(work: (tx: Tx) => Promise<T>, cameAt: number): Promise<T> {
    const lease = new Lease(writing);
    await begin(cameAt);
    const heldSince = performance.now();
    try {
      const result = await nested.run(() => work(asTx(lease, inTurn)));
      lease.end();
      await whenFree(() => writer.exec('COMMIT'), patienceFromNow());
      return result;
    } catch (error) {
      lease.end();
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    } finally {
      fair.release(heldSince);
    }
  }

  function enqueue<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const cameAt = performance.now();
    const turn = queue.then(() => transact(work, cameAt));
    queue = turn.catch(() => undefined);
    return turn;
  }

  // Readers wait for nobody but a process that recovers or closes the file, or changes its schema.
  const read: Run = (query) => {
    const until = patienceFromNow();
    return inTurn(query).catch((error: unknown) => {
      if (databaseTrouble(error) !== 'busy') throw error;
      return whenFree(query, until);
    });
  };

  return {
    engine: 'sqlite',
    tables,
    search: fts5Index(tables),
    read: asTx(new Connection(reader), read),
    counting: null,
    async write(work) {
      nested.refuse();
      const result = await enqueue(work);
      commits += 1;
      return result;
    },
    async probe() {
      await checkRoom(file);
      await enqueue((tx) => writeProbe(tables, tx, randomUUID()));
    },
    commits: () => commits,
    async close() {
      await queue;
      reader.close();
      writer.close();
    },
  };
}
