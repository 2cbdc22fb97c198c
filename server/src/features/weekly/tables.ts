import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function weeklyTables({ table, str }: Kit, { users }: Pick<UserTables, 'users'>) {
  /** The last weekly digest that a person was told of. */
  const weeklyDigests = table('weekly_digests', {
    userId: str()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Its Sunday, `YYYY-MM-DD` in Shanghai. */
    week: str().notNull(),
  });
  return { weeklyDigests };
}

type WeeklyTables = ReturnType<typeof weeklyTables>;

declare module '../../db/types' {
  interface Tables extends WeeklyTables {}
}
