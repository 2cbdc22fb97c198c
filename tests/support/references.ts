import { makeTables } from '@qihang/server/composition/tables';
import { pgKit } from '@qihang/server/db/kit/pg';
import type { Tables } from '@qihang/server/db/types';
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export interface PersonColumn {
  /** `jobs.owner_id` */
  name: string;
  table: keyof Tables;
  /** Its key in a row: `ownerId`. */
  key: string;
}

const tables = makeTables(pgKit);
const entries = Object.entries(tables).filter(([, table]) => table instanceof PgTable);

/** Every table by the name the database knows it by. */
export const tableNames: string[] = entries.map(([, table]) => getTableConfig(table as PgTable).name);

/** Columns that hold a person without a foreign key say so by their name: the audit log outlives whom it names. */
const telling = /^(user|actor|author|asker|owner)Id$/;

/** Every column that names a person, read from the schema itself. */
export const personColumns: PersonColumn[] = entries.flatMap(([key, table]) => {
  const { name, columns, foreignKeys } = getTableConfig(table as PgTable);
  const referring = foreignKeys
    .map((foreignKey) => foreignKey.reference())
    .filter(({ foreignTable }) => foreignTable === tables.users)
    .flatMap((reference) => reference.columns);
  return columns
    .filter((column: PgColumn) => referring.includes(column) || telling.test(column.name))
    .map((column: PgColumn) => ({
      name: `${name}.${snake(column.name)}`,
      table: key as keyof Tables,
      key: column.name,
    }));
});
