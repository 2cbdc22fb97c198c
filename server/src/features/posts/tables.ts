import type { Block } from '@qihang/shared/posts/blocks';
import type { PostUnfinished } from '@qihang/shared/posts/contract';
import { sql } from 'drizzle-orm';
import { contentColumns, editColumns, writtenColumns } from '../../content/columns';
import type { Kit } from '../../db/kit/pg';
import type { BoardTables } from '../boards/tables';
import type { UserTables } from '../users/tables';

export function postTables(kit: Kit, { users, boards }: UserTables & BoardTables) {
  const { table, index, unique, str, int, instant, json } = kit;
  const posts = table(
    'posts',
    {
      id: str().primaryKey(),
      board: str()
        .notNull()
        .references(() => boards.slug),
      authorId: str()
        .notNull()
        .references(() => users.id),
      title: str().notNull(),
      summary: str().notNull(),
      markdown: str().notNull(),
      /** Made from `markdown` when it is saved, so that readers never wait for the parser. */
      blocks: json<Block[]>().notNull(),
      /** How the Markdown was read then, see `blocksVersion`; older ones are made again. */
      blocksVersion: int().notNull().default(1),
      readingMinutes: int().notNull(),
      cover: str(),
      pinnedUntil: str(),
      sourceName: str(),
      sourceUrl: str(),
      publishedAt: instant().notNull(),
      updatedAt: instant().notNull(),
      version: int().notNull().default(1),
      ...contentColumns(kit),
      ...editColumns(kit, () => users.id),
      ...writtenColumns<PostUnfinished>(kit, () => users.id),
      importKey: str(),
    },
    (t) => [
      index('posts_newest').on(t.publishedAt, t.id),
      index('posts_board_newest').on(t.board, t.publishedAt, t.id),
      index('posts_pinned').on(t.pinnedUntil),
      index('posts_author').on(t.authorId, t.updatedAt, t.id),
      // What waits for review is little, and is asked for each time a desk is opened.
      index('posts_in_review').on(t.board, t.submittedAt).where(sql`life = 'in-review'`),
      index('posts_publish_at').on(t.publishAt),
      index('posts_unpublish_at').on(t.unpublishAt),
      unique('posts_import_key').on(t.importKey),
    ],
  );
  return { posts };
}

export type PostTables = ReturnType<typeof postTables>;

declare module '../../db/types' {
  interface Tables extends PostTables {}
}
