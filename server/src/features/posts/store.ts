import type { RevisionKind } from '@qihang/shared/revisions/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { listDue, listNeverSeen, listScheduled } from '../../content/due-store';
import type { LifeChange } from '../../content/piece';
import { fileInSearch } from '../../content/search';
import { readable } from '../../content/visibility';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';
import { AppError } from '../../errors';
import { enabledSlugs } from '../boards/public-store';
import { keepChange, keepFirst, settleNewest } from '../revisions/public-store';
import type { NewPostRow, PostRow } from './row';
import { searchDocOf } from './search-store';
import { wordingOf } from './wording';

function summaryColumns({ tables: { posts } }: Database) {
  return {
    id: posts.id,
    board: posts.board,
    authorId: posts.authorId,
    title: posts.title,
    summary: posts.summary,
    cover: posts.cover,
    pinnedUntil: posts.pinnedUntil,
    publishedAt: posts.publishedAt,
    readingMinutes: posts.readingMinutes,
    life: posts.life,
    lifeRank: posts.lifeRank,
    authorRank: posts.authorRank,
  };
}

export interface PostFilter {
  board?: string | undefined;
  q?: string | undefined;
}

function visible(db: Database, { board, q }: PostFilter): SQL | undefined {
  const { posts } = db.tables;
  return and(
    readable(posts),
    board === undefined ? inArray(posts.board, enabledSlugs(db, db.read, 'article')) : eq(posts.board, board),
    q === undefined ? undefined : db.search.matches('post', posts.id, q),
  );
}

/** Pinned articles, which lead the first page. */
export function listPinnedPosts(db: Database, filter: PostFilter, now: Date) {
  const { posts } = db.tables;
  return db.read
    .select(summaryColumns(db))
    .from(posts)
    .where(and(visible(db, filter), gte(posts.pinnedUntil, dayAt(now.getTime()))))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(20);
}

/** The others, newest first. */
export function listPosts(
  db: Database,
  filter: PostFilter,
  after: Place | undefined,
  limit: number,
  now: Date,
) {
  const { posts } = db.tables;
  const place =
    after &&
    sql`(${posts.publishedAt}, ${posts.id}) < (${sql.param(after.at, posts.publishedAt)}, ${after.id})`;
  const unpinned = or(isNull(posts.pinnedUntil), lt(posts.pinnedUntil, dayAt(now.getTime())));
  return db.read
    .select(summaryColumns(db))
    .from(posts)
    .where(and(visible(db, filter), unpinned, place))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(limit);
}
export type PostSummaryRow = Awaited<ReturnType<typeof listPosts>>[number];

/** One article; undefined when there is none. Board and state are for the caller to judge. */
export async function findPost({ tables: { posts, boards } }: Database, read: Reader, id: string) {
  const [row] = await read
    .select({ post: posts, boardEnabled: boards.enabled, review: boards.review })
    .from(posts)
    .innerJoin(boards, eq(boards.slug, posts.board))
    .where(eq(posts.id, id));
  return row && { ...row.post, boardEnabled: row.boardEnabled, review: row.review };
}

export async function insertPost(db: Database, tx: Tx, row: NewPostRow): Promise<PostRow> {
  const [inserted] = await tx.insert(db.tables.posts).values(row).returning();
  await keepFirst(db, tx, 'post', row.id, wordingOf(row), 'created');
  await fileInSearch(db, tx, row, searchDocOf(row));
  return inserted as PostRow;
}

/** Writes `row` where its version still is the one before; false when another person was faster. */
export async function updatePost(
  db: Database,
  tx: Tx,
  row: PostRow,
  { byId, kind }: { byId: string; kind: RevisionKind },
): Promise<boolean> {
  const { posts } = db.tables;
  const before = await getPostRow(db, tx, row.id);
  const changed = await tx
    .update(posts)
    .set(row)
    .where(and(eq(posts.id, row.id), eq(posts.version, row.version - 1)))
    .returning({ id: posts.id });
  if (changed.length === 0) return false;
  const after = { ...wordingOf(row), byId };
  await keepChange(db, tx, 'post', row.id, { before: wordingOf(before), after, kind });
  await fileInSearch(db, tx, row, searchDocOf(row));
  return true;
}

/** Articles whose blocks are of an older version, whatever their state. */
export const listMadeBefore = (
  { tables: { posts } }: Database,
  read: Reader,
  version: number,
  limit: number,
) => read.select().from(posts).where(lt(posts.blocksVersion, version)).orderBy(asc(posts.id)).limit(limit);

/** Writes what follows from the text of an article; to its readers nobody has changed it. */
export async function putMade(db: Database, tx: Tx, row: PostRow): Promise<void> {
  const { posts } = db.tables;
  const { id, blocks, blocksVersion, readingMinutes } = row;
  await tx.update(posts).set({ blocks, blocksVersion, readingMinutes }).where(eq(posts.id, id));
  await fileInSearch(db, tx, row, searchDocOf(row));
}

/** Writes the state of an article, and files it in search accordingly. */
export async function setPostLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void> {
  const { posts } = db.tables;
  const [row] = await tx.update(posts).set(change).where(eq(posts.id, id)).returning();
  if (!row) return;
  await settleNewest(db, tx, 'post', id, change.life);
  await fileInSearch(db, tx, row, searchDocOf(row));
}

/** Articles that readers see and that were published since `since`, by board. */
export const countNewPosts = ({ tables: { posts } }: Database, read: Reader, since: Date) =>
  read
    .select({ board: posts.board, n: count() })
    .from(posts)
    .where(and(gte(posts.publishedAt, since), readable(posts)))
    .groupBy(posts.board);

/** @throws AppError `resource.not-found` */
export async function getPostRow(
  { tables: { posts } }: Database,
  read: Reader,
  id: string,
): Promise<PostRow> {
  const [row] = await read.select().from(posts).where(eq(posts.id, id));
  if (!row) throw new AppError('resource.not-found');
  return row;
}

/** Writes the columns of a draft that is to be more than that. */
export const completePost = (
  { tables: { posts } }: Database,
  tx: Tx,
  id: string,
  columns: Partial<PostRow>,
) => tx.update(posts).set(columns).where(eq(posts.id, id));

export async function deletePost({ search, tables: { posts } }: Database, tx: Tx, id: string): Promise<void> {
  await search.remove(tx, 'post', id);
  await tx.delete(posts).where(eq(posts.id, id));
}

export const listDuePosts = ({ tables: { posts } }: Database, read: Reader, now: Date, limit: number) =>
  listDue(posts, read, now, limit);

export const listScheduledPosts = ({ tables: { posts } }: Database, read: Reader, board: string) =>
  listScheduled(posts, read, board);

export const listNeverSeenPosts = ({ tables: { posts } }: Database, read: Reader, authorId: string) =>
  listNeverSeen(posts, read, posts.authorId, authorId);
