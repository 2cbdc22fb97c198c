import type { ThreadCategory, ThreadState } from '@qihang/shared/threads/vocabulary';
import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { forEachRow } from '../../db/chunks';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public';
import { type DutyCandidate, threadFacts } from './rules';

export type ThreadRow = Database['tables']['threads']['$inferSelect'];
export type AnswerRow = Database['tables']['answers']['$inferSelect'];

export interface ThreadFilter {
  category?: ThreadCategory[] | undefined;
  state?: ThreadState[] | undefined;
  q?: string | undefined;
  askerId?: string | undefined;
}

export type ThreadSort = 'newest' | 'active';

function selectThreads({ tables: { threads, answers, users, boards } }: Database, read: Reader) {
  const onDuty = alias(users, 'on_duty');
  return read
    .select({
      thread: threads,
      boardEnabled: boards.enabled,
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
  { category, state, q, askerId }: ThreadFilter,
  sort: ThreadSort,
  after: Place | undefined,
  limit: number,
) {
  const { threads } = db.tables;
  const at = sort === 'newest' ? threads.askedAt : threads.activeAt;
  return selectThreads(db, db.read)
    .where(
      and(
        eq(threads.hidden, false),
        inArray(threads.board, enabledSlugs(db, db.read, 'thread')),
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

/** One thread; undefined when there is none. Board and hidden are for the caller to judge. */
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
    .where(and(inArray(threads.onDutyId, [...ids]), eq(threads.state, 'open')))
    .groupBy(threads.onDutyId);
  const open = new Map(rows.map(({ id, n }) => [id, n]));
  return ids.map((id) => ({ id, openThreads: open.get(id) ?? 0 }));
}

export async function insertThread(db: Database, tx: Tx, row: ThreadRow): Promise<void> {
  await tx.insert(db.tables.threads).values(row);
  await refreshThread(db, tx, row.id);
}

export async function insertAnswer(db: Database, tx: Tx, row: AnswerRow): Promise<void> {
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

export async function setThreadHidden(
  db: Database,
  tx: Tx,
  id: string,
  reason: string | null,
): Promise<void> {
  const { threads } = db.tables;
  await tx
    .update(threads)
    .set({ hidden: reason !== null, hiddenReason: reason })
    .where(eq(threads.id, id));
  await refreshThread(db, tx, id);
}

export async function setAnswerHidden(
  db: Database,
  tx: Tx,
  id: string,
  reason: string | null,
): Promise<void> {
  const { answers } = db.tables;
  const [row] = await tx
    .update(answers)
    .set({ hidden: reason !== null, hiddenReason: reason })
    .where(eq(answers.id, id))
    .returning();
  if (row) await refreshThread(db, tx, row.threadId);
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
  return putInSearch(db, tx, thread, all);
}

async function putInSearch(
  db: Database,
  tx: Tx,
  thread: ThreadRow,
  all: readonly AnswerRow[],
): Promise<void> {
  if (thread.hidden) return db.search.remove(tx, 'thread', thread.id);
  const seen = all.filter(({ hidden }) => !hidden).map(({ body }) => body);
  return db.search.put(tx, {
    type: 'thread',
    refId: thread.id,
    board: thread.board,
    publishedAt: thread.askedAt,
    closesAt: null,
    title: thread.title,
    body: [thread.body, ...seen].filter(Boolean).join('\n'),
  });
}

/** Puts every question that readers may see, with its answers, into an empty search index. */
export function putAllInSearch(db: Database, tx: Tx): Promise<void> {
  const { threads } = db.tables;
  return forEachRow(
    (after, limit) =>
      tx
        .select()
        .from(threads)
        .where(and(gt(threads.id, after), eq(threads.hidden, false)))
        .orderBy(asc(threads.id))
        .limit(limit),
    async (thread) => putInSearch(db, tx, thread, await listAnswers(db, tx, thread.id)),
  );
}
