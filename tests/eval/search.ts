import type { SearchHitRow } from '@qihang/server/db/search/search-index';
import { openTestDatabase } from '../support/database';
import type { Search, SearchDocument } from './score-search';

const pageSize = 20;

/** Puts the documents into the product's own index, on a database of its own, and answers from it page by page. */
export async function openSearch(
  documents: readonly SearchDocument[],
): Promise<{ search: Search; close(): Promise<void> }> {
  const db = await openTestDatabase();
  const boards = [...new Set(documents.map(({ board }) => board))];
  const at = new Date(Date.UTC(2026, 10, 20));
  const newest = at.getTime();
  await db.write(async (tx) => {
    await tx.insert(db.tables.boards).values(
      boards.map((slug, position) => ({
        slug,
        name: slug,
        kind: 'article' as const,
        position,
        postRoles: [],
      })),
    );
    for (const [i, { id, board, title, body }] of documents.entries()) {
      const publishedAt = new Date(newest - i * 60_000);
      await db.search.put(tx, { type: 'post', refId: id, board, publishedAt, closesAt: null, title, body });
    }
  });
  return {
    async search(query) {
      const found: SearchHitRow[] = [];
      for (;;) {
        const page = await db.search.search(db.read, query, {
          boards,
          at,
          after: found.at(-1),
          limit: pageSize,
        });
        found.push(...page);
        if (page.length < pageSize) return found.map(({ refId }) => refId);
      }
    },
    close: () => db.close(),
  };
}
