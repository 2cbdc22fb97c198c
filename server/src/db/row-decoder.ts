import { Column, is } from 'drizzle-orm';

interface SelectedField {
  /** Where the value goes: its key, and those of the objects around it. */
  path: string[];
  field: unknown;
}

type Decode = ((value: unknown) => unknown) | undefined;

/** Most columns are given by the driver as they are: undefined for these. */
function decodeOf(column: Column): Decode {
  if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (value) => column.mapFromDriverValue(value);
}

/**
 * Turns rows of driver values into objects. The mapping of a column is looked up once; drizzle looks it up for every value,
 * and a page of a list spends more time there than in SQLite. Undefined for what only drizzle knows, expressions and nested objects.
 */
export function rowDecoder(
  fields: readonly SelectedField[],
): ((rows: readonly unknown[][]) => Record<string, unknown>[]) | undefined {
  const columns = fields.flatMap(({ path, field }) =>
    path.length === 1 && is(field, Column) ? [{ key: path[0] as string, decode: decodeOf(field) }] : [],
  );
  if (columns.length < fields.length) return undefined;
  return (rows) =>
    rows.map((values) => {
      const row: Record<string, unknown> = {};
      for (let i = 0; i < columns.length; i++) {
        const { key, decode } = columns[i] as (typeof columns)[number];
        const value = values[i];
        row[key] = value === null || decode === undefined ? value : decode(value);
      }
      return row;
    });
}
