import { eq, inArray, type SQL, sql } from 'drizzle-orm';
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

/** A text of a piece as readers may be shown it beside something of their own; null when they no longer see the piece. */
export const ifReadable = (table: { life: PgColumn }, text: PgColumn): SQL<string | null> =>
  sql<string | null>`case when ${readable(table)} then ${text} end`;
