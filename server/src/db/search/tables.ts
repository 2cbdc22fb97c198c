import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Kit } from '../kit/pg';

export const searchTypes = ['job', 'post', 'thread'] as const;
export type SearchType = (typeof searchTypes)[number];

export const searchColumns = ({ serial, str, instant, oneOf }: Kit) => ({
  id: serial(),
  type: oneOf(searchTypes).notNull(),
  refId: str().notNull(),
  board: str().notNull(),
  publishedAt: instant().notNull(),
  closesAt: instant(),
});

/**
 * One row a thing that readers can find; what is hidden has none. The engine's own index belongs to it (FTS5 rows of the
 * same id on SQLite, more columns on PostgreSQL), so that rows are written by the `SearchIndex` and never copied.
 */
export function searchTables(kit: Kit, { boards }: { boards: { slug: AnyPgColumn } }) {
  const columns = searchColumns(kit);
  const searchDocs = kit.table(
    'search_docs',
    { ...columns, board: columns.board.references(() => boards.slug) },
    (t) => [kit.unique('search_docs_ref').on(t.type, t.refId), kit.index('search_docs_board').on(t.board)],
  );
  return { searchDocs };
}

type SearchTables = ReturnType<typeof searchTables>;

declare module '../types' {
  interface Tables extends SearchTables {}
}
