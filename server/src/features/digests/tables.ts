import type { DigestStyle } from '@qihang/shared/digests/contract';
import { digestTypes, openTypes } from '@qihang/shared/digests/vocabulary';
import type { Kit } from '../../db/kit/pg';
import type { UserTables } from '../users/tables';

export function digestTables(kit: Kit, { users }: UserTables) {
  const { table, index, unique, primaryKey, str, int, instant, oneOf, json } = kit;

  /** WeChat groups by the name that leads give them; nothing of WeChat's is known of one. */
  const shareGroups = table(
    'share_groups',
    {
      id: str().primaryKey(),
      name: str().notNull(),
      /** The name as it is compared: half-width, in small letters. */
      nameKey: str().notNull(),
      createdAt: instant().notNull(),
      /** Gone from the list of leads; its links go on working. */
      removedAt: instant(),
    },
    (t) => [unique('share_groups_name').on(t.nameKey)],
  );

  /** What was put together for one group. */
  const digests = table(
    'digests',
    {
      id: str().primaryKey(),
      /** Of the first digest of the same pieces. */
      setId: str().notNull(),
      groupId: str().references(() => shareGroups.id),
      createdAt: instant().notNull(),
      createdById: str()
        .notNull()
        .references(() => users.id),
      style: json<DigestStyle>().notNull(),
      /** The messages as they were made, and once it is sent, as they were sent. */
      parts: json<string[]>().notNull(),
      link: str(),
      sentAt: instant(),
      sentById: str().references(() => users.id),
    },
    (t) => [index('digests_newest').on(t.createdAt, t.id), index('digests_group').on(t.groupId, t.sentAt)],
  );

  const digestItems = table(
    'digest_items',
    {
      digestId: str()
        .notNull()
        .references(() => digests.id, { onDelete: 'cascade' }),
      position: int().notNull(),
      type: oneOf(digestTypes).notNull(),
      pieceId: str().notNull(),
    },
    (t) => [primaryKey({ columns: [t.digestId, t.position] })],
  );

  /**
   * How often the pages behind a group's links were opened on a day of Shanghai's. A row is a count: it has no column that could
   * say by which person, from where or at what time.
   */
  const shareOpens = table(
    'share_opens',
    {
      groupId: str()
        .notNull()
        .references(() => shareGroups.id, { onDelete: 'cascade' }),
      type: oneOf(openTypes).notNull(),
      pieceId: str().notNull(),
      day: str().notNull(),
      opens: int().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.groupId, t.type, t.pieceId, t.day] }),
      index('share_opens_day').on(t.day),
    ],
  );

  return { shareGroups, digests, digestItems, shareOpens };
}

type DigestTables = ReturnType<typeof digestTables>;

declare module '../../db/types' {
  interface Tables extends DigestTables {}
}
