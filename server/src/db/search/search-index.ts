import type { SQL } from 'drizzle-orm';
import type { Reader, Tx } from '../database';
import type { SearchType } from './tables';

export interface SearchDoc {
  type: SearchType;
  refId: string;
  board: string;
  publishedAt: Date;
  title: string;
  /** Everything else that should be found: company, cities, body, answers. */
  body: string;
}

export interface SearchPage {
  hits: { type: SearchType; refId: string; board: string; publishedAt: Date }[];
  /** Hits per board slug. */
  counts: Record<string, number>;
}

/** Full-text index over everything readers can find. Each engine brings its own. */
export interface SearchIndex {
  /** Adds the document, or replaces the one of the same type and id. */
  put(tx: Tx, doc: SearchDoc): Promise<void>;
  remove(tx: Tx, type: SearchType, refId: string): Promise<void>;
  /** Best first. Every term of `query` stands in title or body; boards not named in `boards` do not exist. */
  search(
    read: Reader,
    query: string,
    options: { boards: readonly string[]; board?: string; offset: number; limit: number },
  ): Promise<SearchPage>;
  /** A condition for a list's own query: `refId` is found by `query`. */
  matches(type: SearchType, refId: SQL | unknown, query: string): SQL;
}
