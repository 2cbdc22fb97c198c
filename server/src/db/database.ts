import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { joinable } from './joined-write';
import { openPostgresql } from './postgresql';
import type { SearchIndex } from './search/search-index';
import { openSqlite } from './sqlite';
import type { Tables } from './tables';

type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** What reading code gets: the verbs both engines share, and none that writes. */
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>;

/** What `write` hands to its work; it is dead once the work is over. */
export type Tx = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete'>;

export interface Database {
  readonly engine: 'sqlite' | 'postgresql';
  readonly tables: Tables;
  readonly search: SearchIndex;
  /** Sees committed rows only. */
  readonly read: Reader;
  /**
   * Runs `work` in one transaction: all of it happens, or, when it throws, none. PostgreSQL repeats it after a
   * serialization failure, so it must not send, read the clock or draw ids; hand those in. `write` inside `write` throws.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Counts the commits of this process: a cache that remembers it knows when it is out of date. */
  commits(): number;
  close(): Promise<void>;
}

/** Opens and migrates the database of `url`: `file:path` is SQLite, `postgres://…` PostgreSQL. */
export async function openDatabase(url: string): Promise<Database> {
  return joinable(
    url.startsWith('file:') ? await openSqlite(url.slice('file:'.length)) : await openPostgresql(url),
  );
}
