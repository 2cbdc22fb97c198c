import { Column, getTableName, is, SQL, StringChunk, Table } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

// Rows that tie come in whatever order the engine finds them, which changes with a plan, a vacuum or a second process: a page
// repeats or skips a row, an export is another file each time. So a query that orders by anything orders by everything: the
// builders of both engines refuse an order under which two rows may tie.

/** What drizzle keeps of a query while it is built. */
interface Query {
  table: unknown;
  joins?: { table: unknown }[];
  where?: SQL;
  groupBy?: unknown[];
  distinct?: unknown;
  fields: Record<string, unknown>;
}

const keyOf = (column: Column) => `${getTableName(column.table)}.${column.name}`;

function columnsIn(part: unknown): Column[] {
  if (is(part, Column)) return [part];
  if (is(part, SQL.Aliased)) return columnsIn(part.sql);
  return is(part, SQL) ? part.queryChunks.flatMap(columnsIn) : [];
}

/** Columns that this condition holds to one value. Alternatives hold nothing. */
function fixedBy(condition: unknown): Column[] {
  if (!is(condition, SQL)) return [];
  const chunks = condition.queryChunks;
  const said = chunks.map((chunk) => (is(chunk, StringChunk) ? chunk.value.join('') : ''));
  if (said.some((words) => words.trim() === 'or')) return [];
  const [column] = chunks.filter((chunk) => is(chunk, Column));
  if (column && said.some((words) => words.trim() === '=')) return [column];
  return chunks.flatMap(fixedBy);
}

/** Each set of columns of which no two rows of the table share all. */
function uniqueKeys(table: unknown): Column[][] {
  if (!is(table, Table)) return [];
  const config = is(table, sqlite.SQLiteTable)
    ? sqlite.getTableConfig(table)
    : pg.getTableConfig(table as pg.PgTable);
  // PostgreSQL's indexes have columns of their own kind.
  const named = new Map(config.columns.map((column) => [column.name, column as Column]));
  const single = config.columns.filter(({ primary, isUnique }) => primary || isUnique).map((one) => [one]);
  const together = config.primaryKeys.map(({ columns }) => columns);
  const indexed = config.indexes
    .filter((index) => index.config.unique && !index.config.where)
    .map((index) => index.config.columns.map((one) => named.get((one as Column).name)));
  return [...single, ...together, ...indexed.filter((key) => !key.includes(undefined))] as Column[][];
}

/** Whether no two rows of the query tie under `order`. */
function isTotal(
  { table, joins = [], where, groupBy, distinct, fields }: Query,
  order: readonly unknown[],
): boolean {
  const ordering = order.flatMap(columnsIn);
  if (ordering.some(({ name }) => name === 'rowid')) return true;
  const known = new Set([...ordering, ...fixedBy(where)].map(keyOf));
  const holds = (columns: Column[]) => columns.length > 0 && columns.every((one) => known.has(keyOf(one)));
  if (groupBy && groupBy.length > 0) {
    const columns = groupBy.flatMap(columnsIn);
    // A joined row is given by the row that it is joined to.
    const own = columns.filter((one) => one.table === table);
    return holds(own.length > 0 ? own : columns);
  }
  if (distinct && holds(Object.values(fields).flatMap(columnsIn))) return true;
  const sources = [table, ...joins.map((join) => join.table)];
  return sources.flatMap(uniqueKeys).some(holds);
}

type Ordering = { prototype: { orderBy(this: { config: Query }, ...order: unknown[]): unknown } };

function guard({ prototype }: Ordering): void {
  const { orderBy } = prototype;
  prototype.orderBy = function guarded(...order) {
    if (!isTotal(this.config, order))
      throw new Error(`Rows may tie under this order: ${order.flatMap(columnsIn).map(keyOf).join(', ')}`);
    return orderBy.apply(this, order);
  };
}

guard(sqlite.SQLiteSelectQueryBuilderBase as unknown as Ordering);
guard(pg.PgSelectQueryBuilderBase as unknown as Ordering);
