import type { ContentState } from '@qihang/shared/content/vocabulary';
import type { JobState } from '@qihang/shared/jobs/vocabulary';
import { and, asc, count, desc, eq, gt, gte, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database, Reader } from '../db/types';
import type { DeskEnding, Desked, DeskRow, OwnPieces, ReviewedBoard } from './desk';
import { readable } from './visibility';

/** The columns of a table of content that is written before it is shown; every such table has them under these names. */
interface WrittenTable extends PgTable {
  id: PgColumn;
  board: PgColumn;
  title: PgColumn;
  version: PgColumn;
  life: PgColumn;
  lifeReason: PgColumn;
  lifeRank: PgColumn;
  authorRank: PgColumn;
  neverSeen: PgColumn;
  publishedAt: PgColumn;
  updatedAt: PgColumn;
  submittedAt: PgColumn;
  publishAt: PgColumn;
  unpublishAt: PgColumn;
  returnedById: PgColumn;
  returnedAt: PgColumn;
}

/** What differs between kinds. `More` are the columns that their freshness follows from. */
interface Source<More> {
  table: WrittenTable;
  author: PgColumn;
  about: PgColumn | null;
  more: Record<keyof More & string, PgColumn>;
}

interface Kind<More> {
  source(db: Database): Source<More>;
  /** How fresh a published piece is; null for kinds that never close. */
  freshness(row: More, now: Date): { state: JobState; closesAt: Date } | null;
}

const columnsOf = <More>({ table, author, about, more }: Source<More>) => ({
  id: table.id,
  board: table.board,
  authorId: author,
  title: table.title,
  ...(about ? { about } : {}),
  version: table.version,
  life: table.life,
  lifeReason: table.lifeReason,
  lifeRank: table.lifeRank,
  authorRank: table.authorRank,
  neverSeen: table.neverSeen,
  publishedAt: table.publishedAt,
  updatedAt: table.updatedAt,
  submittedAt: table.submittedAt,
  publishAt: table.publishAt,
  unpublishAt: table.unpublishAt,
  returnedById: table.returnedById,
  returnedAt: table.returnedAt,
  ...more,
});

/** The desk's queries of one kind, written once for all kinds; `ending` is each kind's own. */
export function deskOf<More extends object>({ source, freshness }: Kind<More>): Omit<Desked, 'ending'> {
  /** The column types of a table are its own; the rows of all have the shape that `WrittenTable` names. */
  const view = (rows: unknown[], now: Date): DeskRow[] =>
    (rows as (Omit<DeskRow, 'fresh'> & More)[]).map((row) => ({
      ...row,
      about: row.about ?? '',
      fresh: row.life === 'published' ? freshness(row, now) : null,
    }));

  const inReviewOn = (
    { table, author }: Source<More>,
    boards: readonly ReviewedBoard[],
    reviewerId: string,
  ) =>
    and(
      // Written out, for SQLite does not compare a bound value with the condition of the partial index.
      sql`${table.life} = 'in-review'`,
      ne(author, reviewerId),
      or(...boards.map(({ slug, rank }) => and(eq(table.board, slug), lte(table.authorRank, rank)))),
    );

  return {
    async own(db, read, { authorId, lives, by, after, limit }: OwnPieces, now) {
      const of = source(db);
      const { table, author } = of;
      const at = table[by];
      const place = after && sql`(${at}, ${table.id}) < (${sql.param(after.at, at)}, ${after.id})`;
      const rows = await read
        .select(columnsOf(of))
        .from(table)
        .where(and(eq(author, authorId), inArray(table.life, [...lives]), place))
        .orderBy(desc(at), desc(table.id))
        .limit(limit);
      return view(rows, now);
    },
    async countOwn(db, read, authorId) {
      const { table, author } = source(db);
      const rows = await read
        .select({ life: table.life, n: count() })
        .from(table)
        .where(eq(author, authorId))
        .groupBy(table.life);
      return rows as { life: ContentState; n: number }[];
    },
    async waiting(db, read, boards, reviewerId, limit, now) {
      if (boards.length === 0) return [];
      const of = source(db);
      const rows = await read
        .select(columnsOf(of))
        .from(of.table)
        .where(inReviewOn(of, boards, reviewerId))
        .orderBy(asc(sql`coalesce(${of.table.submittedAt}, ${of.table.updatedAt})`), asc(of.table.id))
        .limit(limit);
      return view(rows, now);
    },
    async served(db, read, authorId, since) {
      const { table, author } = source(db);
      const counted = async (where: SQL | undefined) =>
        (
          await read
            .select({ n: count() })
            .from(table)
            .where(and(eq(author, authorId), eq(table.neverSeen, false), where))
        )[0]?.n ?? 0;
      return {
        published: await counted(gte(table.publishedAt, since)),
        updated: await counted(and(gte(table.updatedAt, since), gt(table.updatedAt, table.publishedAt))),
      };
    },
  };
}

/** Published pieces of this person that leave readers as planned. */
export async function leavingPieces(
  read: Reader,
  { table, author, about }: Pick<Source<object>, 'table' | 'author' | 'about'>,
  authorId: string,
  now: Date,
  until: Date,
  limit: number,
): Promise<DeskEnding[]> {
  const { id, board, title, unpublishAt } = table;
  const rows = await read
    .select({ id, board, title, ...(about ? { about } : {}), at: unpublishAt })
    .from(table)
    .where(and(eq(author, authorId), readable(table), gt(unpublishAt, now), lte(unpublishAt, until)))
    .orderBy(asc(unpublishAt), asc(id))
    .limit(limit);
  return (rows as (Omit<DeskEnding, 'end' | 'about'> & { about?: string })[]).map((row) => ({
    ...row,
    about: row.about ?? '',
    end: 'unpublish',
  }));
}
