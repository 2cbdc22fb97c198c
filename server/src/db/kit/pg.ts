import * as p from 'drizzle-orm/pg-core';

type Values = readonly [string, ...string[]];

/** Column builders for PostgreSQL; `sqlite.ts` has the same names with the same TypeScript types. */
export const pgKit = {
  table: p.pgTable,
  index: p.index,
  unique: p.uniqueIndex,
  check: p.check,
  primaryKey: p.primaryKey,
  str: () => p.text(),
  int: () => p.integer(),
  real: () => p.doublePrecision(),
  bool: () => p.boolean(),
  /** Row number made by the database, for tables that the outside never addresses. */
  serial: () => p.integer().primaryKey().generatedByDefaultAsIdentity(),
  /** A point in time, to the millisecond. */
  instant: () => p.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  oneOf: <const V extends Values>(values: V) => p.text({ enum: values as unknown as [...V] }),
  json: <T>() => p.jsonb().$type<T>(),
};

/** Tables are typed against PostgreSQL, whose every call is asynchronous. */
export type Kit = typeof pgKit;
