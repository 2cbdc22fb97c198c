import { contentTypes } from '@qihang/shared/content/vocabulary';
import { notificationKindNames } from '@qihang/shared/notifications/kinds';
import type { NotificationSwitch } from '@qihang/shared/notifications/settings';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function notificationTables(
  { table, index, str, int, bool, instant, json, oneOf }: Kit,
  { users }: Pick<UserTables, 'users'>,
) {
  /**
   * What happened that concerns a person, one row for each event: what kind of thing, and to which piece. It holds no words:
   * those are made when it is read, so that nothing outlives the piece, and no anonymous person is named.
   */
  const notifications = table(
    'notifications',
    {
      id: str().primaryKey(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: oneOf(notificationKindNames).notNull(),
      /** The piece that it is about; null for none. A notification may outlive it, and does not name it then. */
      refType: oneOf(contentTypes),
      refId: str(),
      /** What its words need besides the piece: days and codes, never what a person wrote. */
      data: json<Record<string, string>>().notNull().default({}),
      /** Unread ones of a person with the same key are shown as one, and become one when they are read. */
      foldKey: str().notNull(),
      /** What it is taken back with while it is unread, say the decision that was undone; null for what stays. */
      causeId: str(),
      /** How many events it stands for: more than one once they were read as one. */
      count: int().notNull().default(1),
      /** It is shown from this instant on. */
      at: instant().notNull(),
      readAt: instant(),
    },
    (t) => [
      index('notifications_newest').on(t.userId, t.at, t.id),
      index('notifications_fold').on(t.userId, t.readAt, t.foldKey, t.at),
      index('notifications_cause').on(t.causeId),
      index('notifications_old').on(t.at),
    ],
  );

  /** What a person chose of quiet hours and switches; the usual ones without a row. */
  const notificationSettings = table('notification_settings', {
    userId: str()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    quiet: bool().notNull(),
    /** `HH:mm` in Shanghai. */
    quietFrom: str().notNull(),
    quietTo: str().notNull(),
    muted: json<NotificationSwitch[]>().notNull(),
    updatedAt: instant().notNull(),
  });

  return { notifications, notificationSettings };
}

type NotificationTables = ReturnType<typeof notificationTables>;

declare module '../../db/types' {
  interface Tables extends NotificationTables {}
}
