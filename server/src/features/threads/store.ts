import type { ThreadCategory, ThreadState, ThreadTab } from '@qihang/shared/threads/vocabulary';
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { listNeverSeen } from '../../content/due-store';
import type { LifeChange } from '../../content/piece';
import { saidAt } from '../../content/said-at';
import { fileInSearch } from '../../content/search';
import { readable, visibleTo } from '../../content/visibility';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';
import { keepFirst, settleNewest } from '../revisions/public-store';
import type { AnswerRow, NewAnswerRow, NewThreadRow, ThreadRow } from './row';
import { isAnonymous, threadFacts } from './rules';
import { searchDocOf } from './search-doc';
import { waitingStates } from './state-rules';
import { answerWording, threadWording } from './wording';

export interface ThreadFilter {
  category?: ThreadCategory[] | undefined;
  state?: ThreadState[] | undefined;
  q?: string | undefined;
  askerId?: string | undefined;
  board?: string | undefined;
  tab?: ThreadTab | undefined;
  /** Whose questions `mine` and `following` are. */
  actorId?: string | undefined;
}

export type ThreadSort = 'newest' | 'active';

export function selectThreads({ tables }: Database, read: Reader) {
  const { threads, answers, users, boards, threadVoices } = tables;
  const onDuty = alias(users, 'on_duty');
  return read
    .select({
      thread: threads,
      boardEnabled: boards.enabled,
      review: boards.review,
      onDuty: onDuty.name,
      topAuthorId: answers.authorId,
      topAnonymous: answers.anonymous,
      topVoice: threadVoices.n,
      topOfficial: answers.official,
      topUseful: answers.usefulCount,
      topBody: answers.body,
    })
    .from(threads)
    .innerJoin(boards, eq(boards.slug, threads.board))
    .leftJoin(onDuty, eq(onDuty.id, threads.onDutyId))
    .leftJoin(answers, eq(answers.id, threads.topAnswerId))
    .leftJoin(
      threadVoices,
      and(eq(threadVoices.threadId, threads.id), eq(threadVoices.userId, answers.authorId)),
    );
}

/** What lists show: a question that was merged is read at its own address only. */
const listed = (threads: Database['tables']['threads']) =>
  and(readable(threads), isNull(threads.mergedIntoId));

/** What a tab of the list holds, with whether its reader sees it. */
export function inTab(db: Database, read: Reader, tab: ThreadTab, actorId: string | undefined) {
  const { threads, threadFollows } = db.tables;
  const follows = (userId: string) =>
    read.select({ id: threadFollows.threadId }).from(threadFollows).where(eq(threadFollows.userId, userId));
  const conditions: Record<ThreadTab, () => SQL | undefined> = {
    answered: () =>
      and(
        listed(threads),
        inArray(threads.state, ['answered', 'solved', 'closed']),
        sql`${threads.topAnswerId} is not null`,
      ),
    waiting: () => and(listed(threads), inArray(threads.state, [...waitingStates])),
    mine: () =>
      actorId === undefined ? sql`1 = 0` : and(visibleTo('author', threads), eq(threads.askerId, actorId)),
    following: () =>
      actorId === undefined ? sql`1 = 0` : and(listed(threads), inArray(threads.id, follows(actorId))),
  };
  return conditions[tab]();
}

/** The board that is asked for; without one, every question board that is on. */
export const onBoard = (db: Database, read: Reader, board: string | undefined) =>
  board === undefined
    ? inArray(db.tables.threads.board, enabledSlugs(db, read, 'thread'))
    : eq(db.tables.threads.board, board);

