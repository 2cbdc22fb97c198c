import { eq, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { type Audience, visibleStates } from './rules';

/** `canSeePiece` as a condition of a query: the rows of a table of content that an audience sees. */
export function visibleTo(audience: Audience, { life }: { life: PgColumn }): SQL {
  const states = visibleStates[audience];
  const [only] = states;
  return states.length === 1 ? eq(life, only) : inArray(life, [...states]);
}

/** The rows that readers see: what every list, count and search is made of. */
export const readable = (table: { life: PgColumn }): SQL => visibleTo('readers', table);
