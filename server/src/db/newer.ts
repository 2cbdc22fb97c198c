import { readMigrationFiles } from 'drizzle-orm/migrator';
import { StartRefused } from '../start-refused';

/**
 * Refuses a database that a newer version has migrated: this one would write rows that the newer tables do not allow, or lose
 * what only the newer code keeps.
 * @param applied when each migration of the database was made, as drizzle's table has it
 * @throws StartRefused
 */
export function refuseNewerDatabase(applied: readonly unknown[], migrationsFolder: string): void {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis));
  // PostgreSQL's driver gives a bigint as text.
  const unknown = applied.filter((at) => !known.has(Number(at)));
  if (unknown.length === 0) return;
  throw new StartRefused(
    `这个数据库已经由更新的版本升级过：有 ${unknown.length} 项结构变更是现在这个版本不认识的，没有启动，数据没有改动。` +
      '请用升级它的那个版本（或更新的版本）启动；要退回旧版本，只能恢复升级之前的备份',
  );
}
