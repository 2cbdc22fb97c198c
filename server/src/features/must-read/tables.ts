import type { Audience } from '@qihang/shared/must-read/notice';
import type { Kit } from '../../db/kit/pg';
import type { PostTables } from '../posts/tables';
import type { UserTables } from '../users/tables';

export function mustReadTables(kit: Kit, { users, posts }: UserTables & PostTables) {
  const { table, index, primaryKey, str, int, instant, json } = kit;

  /** The articles that must be read; one that must not has no row. */
  const mustReads = table(
    'must_reads',
    {
      postId: str()
        .primaryKey()
        .references(() => posts.id, { onDelete: 'cascade' }),
      audience: json<Audience>().notNull(),
      dueAt: str(),
      todo: str().notNull(),
      todoUrl: str(),
      /** Counts the important changes: a receipt of an earlier round is asked for again. */
      round: int().notNull().default(1),
      askedAt: instant().notNull(),
    },
    (t) => [index('must_reads_asked').on(t.askedAt)],
  );

  /** Who has confirmed to have read one, and when: one receipt a person. */
  const postReads = table(
    'post_reads',
    {
      postId: str()
        .notNull()
        .references(() => mustReads.postId, { onDelete: 'cascade' }),
      userId: str()
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      round: int().notNull(),
      readAt: instant().notNull(),
    },
    (t) => [primaryKey({ columns: [t.postId, t.userId] }), index('post_reads_user').on(t.userId, t.readAt)],
  );

  return { mustReads, postReads };
}

type MustReadTables = ReturnType<typeof mustReadTables>;

declare module '../../db/types' {
  interface Tables extends MustReadTables {}
}
