import { and, count, desc, eq, gte, inArray, lt, max, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../database';
import { sqliteKit } from '../kit/sqlite';
import type { Tables } from '../tables';
import { maxCounted, type SearchIndex, type SearchTier } from './search-index';
import type { SearchType } from './tables';
import { acrossTiers } from './tiers';
import { boardToken, documentTokens, inTitles, type Phrase, phrasesOf } from './tokens';

// The virtual table of the migration; its rowid is the id of the row in search_docs.
const terms = sqliteKit.table('search_terms', { rowid: sqliteKit.int(), terms: sqliteKit.str() });

// Tokens hold no quotation mark and no blank, so that within quotes nothing of a query is FTS5 syntax.
const every = (phrases: readonly Phrase[]): string =>
  phrases.map(({ tokens }) => `"${tokens.join(' ')}"`).join(' AND ');

const tierQuery: Record<SearchTier, (phrases: readonly Phrase[]) => string> = {
  title: (phrases) => every(inTitles(phrases)),
  text: (phrases) => `(${every(phrases)}) NOT (${every(inTitles(phrases))})`,
};

const match = (query: string | SQL): SQL => sql`${terms.terms} match ${query}`;

const idsPerSecond = 256;

/**
 * FTS5 on SQLite. Its rows lie in the order of their ids, and ids are made from the time of publication: a page of the
 * newest hits is read off the end of the list, however long the list is.
 */
export function fts5Index({ searchDocs: docs, boards }: Pick<Tables, 'searchDocs' | 'boards'>): SearchIndex {
  /** The next free number of the document's second, or of the first second after it that has one. */
  async function idFor(tx: Tx, publishedAt: Date): Promise<number> {
    for (let id = Math.floor(publishedAt.getTime() / 1000) * idsPerSecond; ; id += idsPerSecond) {
      const [row] = await tx
        .select({ last: max(docs.id) })
        .from(docs)
        .where(and(gte(docs.id, id), lt(docs.id, id + idsPerSecond)));
      const free = row?.last == null ? id : row.last + 1;
      if (free < id + idsPerSecond) return free;
    }
  }

  async function remove(tx: Tx, type: SearchType, refId: string): Promise<void> {
    const [row] = await tx
      .delete(docs)
      .where(and(eq(docs.type, type), eq(docs.refId, refId)))
      .returning({ id: docs.id });
    if (row) await tx.delete(terms).where(eq(terms.rowid, row.id));
  }

  return {
    remove,

    async put(tx, doc) {
      const { type, refId, board, publishedAt } = doc;
      await remove(tx, type, refId);
      const id = await idFor(tx, publishedAt);
      await tx.insert(docs).values({ id, type, refId, board, publishedAt });
      await tx.insert(terms).values({ rowid: id, terms: documentTokens(doc).join(' ') });
    },

    async search(read, query, options) {
      const { boards: visible, board } = options;
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return [];
      return acrossTiers(options, (tier, after, limit) => {
        const found = tierQuery[tier](phrases);
        return read
          .select({
            id: docs.id,
            type: docs.type,
            refId: docs.refId,
            board: docs.board,
            publishedAt: docs.publishedAt,
          })
          .from(terms)
          .innerJoin(docs, eq(docs.id, terms.rowid))
          .where(
            and(
              match(board === undefined ? found : `"${boardToken(board)}" AND (${found})`),
              inArray(docs.board, [...visible]),
              after && lt(terms.rowid, after.id),
            ),
          )
          .orderBy(desc(terms.rowid))
          .limit(limit);
      });
    },

    async count(read, query, visible) {
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return {};
      const found = every(phrases);
      const some = read
        .select({ board: docs.board })
        .from(terms)
        .innerJoin(docs, eq(docs.id, terms.rowid))
        .where(match(found))
        .limit(maxCounted)
        .as('some');
      const few = await read.select({ board: some.board, n: count() }).from(some).groupBy(some.board);
      const all = few.reduce((sum, { n }) => sum + n, 0);
      const rows =
        all < maxCounted
          ? few.filter(({ board }) => visible.includes(board))
          : await read
              .select({
                board: boards.slug,
                n: sql<number>`(select count(*) from (select 1 from ${terms} where ${match(
                  sql`'"@' || ${boards.slug} || '" AND ' || ${found}`,
                )} limit ${maxCounted}))`,
              })
              .from(boards)
              .where(inArray(boards.slug, [...visible]));
      return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ board, n }) => [board, n]));
    },

    matches(type, refId, query) {
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return sql`1 = 0`;
      return sql`${refId} in (select ${docs.refId} from ${terms} inner join ${docs} on ${docs.id} = ${terms.rowid}
        where ${match(every(phrases))} and ${docs.type} = ${type})`;
    },
  };
}
