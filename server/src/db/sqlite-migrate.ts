import type Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { paths } from '../paths';
import { patienceFromNow, whenFree } from './busy';
import { refuseNewerDatabase } from './newer';

// Drizzle's own table, which databases of every version have.
const made = `create table if not exists "__drizzle_migrations" (id serial primary key, hash text not null, created_at numeric)`;

/** When each migration was made that the database has; none for an empty one. */
function appliedTo(database: Sqlite.Database): number[] {
  const known = database.prepare(`select 1 from sqlite_schema where name = '__drizzle_migrations'`).get();
  if (!known) return [];
  return database.prepare('select created_at from "__drizzle_migrations"').pluck().all().map(Number);
}

/**
 * Brings the database up to date, all of it or nothing. Drizzle's migrator reads what is missing before it takes the lock, so of
 * two processes that start together the second would make tables that are there already.
 * @param patienceMs how long another process may take to do the same
 * @throws StartRefused for a database that a newer version has migrated
 */
export async function migrateSqlite(writer: Sqlite.Database, patienceMs: number): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: paths.sqliteMigrations });
  const until = patienceFromNow(patienceMs);
  const pending = () => {
    const applied = appliedTo(writer);
    refuseNewerDatabase(applied, paths.sqliteMigrations);
    const last = Math.max(0, ...applied);
    return migrations.filter(({ folderMillis }) => folderMillis > last);
  };
  if ((await whenFree(pending, until)).length === 0) return;

  // A migration that recreates a table would, with foreign keys on, delete the rows that refer to it.
  writer.pragma('foreign_keys = OFF');
  await whenFree(() => writer.exec('BEGIN IMMEDIATE'), until);
  try {
    const missing = pending();
    writer.exec(made);
    const note = writer.prepare('insert into "__drizzle_migrations" (hash, created_at) values (?, ?)');
    for (const { sql, hash, folderMillis } of missing) {
      for (const statement of sql) writer.exec(statement);
      note.run(hash, folderMillis);
    }
    // Takes seconds for a million jobs.
    const broken = missing.length === 0 ? [] : (writer.pragma('foreign_key_check') as unknown[]);
    if (broken.length > 0)
      throw new Error(`Migration would leave ${broken.length} rows that refer to nothing`);
    writer.exec('COMMIT');
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  } finally {
    writer.pragma('foreign_keys = ON');
  }
}
