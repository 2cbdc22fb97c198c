import type { ThreadCategory, ThreadState } from '@qihang/shared/threads/vocabulary';
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LifeChange } from '../../content/piece';
import { fileInSearch } from '../../content/search';
import { readable } from '../../content/visibility';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';
import type { NewAnswerRow, NewThreadRow } from './row';
import { type DutyCandidate, threadFacts } from './rules';
import { searchDocOf } from './search-doc';

export interface ThreadFilter {
  category?: ThreadCategory[] | undefined;
  state?: ThreadState[] | undefined;
  q?: string | undefined;
  askerId?: string | undefined;
  board?: string | undefined;
}

export type ThreadSort = 'newest' | 'active';

function selectThreads({ tables: { threads, answers, users, boards } }: Database, read: Reader) {
  const onDuty = alias(users, 'on_duty');
  return read
    .select({
      thread: threads,
      boardEnabled: boards.enabled,
      review: boards.review,
      onDuty: onDuty.name,
      topAuthorId: answers.authorId,
      topOfficial: answers.official,
      topBody: answers.body,
    })
    .from(threads)
    .innerJoin(boards, eq(boards.slug, threads.board))
    .leftJoin(onDuty, eq(onDuty.id, threads.onDutyId))
    .leftJoin(answers, eq(answers.id, threads.topAnswerId));
}

export function listThreads(
  db: Database,
  { category, state, q, askerId, board }: ThreadFilter,
  sort: ThreadSort,
  after: Place | undefined,
  limit: number,
) {
  const { threads } = db.tables;
  const at = sort === 'newest' ? threads.askedAt : threads.activeAt;
  return selectThreads(db, db.read)
    .where(
      and(
        readable(threads),
        board === undefined
          ? inArray(threads.board, enabledSlugs(db, db.read, 'thread'))
          : eq(threads.board, board),
        category && inArray(threads.category, category),
        state && inArray(threads.state, state),
        askerId === undefined ? undefined : eq(threads.askerId, askerId),
        q === undefined ? undefined : db.search.matches('thread', threads.id, q),
        after && sql`(${at}, ${threads.id}) < (${sql.param(after.at, at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(at), desc(threads.id))
    .limit(limit);
}
export type ThreadListRow = Awaited<ReturnType<typeof listThreads>>[number];

/** One thread; undefined when there is none. Board and state are for the caller to judge. */
export async function findThread(db: Database, read: Reader, id: string): Promise<ThreadListRow | undefined> {
  const [row] = await selectThreads(db, read).where(eq(db.tables.threads.id, id));
  return row;
}

export const listAnswers = ({ tables: { answers } }: Database, read: Reader, threadId: string) =>
  read
    .select()
    .from(answers)
    .where(eq(answers.threadId, threadId))
    .orderBy(asc(answers.answeredAt), asc(answers.id));

export async function findAnswer({ tables: { answers } }: Database, read: Reader, id: string) {
  const [row] = await read.select().from(answers).where(eq(answers.id, id));
  return row;
}

/** How many unanswered questions each of these people has on duty. */
export async function countDuties(
  { tables: { threads } }: Database,
  read: Reader,
  ids: readonly string[],
): Promise<DutyCandidate[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .select({ id: threads.onDutyId, n: count() })
    .from(threads)
    .where(and(inArray(threads.onDutyId, [...ids]), eq(threads.state, 'open'), readable(threads)))
    .groupBy(threads.onDutyId);
  const open = new Map(rows.map(({ id, n }) => [id, n]));
  return ids.map((id) => ({ id, openThreads: open.get(id) ?? 0 }));
}

export async function insertThread(db: Database, tx: Tx, row: NewThreadRow): Promise<void> {
  await tx.insert(db.tables.threads).values(row);
  await refreshThread(db, tx, row.id);
}

export async function insertAnswer(db: Database, tx: Tx, row: NewAnswerRow): Promise<void> {
  const { answers, threads } = db.tables;
  await tx.insert(answers).values(row);
  await tx.update(threads).set({ activeAt: row.answeredAt }).where(eq(threads.id, row.threadId));
  await refreshThread(db, tx, row.threadId);
}

export async function acceptAnswer(db: Database, tx: Tx, threadId: string, answerId: string): Promise<void> {
  const { threads } = db.tables;
  await tx.update(threads).set({ acceptedAnswerId: answerId }).where(eq(threads.id, threadId));
  await refreshThread(db, tx, threadId);
}

/** Writes the state of a question; counts and search follow. */
export async function setThreadLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void> {
  const { threads } = db.tables;
  const { publishedAt, publishAt, unpublishAt, ...columns } = change;
  // It is asked, to its readers, when they can first read it: the clock of its answer starts then.
  const appeared = publishedAt && { askedAt: publishedAt, activeAt: publishedAt };
  await tx
    .update(threads)
    .set({ ...columns, ...appeared })
    .where(eq(threads.id, id));
  await refreshThread(db, tx, id);
}

/** Writes the state of an answer; counts, state and search of its question follow. */
export async function setAnswerLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void> {
  const { answers, threads } = db.tables;
  const { publishedAt, publishAt, unpublishAt, ...columns } = change;
  const appeared = publishedAt && { answeredAt: publishedAt };
  const [row] = await tx
    .update(answers)
    .set({ ...columns, ...appeared })
    .where(eq(answers.id, id))
    .returning();
  if (!row) return;
  if (publishedAt)
    await tx.update(threads).set({ activeAt: publishedAt }).where(eq(threads.id, row.threadId));
  await refreshThread(db, tx, row.threadId);
}

/** Brings counts, state and search in step with the answers: the one place where they are derived. */
export async function refreshThread(db: Database, tx: Tx, id: string): Promise<void> {
  const { threads } = db.tables;
  const [thread] = await tx.select().from(threads).where(eq(threads.id, id));
  if (!thread) return;
  const all = await listAnswers(db, tx, id);
  await tx
    .update(threads)
    .set(threadFacts(thread.askerId, thread.acceptedAnswerId, all))
    .where(eq(threads.id, id));
  await fileInSearch(db, tx, thread, searchDocOf(thread, all));
}
