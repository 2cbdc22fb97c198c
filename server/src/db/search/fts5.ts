import { and, count, desc, eq, gte, inArray, lte, max, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../database';
import { sqliteKit } from '../kit/sqlite';
import type { Tables } from '../tables';
import { boardNumberOf, byNewest, rangeAfter, rangeOfBoard, rangeOfSecond } from './fts5-ids';
import { maxCounted, type SearchIndex, type SearchTier } from './search-index';
import type { SearchType } from './tables';
import { acrossTiers } from './tiers';
import { documentTokens, inTitles, type Phrase, phrasesOf } from './tokens';

// The virtual table of the migration; its rowid is the id of the row in search_docs.
const terms = sqliteKit.table('search_terms', { rowid: sqliteKit.int(), terms: sqliteKit.str() });

// Tokens hold no quotation mark and no blank, so that within quotes nothing of a query is FTS5 syntax.
const every = (phrases: readonly Phrase[]): string =>
  phrases.map(({ tokens }) => `"${tokens.join(' ')}"`).join(' AND ');

const tierQuery: Record<SearchTier, (phrases: readonly Phrase[]) => string> = {
  title: (phrases) => every(inTitles(phrases)),
  text: (phrases) => `(${every(phrases)}) NOT (${every(inTitles(phrases))})`,
};

const match = (query: unknown): SQL => sql`${terms.terms} match ${query}`;

// Numbers are bound as doubles, which FTS5 does not take for the bounds of a range.
const bound = (name: string): SQL => sql`cast(${sql.placeholder(name)} as integer)`;

function prepare(read: Reader) {
  const inRange = and(
    match(sql.placeholder('query')),
    sql`${terms.rowid} between ${bound('first')} and ${bound('last')}`,
  );
  const some = read
    .select({ one: sql`1`.as('one') })
    .from(terms)
    .where(inRange)
    .limit(maxCounted)
    .as('some');
  return {
    newest: read
      .select({ id: terms.rowid })
      .from(terms)
      .where(inRange)
      .orderBy(desc(terms.rowid))
      .limit(sql.placeholder('limit'))
      .prepare('search_newest'),
    count: read.select({ n: count() }).from(some).prepare('search_count'),
  };
}

/** FTS5 on SQLite: see `fts5-ids` for how the order of its rows bounds the work of a search. */
export function fts5Index({ searchDocs: docs, boards }: Pick<Tables, 'searchDocs' | 'boards'>): SearchIndex {
  const statements = new WeakMap<Reader, ReturnType<typeof prepare>>();
  function statementsFor(read: Reader): ReturnType<typeof prepare> {
    const prepared = statements.get(read) ?? prepare(read);
    statements.set(read, prepared);
    return prepared;
  }

  /** Numbers of the boards that have documents: those of their ids. */
  async function boardNumbers(
    read: Reader,
    visible: readonly string[],
  ): Promise<{ slug: string; number: number }[]> {
    const rows = await read
      .select({
        slug: boards.slug,
        id: sql<number | null>`(select ${docs.id} from ${docs} where ${docs.board} = ${boards.slug} limit 1)`,
      })
      .from(boards)
      .where(inArray(boards.slug, [...visible]));
    return rows.flatMap(({ slug, id }) => (id === null ? [] : [{ slug, number: boardNumberOf(id) }]));
  }

  async function boardNumber(tx: Tx, slug: string): Promise<number> {
    const [known] = await boardNumbers(tx, [slug]);
    if (known) return known.number;
    const [row] = await tx.select({ last: max(docs.id) }).from(docs);
    return row?.last == null ? 0 : boardNumberOf(row.last) + 1;
  }

  /** The next free id of the second, or of the first one after it that is not full. */
  async function idFor(tx: Tx, slug: string, publishedAt: Date): Promise<number> {
    const board = await boardNumber(tx, slug);
    for (let second = Math.floor(publishedAt.getTime() / 1000); ; second++) {
      const { first, last } = rangeOfSecond(board, second);
      const [row] = await tx
        .select({ id: max(docs.id) })
        .from(docs)
        .where(and(gte(docs.id, first), lte(docs.id, last)));
      const id = row?.id == null ? first : row.id + 1;
      if (id <= last) return id;
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
      const id = await idFor(tx, board, publishedAt);
      await tx.insert(docs).values({ id, type, refId, board, publishedAt });
      await tx.insert(terms).values({ rowid: id, terms: documentTokens(doc).join(' ') });
    },

    async search(read, query, options) {
      const { boards: visible, board } = options;
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return [];
      const { newest } = statementsFor(read);
      const asked = board === undefined ? visible : visible.filter((slug) => slug === board);
      const numbers = await boardNumbers(read, asked);
      return acrossTiers(options, async (tier, after, limit) => {
        const found = await Promise.all(
          numbers.map(({ number }) =>
            newest.execute({
              query: tierQuery[tier](phrases),
              ...(after ? rangeAfter(number, after.id) : rangeOfBoard(number)),
              limit,
            }),
          ),
        );
        const ids = found.flatMap((rows) => rows.map(({ id }) => id as number));
        const best = ids.sort(byNewest).slice(0, limit);
        const rows = await read
          .select({
            id: docs.id,
            type: docs.type,
            refId: docs.refId,
            board: docs.board,
            publishedAt: docs.publishedAt,
          })
          .from(docs)
          .where(inArray(docs.id, best));
        return rows.sort((a, b) => byNewest(a.id, b.id));
      });
    },

    async count(read, query, visible) {
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return {};
      const counting = statementsFor(read).count;
      const counts: Record<string, number> = {};
      for (const { slug, number } of await boardNumbers(read, visible)) {
        const [row] = await counting.execute({ query: every(phrases), ...rangeOfBoard(number) });
        if (row && row.n > 0) counts[slug] = row.n;
      }
      return counts;
    },

    matches(type, refId, query) {
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return sql`1 = 0`;
      return sql`${refId} in (select ${docs.refId} from ${terms} inner join ${docs} on ${docs.id} = ${terms.rowid}
        where ${match(every(phrases))} and ${docs.type} = ${type})`;
    },
  };
}