export function listThreads(
  db: Database,
  { category, state, q, askerId, board, tab, actorId }: ThreadFilter,
  sort: ThreadSort,
  after: Place | undefined,
  limit: number,
) {
  const { threads } = db.tables;
  const at = sort === 'newest' ? threads.askedAt : threads.activeAt;
  return selectThreads(db, db.read)
    .where(
      and(
        tab === undefined ? listed(threads) : inTab(db, db.read, tab, actorId),
        onBoard(db, db.read, board),
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

export async function insertThread(db: Database, tx: Tx, row: NewThreadRow): Promise<void> {
  const [thread] = await tx.insert(db.tables.threads).values(row).returning();
  if (!thread) throw new Error('A row that was just inserted is not there');
  await keepFirst(db, tx, 'thread', row.id, threadWording(thread), 'created');
  await refreshThread(db, tx, row.id);
}

export async function insertAnswer(db: Database, tx: Tx, row: NewAnswerRow): Promise<void> {
  const { answers, threads } = db.tables;
  const [answer] = await tx.insert(answers).values(row).returning();
  if (!answer) throw new Error('A row that was just inserted is not there');
  await keepFirst(db, tx, 'answer', row.id, answerWording(answer), 'created');
  if (!answer.neverSeen)
    await tx.update(threads).set({ activeAt: answer.answeredAt }).where(eq(threads.id, answer.threadId));
  await refreshThread(db, tx, row.threadId);
}

/** Changes a question, and all that follows from it. */
export async function updateThread(
  db: Database,
  tx: Tx,
  id: string,
  change: Partial<ThreadRow>,
): Promise<void> {
  const { threads } = db.tables;
  await tx.update(threads).set(change).where(eq(threads.id, id));
  await refreshThread(db, tx, id);
}

/** Changes an answer, and all that follows from it. */
export async function updateAnswer(
  db: Database,
  tx: Tx,
  { id, threadId }: Pick<AnswerRow, 'id' | 'threadId'>,
  change: Partial<AnswerRow>,
): Promise<void> {
  const { answers } = db.tables;
  await tx.update(answers).set(change).where(eq(answers.id, id));
  await refreshThread(db, tx, threadId);
}

/** What an approval that is taken back leaves of the clock that it started. */
const unseen = { appearedAt: null, onDutyId: null, promisedAt: null, escalation: 0 };

/** Writes the state of a question; counts and search follow. */
export async function setThreadLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void> {
  const { threads, threadDuties } = db.tables;
  const { publishedAt, publishAt, unpublishAt, ...columns } = change;
  const [thread] = await tx.select().from(threads).where(eq(threads.id, id));
  if (!thread) return;
  await settleNewest(db, tx, 'thread', id, change.life);
  // It is asked, to its readers, when they can first read it: the clock of its answer starts then.
  const at = publishedAt && saidAt(publishedAt, thread.alias !== null);
  const appeared = at && { askedAt: at, activeAt: at, appearedAt: publishedAt };
  const takenBack = change.neverSeen === true && !thread.neverSeen;
  if (takenBack) await tx.delete(threadDuties).where(eq(threadDuties.threadId, id));
  const back = takenBack && { ...unseen, dueAt: at ?? thread.askedAt };
  await updateThread(db, tx, id, { ...columns, ...appeared, ...back });
}

/** Writes the state of an answer; counts, state and search of its question follow. */
export async function setAnswerLife(db: Database, tx: Tx, id: string, change: LifeChange): Promise<void> {
  const { threads } = db.tables;
  const { publishedAt, publishAt, unpublishAt, ...columns } = change;
  const answer = await findAnswer(db, tx, id);
  const [thread] = answer ? await tx.select().from(threads).where(eq(threads.id, answer.threadId)) : [];
  if (!answer || !thread) return;
  await settleNewest(db, tx, 'answer', id, change.life);
  const at = publishedAt && saidAt(publishedAt, isAnonymous(thread, answer));
  if (at) await tx.update(threads).set({ activeAt: at }).where(eq(threads.id, thread.id));
  const appearedAt = change.neverSeen === true && !answer.neverSeen ? null : publishedAt;
  await updateAnswer(db, tx, answer, {
    ...columns,
    ...(at && { answeredAt: at }),
    ...(appearedAt !== undefined && { appearedAt }),
  });
}

export const listNeverSeenThreads = ({ tables: { threads } }: Database, read: Reader, askerId: string) =>
  listNeverSeen(threads, read, threads.askerId, askerId);

export const listNeverSeenAnswers = ({ tables: { answers } }: Database, read: Reader, authorId: string) =>
  listNeverSeen(answers, read, answers.authorId, authorId);

export async function deleteThread(
  { search, tables: { threads } }: Database,
  tx: Tx,
  id: string,
): Promise<void> {
  await search.remove(tx, 'thread', id);
  await tx.delete(threads).where(eq(threads.id, id));
}

export async function deleteAnswer(db: Database, tx: Tx, id: string): Promise<void> {
  const { answers } = db.tables;
  const [gone] = await tx.delete(answers).where(eq(answers.id, id)).returning();
  if (gone) await refreshThread(db, tx, gone.threadId);
}

/** Numbers the anonymous voices that readers meet for the first time, in the order of their words. */
async function nameVoices(
  db: Database,
  tx: Tx,
  thread: ThreadRow,
  seen: readonly AnswerRow[],
): Promise<void> {
  const { threadVoices } = db.tables;
  const speakers = seen.filter(({ authorId, anonymous }) => anonymous && authorId !== thread.askerId);
  if (speakers.length === 0) return;
  const known = await tx.select().from(threadVoices).where(eq(threadVoices.threadId, thread.id));
  const named = new Set(known.map(({ userId }) => userId));
  let next = Math.max(-1, ...known.map(({ n }) => n)) + 1;
  for (const { authorId } of speakers) {
    if (named.has(authorId)) continue;
    named.add(authorId);
    await tx.insert(threadVoices).values({ threadId: thread.id, userId: authorId, n: next++ });
  }
}

/** Brings counts, state, voices and search in step with the answers: the one place where they are derived. */
export async function refreshThread(db: Database, tx: Tx, id: string): Promise<void> {
  const { threads } = db.tables;
  const [thread] = await tx.select().from(threads).where(eq(threads.id, id));
  if (!thread) return;
  const all = await listAnswers(db, tx, id);
  const seen = all.filter(({ life }) => life === 'published');
  await nameVoices(db, tx, thread, seen);
  await tx.update(threads).set(threadFacts(thread, all)).where(eq(threads.id, id));
  // One that was merged is found no more: the other one is.
  const life = thread.mergedIntoId === null ? thread.life : 'withdrawn';
  await fileInSearch(db, tx, { life }, searchDocOf(thread, all));
}
