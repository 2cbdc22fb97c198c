import type { SearchType } from './tables';

export interface SearchDoc {
  type: SearchType;
  refId: string;
  board: string;
  publishedAt: Date;
  /** From when on it is of less use to readers, as a job that takes nobody any more; null when that never happens. */
  closesAt: Date | null;
  title: string;
  /** Everything else that should be found: company, cities, body, answers. */
  body: string;
}

/** Best first: open before closed, and of each those with every term in the title before those with one in the body only. */
export const searchTiers = ['open-title', 'open-text', 'closed-title', 'closed-text'] as const;
export type SearchTier = (typeof searchTiers)[number];

/** The place of a hit in the order: its tier, then newest first, then the number of its index row. */
export interface SearchPlace {
  tier: SearchTier;
  publishedAt: Date;
  id: number;
}

export interface SearchHitRow extends SearchPlace {
  type: SearchType;
  refId: string;
  board: string;
}

export interface SearchOptions {
  /** The instant that parts open from closed: of all pages that of the first, or documents would pass from one to another. */
  at: Date;
  /** Slugs of the boards that are on; the others do not exist. */
  boards: readonly string[];
  /** One of `boards`, to find hits of this one only. */
  board?: string | undefined;
  /** Goes on after this hit of the page before; new documents move nothing. */
  after?: SearchPlace | undefined;
  limit: number;
}

/** Counting stops here: a larger number is of no use to a reader, and costs time with every new document. */
export const maxCounted = 1000;
