import { contentStates } from '@qihang/shared/content/vocabulary';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Kit } from '../db/kit/pg';

/** The columns that every table of content has. A row for which nobody said otherwise is seen by its author alone. */
export const contentColumns = ({ oneOf, str, int }: Kit) => ({
  life: oneOf(contentStates).notNull().default('draft'),
  /** Why the last move was made, where it needs a reason: hidden, returned. */
  lifeReason: str(),
  /** The rank, see `rankOf`, of the person who made the last move; null for the clock and for what was never moved. */
  lifeRank: int(),
  /** The rank with which it speaks: its author's on its board when it was written; 0 for anonymous words, which show none. */
  authorRank: int().notNull().default(0),
});

/** The columns of content that may have to be reviewed before readers see it. */
export const reviewColumns = ({ bool, instant, str }: Kit, person: () => AnyPgColumn) => ({
  /** No reader has seen it yet. Until one can, the instant it appeared at is when it was begun. */
  neverSeen: bool().notNull().default(false),
  /** When it was last sent to review; null for what never was. */
  submittedAt: instant(),
  /** Who sent it back; null when that was the clock. The reason is in `lifeReason`. */
  returnedById: str().references(person),
  returnedAt: instant(),
});

/** The columns of content that is written before it is shown: drafted, reviewed, scheduled. */
export const writtenColumns = <U>(kit: Kit, person: () => AnyPgColumn) => ({
  /** What was typed of a draft or returned piece, as it was last saved; the other columns hold as much of it as they can. */
  unfinished: kit.json<U>(),
  /** When a scheduled piece comes before readers; in review, when its author wishes it to. */
  publishAt: kit.instant(),
  /** When readers stop seeing it. */
  unpublishAt: kit.instant(),
  ...reviewColumns(kit, person),
});

/**
 * The columns of content that people other than its author may edit, which readers are told.
 * @param person the column of a person's id
 */
export const editColumns = ({ str, instant }: Kit, person: () => AnyPgColumn) => ({
  /** Who made the last edit; null when that was the author. */
  editedById: str().references(person),
  editedAt: instant(),
});
