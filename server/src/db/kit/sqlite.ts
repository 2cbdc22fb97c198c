import * as s from 'drizzle-orm/sqlite-core';
import type { Kit } from './pg';

type Values = readonly [string, ...string[]];

const kit = {
  table: s.sqliteTable,
  index: s.index,
  unique: s.uniqueIndex,
  check: s.check,
  primaryKey: s.primaryKey,
  str: () => s.text(),
  int: () => s.integer(),
  real: () => s.real(),
  bool: () => s.integer({ mode: 'boolean' }),
  serial: () => s.integer().primaryKey({ autoIncrement: true }),
  instant: () => s.integer({ mode: 'timestamp_ms' }),
  oneOf: <const V extends Values>(values: V) => s.text({ enum: values as unknown as [...V] }),
  json: <T>() => s.text({ mode: 'json' }).$type<T>(),
} satisfies Record<keyof Kit, unknown>;

type Data<K> = {
  [P in keyof K as K[P] extends () => { _: { data: unknown } } ? P : never]: K[P] extends () => {
    _: { data: infer D };
  }
    ? D
    : never;
};
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

// Compiles only while both kits give the same TypeScript types to a row.
const agreed: Same<Data<typeof kit>, Data<Kit>> = true;
void agreed;

/** Column builders for SQLite, seen through PostgreSQL's types: the one cast of the schema. */
export const sqliteKit = kit as unknown as Kit;
