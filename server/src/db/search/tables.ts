import type { BoardTables } from '../../features/boards/tables';
import type { Kit } from '../kit/pg';

export const searchTypes = ['job', 'post', 'thread'] as const;
export type SearchType = (typeof searchTypes)[number];

export function searchTables(
  { table, index, unique, serial, str, instant, oneOf }: Kit,
  { boards }: BoardTables,
) {
  /**
   * One row a thing that readers can find; what is hidden has none. `id` numbers the rows of the engine's own index
   * (FTS5 on SQLite, tsvector on PostgreSQL) and grows with publication.
   */
  const searchDocs = table(
    'search_docs',
    {
      id: serial(),
      type: oneOf(searchTypes).notNull(),
      refId: str().notNull(),
      board: str()
        .notNull()
        .references(() => boards.slug),
      publishedAt: instant().notNull(),
    },
    (t) => [unique('search_docs_ref').on(t.type, t.refId), index('search_docs_board').on(t.board)],
  );
  return { searchDocs };
}
