import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Kit } from './kit/pg';
import type { SearchDoc, SearchHitRow, SearchOptions } from './search/search-index';
import type { SimilarHit } from './search/similar';
import type { SearchType } from './search/tables';

/**
 * Every table by its name in code. A `tables.ts` adds its own to this interface (`declare module`), so that the database
 * knows no feature, while `db.tables.jobs` has its columns wherever it is used.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface Tables {}

/** Makes every table for one engine; see composition/tables.ts. */
export type MakeTables = (kit: Kit) => Tables;

type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** What reading code gets: the verbs both engines share, and none that writes. */
export type Reader = Pick<Drizzle, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>;

/** What `write` hands to its work; it is dead once the work is over. */
export type Tx = Reader & Pick<Drizzle, 'insert' | 'update' | 'delete'>;

/** Full-text index over everything readers can find. Each engine brings its own. */
export interface SearchIndex {
  /** Adds the document, or replaces the one of the same type and id. */
  put(tx: Tx, doc: SearchDoc): Promise<void>;
  remove(tx: Tx, type: SearchType, refId: string): Promise<void>;
  /** Removes every document. */
  clear(tx: Tx): Promise<void>;
  /** Best first. Every term of `query` occurs in title or body; a query without a term finds nothing. */
  search(read: Reader, query: string, options: SearchOptions): Promise<SearchHitRow[]>;
  /** Hits of each of `boards`, exact below `maxCounted`, which means that many or more. */
  count(read: Reader, query: string, boards: readonly string[]): Promise<Record<string, number>>;
  /**
   * Documents of a kind whose titles share the most pairs of characters with this one, rare pairs counting more; in one query.
   * @param options.boards slugs of the boards to look on
   */
  similar(
    read: Reader,
    title: string,
    options: { type: SearchType; boards: readonly string[]; limit: number },
  ): Promise<SimilarHit[]>;
  /** A condition for a list's own query: `refId` is found by `query`. */
  matches(type: SearchType, refId: SQL | unknown, query: string): SQL;
}

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
  /**
   * Finds out whether rows can be written, by writing one and deleting it; leaves nothing, and is no commit to `commits`.
   * Throws what keeps it from writing, see `databaseTrouble`.
   */
  probe(): Promise<void>;
  /**
   * Single statements, each committed by itself, for counts that many requests touch at once: PostgreSQL carries them out at
   * read committed, where two wait for each other in place of failing. Null where one process has the database to itself.
   */
  readonly counting: Pick<Tx, 'insert' | 'update'> | null;
  /** Counts the commits of this process: a cache that remembers it knows when it is out of date. */
  commits(): number;
  close(): Promise<void>;
}
