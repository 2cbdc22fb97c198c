import { isDeepStrictEqual } from 'node:util';
import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { Block } from '@qihang/shared/posts/blocks';
import type { Actor } from '../actor/rules';
import type { Context } from '../context';
import type { Database, Reader } from '../db/types';

/** What a person wrote, by field, in the shape in which an edit takes it. */
export type Words = Readonly<Record<string, unknown>>;

/** Names of the fields of `after` whose value differs; a field that one side does not know counts as empty. */
export const changedFields = (before: Words, after: Words): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isDeepStrictEqual(before[field] ?? null, after[field] ?? null),
  );

/** The words of a piece as they are, who wrote them and when. */
export interface Wording {
  /** The piece's own count of its changes. */
  version: number;
  words: Words;
  byId: string;
  at: Date;
  life: ContentState;
}

/** An edit that a version of old makes. */
export interface Restoring {
  id: string;
  /** The version that the person has seen. */
  version: number;
  words: Words;
  overrideReason: string | undefined;
  actor: Actor;
  now: Date;
  requestId: string;
}

/** How a kind's words are compared, shown and put back. */
export interface Revised {
  /** Undefined when there is no such piece. */
  current(db: Database, read: Reader, id: string): Promise<Wording | undefined>;
  /** The fields in the order of the form, by name, with their names on screens. */
  labels: Readonly<Record<string, string>>;
  /** A field as people read it; empty where it says nothing. */
  textOf(field: string, words: Words): string;
  /** What the words of an article become; null for kinds without blocks, and for words that cannot be read. */
  blocksOf(words: Words): Block[] | null;
  /**
   * Changes the piece to these words, with the rights and checks of an edit.
   * @throws AppError as an edit does
   */
  restore(context: Context, restoring: Restoring): Promise<void>;
}
