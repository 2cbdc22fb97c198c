import type { MessageTemplates } from '@qihang/shared/subscriptions/contract';
import { creditCauses, creditSources, purposes } from '@qihang/shared/subscriptions/vocabulary';
import { sql } from 'drizzle-orm';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export type MessageField = MessageTemplates['items'][number]['fields'][number];

export function subscriptionTables(kit: Kit, { users }: Pick<UserTables, 'users'>) {
  const { table, index, unique, check, primaryKey, str, int, instant, json, oneOf } = kit;
  const person = () =>
    str()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' });

  /** The template of WeChat's for each purpose, as an admin filled it in. */
  const messageTemplates = table('message_templates', {
    purpose: oneOf(purposes).primaryKey(),
    /** Null where it was turned off. */
    templateId: str(),
    fields: json<MessageField[]>().notNull(),
    updatedAt: instant().notNull(),
    version: int().notNull(),
  });

  /** The messages that a person can still get by a template: the sum of its entries. */
  const messageCredits = table(
    'message_credits',
    { userId: person(), templateId: str().notNull(), balance: int().notNull() },
    (t) => [
      primaryKey({ columns: [t.userId, t.templateId] }),
      check('message_credits_not_negative', sql`balance >= 0`),
    ],
  );

  /** Every change of a balance, and every report of a consent that was counted already (a change of 0). */
  const creditEntries = table(
    'credit_entries',
    {
      id: str().primaryKey(),
      userId: person(),
      templateId: str().notNull(),
      change: int().notNull(),
      cause: oneOf(creditCauses).notNull(),
      source: oneOf(creditSources).notNull(),
      /** What makes a repeat the same change: the key of the tap, the push, the attempt to send. */
      ref: str().notNull(),
      /** When it happened, by the clock of the side that reported it. */
      at: instant().notNull(),
      /** The message it was spent on or given back for. It may outlive the delivery. */
      deliveryId: str(),
      /** The other report of the same consent. */
      pairedWith: str(),
    },
    (t) => [
      unique('credit_entries_once').on(t.userId, t.templateId, t.source, t.cause, t.ref),
      index('credit_entries_newest').on(t.userId, t.templateId, t.at),
      index('credit_entries_old').on(t.at),
    ],
  );

  return { messageTemplates, messageCredits, creditEntries };
}

type SubscriptionTables = ReturnType<typeof subscriptionTables>;

declare module '../../db/types' {
  interface Tables extends SubscriptionTables {}
}
