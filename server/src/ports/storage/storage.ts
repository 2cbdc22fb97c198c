import type { Readable } from 'node:stream';

/** A stored file, as a list of them shows it. */
export interface StoredFile {
  key: string;
  at: Date;
}

/**
 * Where files lie. Keys are paths of `a-z 0-9 . - /`. Every function throws AppError `upload.storage` while the storage cannot be
 * reached or is full.
 */
export interface Storage {
  /** Whole or not at all, and lasting once it resolves. Writing the same key again replaces it in one step. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The content; undefined where there is no such file. */
  get(key: string): Promise<Readable | undefined>;
  /** Also where there is no such file. */
  remove(key: string): Promise<void>;
  /** Every file, in no order; what was begun and not finished counts as one. */
  list(): AsyncIterable<StoredFile>;
}
