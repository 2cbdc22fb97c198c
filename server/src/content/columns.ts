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

/**
 * The columns of content that people other than its author may edit, which readers are told.
 * @param person the column of a person's id
 */
export const editColumns = ({ str, instant }: Kit, person: () => AnyPgColumn) => ({
  /** Who made the last edit; null when that was the author. */
  editedById: str().references(person),
  editedAt: instant(),
});
