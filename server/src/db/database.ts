import { joinable } from './joined-write';
import { openPostgresql } from './postgresql';
import { openSqlite } from './sqlite';
import type { Database, MakeTables } from './types';

/** Opens and migrates the database of `url`: `file:path` is SQLite, `postgres://…` PostgreSQL. */
export async function openDatabase(url: string, makeTables: MakeTables): Promise<Database> {
  return joinable(
    url.startsWith('file:')
      ? await openSqlite(url.slice('file:'.length), makeTables)
      : await openPostgresql(url, makeTables),
  );
}
