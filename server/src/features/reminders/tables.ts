import { notificationKindNames } from '@qihang/shared/notifications/kinds';
import { reminderOutcomes } from '@qihang/shared/reminders/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function reminderTables(
  { table, index, str, instant, oneOf }: Kit,
  { users }: Pick<UserTables, 'users'>,
) {
  /** Reminders whose time has come, one row each: what was told once is not told again. */
  const reminders = table(
    'reminders',
    {
      /** Made of its cause: person, piece, step and, so that a deadline that moves is reminded of again, the deadline. */
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: oneOf(notificationKindNames).notNull(),
      outcome: oneOf(reminderOutcomes).notNull(),
      at: instant().notNull(),
    },
    (t) => [index('reminders_user').on(t.userId, t.at), index('reminders_old').on(t.at)],
  );

  /** Up to which time each part of the planning is done. */
  const reminderMarks = table('reminder_marks', {
    /** The name of a part, or a round of a must-read notice that everybody was told of. */
    name: str().primaryKey(),
    until: instant().notNull(),
  });

  return { reminders, reminderMarks };
}

type ReminderTables = ReturnType<typeof reminderTables>;

declare module '../../db/types' {
  interface Tables extends ReminderTables {}
}
