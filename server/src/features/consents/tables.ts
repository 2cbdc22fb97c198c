import { consentClients, documentNames } from '@qihang/shared/consents/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function consentTables(kit: Kit, { users }: UserTables) {
  const { table, primaryKey, str, instant, oneOf } = kit;

  /** Who agreed to which text, when and where: one row for every text, so that the past stays on record. */
  const consents = table(
    'consents',
    {
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      document: oneOf(documentNames).notNull(),
      version: str().notNull(),
      /** SHA-256 of the text: a text that changes without a new version is another text all the same. */
      hash: str().notNull(),
      client: oneOf(consentClients).notNull(),
      acceptedAt: instant().notNull(),
    },
    (t) => [primaryKey({ columns: [t.userId, t.document, t.hash] })],
  );
  return { consents };
}

type ConsentTables = ReturnType<typeof consentTables>;

declare module '../../db/types' {
  interface Tables extends ConsentTables {}
}
