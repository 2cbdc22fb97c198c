import { deliveryChannels, deliveryReasons, deliveryStates } from '@qihang/shared/deliveries/vocabulary';
import { notificationKindNames } from '@qihang/shared/notifications/kinds';
import { purposes } from '@qihang/shared/subscriptions/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function deliveryTables(
  { table, index, str, int, instant, oneOf }: Kit,
  { users }: Pick<UserTables, 'users'>,
) {
  /** One row a notification and channel by which it is also told; holds no words and no address. */
  const deliveries = table(
    'deliveries',
    {
      id: str().primaryKey(),
      /** The row outlives the notification, and is not sent without it. */
      notificationId: str().notNull(),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      kind: oneOf(notificationKindNames).notNull(),
      purpose: oneOf(purposes).notNull(),
      channel: oneOf(deliveryChannels).notNull(),
      /** The fold key of the notification: what is told once a day is told once a day of the same thing. */
      topic: str().notNull(),
      state: oneOf(deliveryStates).notNull().default('waiting'),
      reason: oneOf(deliveryReasons),
      errcode: int(),
      attempts: int().notNull().default(0),
      /** When it happened. */
      at: instant().notNull(),
      dueAt: instant().notNull(),
      /** Later than this it is not worth sending. */
      expiresAt: instant().notNull(),
      /** When the last attempt began. */
      startedAt: instant(),
      settledAt: instant(),
      /** By which template the last attempt was made, whose credit it took. */
      templateId: str(),
      /** WeChat's number of the message. */
      msgid: str(),
      /** The one that tells this one, too. */
      foldedInto: str(),
    },
    (t) => [
      index('deliveries_due').on(t.state, t.dueAt),
      index('deliveries_person').on(t.userId, t.state),
      index('deliveries_newest').on(t.at, t.id),
      index('deliveries_folded').on(t.foldedInto),
      index('deliveries_told').on(t.userId, t.topic),
    ],
  );
  return { deliveries };
}

type DeliveryTables = ReturnType<typeof deliveryTables>;

declare module '../../db/types' {
  interface Tables extends DeliveryTables {}
}
