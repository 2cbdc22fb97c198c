import { and, count, desc, eq, gt, gte, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import { sqliteKit } from '../kit/sqlite';
import type { Reader, SearchIndex, Tables, Tx } from '../types';
import { closingDays } from './closing';
import { boardNumberOf, byNewest, rangeAfter, rangeOfBoard, rangeOfSecond } from './fts5-ids';
import { maxCounted, type SearchTier } from './search-index';
import { newestWithPair, scored } from './similar';
import type { SearchType } from './tables';
import { acrossTiers, partsOf } from './tiers';
import { documentTokens, inTitles, type Phrase, phrasesOf, titlePairs } from './tokens';

// The virtual table of the migration; its rowid is the id of the row in search_docs.
const terms = sqliteKit.table('search_terms', { rowid: sqliteKit.int(), terms: sqliteKit.str() });

// Tokens hold no quotation mark and no blank, so that within quotes nothing of a query is FTS5 syntax.
const every = (phrases: readonly Phrase[]): string =>
  phrases.map(({ tokens }) => `"${tokens.join(' ')}"`).join(' AND ');

function placeQuery(tier: SearchTier, phrases: readonly Phrase[]): string {
  const inTitle = every(inTitles(phrases));
  return partsOf(tier).inTitle ? `(${inTitle})` : `((${every(phrases)}) NOT (${inTitle}))`;
}

function closingQuery(tier: SearchTier, at: Date): string {
  const days = closingDays(partsOf(tier).open ? 'from' : 'until', at);
  return `(${days.map((token) => `"${token}"`).join(' OR ')})`;
}

/** The newest hits are mostly open: a look at so many of them spares most searches the tokens of the days. */
const glanced = 200;

const match = (query: unknown): SQL => sql`${terms.terms} match ${query}`;

// Numbers are bound as doubles, which FTS5 does not take for the bounds of a range.
const bound = (name: string): SQL => sql`cast(${sql.placeholder(name)} as integer)`;

function prepare(read: Reader, { searchDocs: docs, boards }: Pick<Tables, 'searchDocs' | 'boards'>) {
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
  const at = sql.param(sql.placeholder('at'), docs.closesAt);
  const isOpen = or(isNull(docs.closesAt), gt(docs.closesAt, at));
  const hit = {
    id: docs.id,
    type: docs.type,
    refId: docs.refId,
    board: docs.board,
    publishedAt: docs.publishedAt,
  };
  const newest = (name: string, state: SQL | undefined) =>
    read
      .select(hit)
      .from(terms)
      .innerJoin(docs, eq(docs.id, terms.rowid))
      .where(and(inRange, state))
      .orderBy(desc(terms.rowid))
      .limit(sql.placeholder('limit'))
      .prepare(name);
  const first = read
    .select({ rowid: terms.rowid })
    .from(terms)
    .where(inRange)
    .orderBy(desc(terms.rowid))
    .limit(glanced)
    .as('first');
  return {
    openAmongFirst: read
      .select(hit)
      .from(first)
      .innerJoin(docs, eq(docs.id, first.rowid))
      .where(isOpen)
      .orderBy(desc(first.rowid))
      .limit(sql.placeholder('limit'))
      .prepare('search_first'),
    open: newest('search_open', isOpen),
    closed: newest('search_closed', lte(docs.closesAt, at)),
    boards: read
      .select({
        slug: boards.slug,
        id: sql<number | null>`(select ${docs.id} from ${docs} where ${docs.board} = ${boards.slug} limit 1)`,
      })
      .from(boards)
      .prepare('search_boards'),
    count: read.select({ n: count() }).from(some).prepare('search_count'),
  };
}

/** FTS5 on SQLite: see `fts5-ids` for how the order of its rows bounds the work of a search. */
export function fts5Index(tables: Pick<Tables, 'searchDocs' | 'boards'>): SearchIndex {
  const { searchDocs: docs } = tables;
  const statements = new WeakMap<Reader, ReturnType<typeof prepare>>();
  function statementsFor(read: Reader): ReturnType<typeof prepare> {
    const prepared = statements.get(read) ?? prepare(read, tables);
    statements.set(read, prepared);
    return prepared;
  }

  /** Numbers of the boards that have documents: those of their ids. */
  async function boardNumbers(
    read: Reader,
    visible: readonly string[],
  ): Promise<{ slug: string; number: number }[]> {
    const rows = await statementsFor(read).boards.execute();
    return rows.flatMap(({ slug, id }) =>
      id === null || !visible.includes(slug) ? [] : [{ slug, number: boardNumberOf(id) }],
    );
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

    async clear(tx) {
      await tx.delete(docs);
      await tx.delete(terms);
    },

    async put(tx, doc) {
      const { type, refId, board, publishedAt, closesAt } = doc;
      await remove(tx, type, refId);
      const id = await idFor(tx, board, publishedAt);
      await tx.insert(docs).values({ id, type, refId, board, publishedAt, closesAt });
      await tx.insert(terms).values({ rowid: id, terms: documentTokens(doc).join(' ') });
    },

    async search(read, query, options) {
      const { at, boards: visible, board } = options;
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return [];
      const { openAmongFirst, open, closed } = statementsFor(read);
      const asked = board === undefined ? visible : visible.filter((slug) => slug === board);
      const numbers = await boardNumbers(read, asked);
      return acrossTiers(options, async (tier, after, limit) => {
        const isOpen = partsOf(tier).open;
        const place = placeQuery(tier, phrases);
        const query = `${place} AND ${closingQuery(tier, at)}`;
        const found = await Promise.all(
          numbers.map(async ({ number }) => {
            const range = after ? rangeAfter(number, after.id) : rangeOfBoard(number);
            const bounds = { ...range, at, limit };
            const first = isOpen ? await openAmongFirst.execute({ query: place, ...bounds }) : [];
            if (first.length >= limit) return first;
            return (isOpen ? open : closed).execute({ query, ...bounds });
          }),
        );
        return found
          .flat()
          .sort((a, b) => byNewest(a.id, b.id))
          .slice(0, limit);
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

    async similar(read, title, { type, boards: visible, limit }) {
      const numbers = await boardNumbers(read, visible);
      const hits = titlePairs(title).flatMap((pair) =>
        numbers.map(({ number }) => {
          const { first, last } = rangeOfBoard(number);
          return sql`select ${terms.rowid} as id from ${terms}
            where ${match(every([{ term: pair, tokens: [pair] }]))}
              and ${terms.rowid} between cast(${first} as integer) and cast(${last} as integer)
            order by ${terms.rowid} desc limit ${sql.raw(String(newestWithPair))}`;
        }),
      );
      if (hits.length === 0) return [];
      const score = sql<number>`found.score`.mapWith(Number);
      return read
        .select({ refId: docs.refId, score })
        .from(docs)
        .innerJoin(scored(hits), sql`found.id = ${docs.id}`)
        .where(eq(docs.type, type))
        .orderBy(desc(score), desc(docs.id))
        .limit(limit);
    },

    matches(type, refId, query) {
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return sql`1 = 0`;
      return sql`${refId} in (select ${docs.refId} from ${terms} inner join ${docs} on ${docs.id} = ${terms.rowid}
        where ${match(every(phrases))} and ${docs.type} = ${type})`;
    },
  };
}
