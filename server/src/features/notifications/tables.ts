import { contentTypes } from '@qihang/shared/content/vocabulary';
import { notificationKindNames } from '@qihang/shared/notifications/kinds';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function notificationTables(
  { table, index, str, int, instant, oneOf }: Kit,
  { users }: Pick<UserTables, 'users'>,
) {
  /**
   * What happened that concerns a person: what kind of thing, and to which piece. It holds no words: those are made when it is
   * read, so that nothing outlives the piece, and nobody is named whom its reader may not know.
   */
  const notifications = table(
    'notifications',
    {
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: oneOf(notificationKindNames).notNull(),
      /** The piece that it is about; null for none. It outlives the piece, which then is not named any more. */
      refType: oneOf(contentTypes),
      refId: str(),
      /** Unread ones of a person with the same key are one. */
      foldKey: str().notNull(),
      /** What it is taken back with, say the case whose decision was undone; null for what stands. */
      causeId: str(),
      /** How many events it stands for. */
      count: int().notNull().default(1),
      /** Of the last event. It is shown from this instant on. */
      at: instant().notNull(),
      readAt: instant(),
    },
    (t) => [
      index('notifications_newest').on(t.userId, t.at, t.id),
      index('notifications_unread').on(t.userId, t.readAt, t.at),
      index('notifications_fold').on(t.userId, t.foldKey, t.readAt),
      index('notifications_cause').on(t.causeId),
      index('notifications_old').on(t.at),
    ],
  );
  return { notifications };
}

type NotificationTables = ReturnType<typeof notificationTables>;

declare module '../../db/types' {
  interface Tables extends NotificationTables {}
}
