import { runsOf } from '@qihang/shared/search/terms';
import { and, count, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { customType, text } from 'drizzle-orm/pg-core';
import { pgKit } from '../kit/pg';
import type { Reader, SearchIndex, Tables } from '../types';
import { closingDays } from './closing';
import { maxCounted, type SearchTier } from './search-index';
import { newestWithPair, scored } from './similar';
import { searchColumns } from './tables';
import { acrossTiers, partsOf } from './tiers';
import { documentTokens, inTitles, type Phrase, phrasesOf, titlePairs } from './tokens';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

// search_docs with the columns that its migration gives to PostgreSQL alone; drizzle guesses names of columns only for the
// first table that it meets under a name, so these have theirs.
const docs = pgKit.table('search_docs', {
  ...searchColumns(pgKit),
  terms: tsvector('terms').notNull(),
  titleRuns: text('title_runs').notNull(),
  bodyRuns: text('body_runs').notNull(),
});

// Tokens hold no quotation mark, backslash or blank, so that within quotes nothing of a query is tsquery syntax.
const holdsTokens = (phrases: readonly Phrase[]): SQL =>
  sql`${docs.terms} @@ ${phrases
    .flatMap(({ tokens }) => tokens)
    .map((token) => `'${token}'`)
    .join(' & ')}::tsquery`;

// A term of one or two characters is one token; of a longer one the index only says that all its pairs occur.
const longTerms = (phrases: readonly Phrase[]): string[] =>
  phrases.filter(({ tokens }) => tokens.length > 1).map(({ term }) => term);

const everywhere = (phrases: readonly Phrase[]): SQL | undefined =>
  and(
    holdsTokens(phrases),
    ...longTerms(phrases).map(
      (term) => sql`(strpos(${docs.titleRuns}, ${term}) > 0 or strpos(${docs.bodyRuns}, ${term}) > 0)`,
    ),
  );

const inTitle = (phrases: readonly Phrase[]): SQL =>
  sql.join(
    [
      holdsTokens(inTitles(phrases)),
      ...longTerms(phrases).map((term) => sql`strpos(${docs.titleRuns}, ${term}) > 0`),
    ],
    sql` and `,
  );

function tierCondition(tier: SearchTier, phrases: readonly Phrase[], at: Date): SQL | undefined {
  const parts = partsOf(tier);
  const days = closingDays(parts.open ? 'from' : 'until', at).map((token) => `'${token}'`);
  return and(
    parts.inTitle ? inTitle(phrases) : and(everywhere(phrases), sql`not (${inTitle(phrases)})`),
    sql`${docs.terms} @@ ${days.join(' | ')}::tsquery`,
    parts.open ? or(isNull(docs.closesAt), gt(docs.closesAt, at)) : lte(docs.closesAt, at),
  );
}

/** GIN over tsvector on PostgreSQL; what it finds is checked in the text where a term has several tokens. */
export function tsvectorIndex({ boards }: Pick<Tables, 'boards'>): SearchIndex {
  /** One scan a board, which is dear: for terms with more hits than are counted. */
  function countEach(read: Reader, found: SQL | undefined, visible: readonly string[]) {
    const hits = sql`select 1 from ${docs} where ${docs.board} = ${boards.slug} and ${found} limit ${maxCounted}`;
    return read
      .select({ board: boards.slug, n: sql`(select count(*) from (${hits}) as hits)`.mapWith(Number) })
      .from(boards)
      .where(inArray(boards.slug, [...visible]));
  }

  return {
    async put(tx, doc) {
      const { type, refId, board, publishedAt, closesAt } = doc;
      const row = {
        board,
        publishedAt,
        closesAt,
        terms: sql`array_to_tsvector(${sql.param(documentTokens(doc))}::text[])`,
        titleRuns: runsOf(doc.title).join(' '),
        bodyRuns: runsOf(doc.body).join(' '),
      };
      await tx
        .insert(docs)
        .values({ type, refId, ...row })
        .onConflictDoUpdate({ target: [docs.type, docs.refId], set: row });
    },

    async remove(tx, type, refId) {
      await tx.delete(docs).where(and(eq(docs.type, type), eq(docs.refId, refId)));
    },

    async clear(tx) {
      await tx.delete(docs);
    },

    async search(read, query, options) {
      const { at, boards: visible, board } = options;
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return [];
      return acrossTiers(options, (tier, after, limit) =>
        read
          .select({
            id: docs.id,
            type: docs.type,
            refId: docs.refId,
            board: docs.board,
            publishedAt: docs.publishedAt,
          })
          .from(docs)
          .where(
            and(
              tierCondition(tier, phrases, at),
              inArray(docs.board, [...visible]),
              board === undefined ? undefined : eq(docs.board, board),
              after &&
                sql`(${docs.publishedAt}, ${docs.id}) < (${sql.param(after.publishedAt, docs.publishedAt)}, ${after.id}::bigint)`,
            ),
          )
          .orderBy(desc(docs.publishedAt), desc(docs.id))
          .limit(limit),
      );
    },

    async count(read, query, visible) {
      const phrases = phrasesOf(query);
      if (phrases.length === 0) return {};
      const found = everywhere(phrases);
      const some = read
        .select({ board: docs.board })
        .from(docs)
        .where(found)
        .limit(maxCounted)
        .as('some_hits');
      const few = await read.select({ board: some.board, n: count() }).from(some).groupBy(some.board);
      const complete = few.reduce((sum, { n }) => sum + n, 0) < maxCounted;
      const rows = complete
        ? few.filter(({ board }) => visible.includes(board))
        : await countEach(read, found, visible);
      return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ board, n }) => [board, n]));
    },

    async similar(read, title, { type, boards: visible, limit }) {
      const hits = titlePairs(title).map(
        (pair) => sql`select ${docs.id} as id from ${docs}
          where ${holdsTokens([{ term: pair, tokens: [pair] }])} and ${inArray(docs.board, [...visible])}
          limit ${sql.raw(String(newestWithPair))}`,
      );
      if (hits.length === 0 || visible.length === 0) return [];
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
      return sql`${refId} in (select ${docs.refId} from ${docs} where ${docs.type} = ${type} and ${everywhere(phrases)})`;
    },
  };
}
