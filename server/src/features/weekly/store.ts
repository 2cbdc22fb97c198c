import { and, asc, count, eq, gt, gte, inArray, isNotNull, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import { chunksOf } from '../../db/chunks';
import type { Database, Reader, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';

/** People who have not closed their accounts, in the order of ids, with their profiles and the last digest they were told of. */
export function listPeople(
  { tables: { users, weeklyDigests, accountClosures } }: Database,
  read: Reader,
  after: string,
  limit: number,
) {
  const { id, major, degree, graduationYear, cities, kinds } = users;
  const closing = read.select({ id: accountClosures.userId }).from(accountClosures);
  return read
    .select({ id, major, degree, graduationYear, cities, kinds, last: weeklyDigests.week })
    .from(users)
    .leftJoin(weeklyDigests, eq(weeklyDigests.userId, id))
    .where(and(gt(id, after), notInArray(id, closing)))
    .orderBy(asc(id))
    .limit(limit);
}
export type PersonRow = Awaited<ReturnType<typeof listPeople>>[number];

export async function findProfile({ tables: { users } }: Database, read: Reader, userId: string) {
  const { major, degree, graduationYear, cities, kinds } = users;
  const [row] = await read
    .select({ major, degree, graduationYear, cities, kinds })
    .from(users)
    .where(eq(users.id, userId));
  if (!row) throw new Error(`There is no user ${userId}`);
  return row;
}

/** Those of these people who hold a session, have read a message or kept a job since `since`. */
export async function activeAmong(
  { tables: { sessions, notifications, savedJobs } }: Database,
  read: Reader,
  ids: readonly string[],
  { since, now }: { since: Date; now: Date },
): Promise<Set<string>> {
  const found = [
    // A session lasts for about as long; its use is noted nowhere.
    await read
      .selectDistinct({ userId: sessions.userId })
      .from(sessions)
      .where(and(inArray(sessions.userId, [...ids]), gt(sessions.expiresAt, now))),
    await read
      .selectDistinct({ userId: notifications.userId })
      .from(notifications)
      .where(and(inArray(notifications.userId, [...ids]), gt(notifications.readAt, since))),
    await read
      .selectDistinct({ userId: savedJobs.userId })
      .from(savedJobs)
      .where(and(inArray(savedJobs.userId, [...ids]), gt(savedJobs.updatedAt, since))),
  ];
  return new Set(found.flat().map(({ userId }) => userId));
}

/** Saved jobs of these people that are not applied for and whose deadline is within `(now, until]`, the next first. */
export function listClosing(
  db: Database,
  read: Reader,
  ids: readonly string[],
  { now, until }: { now: Date; until: Date },
) {
  const { savedJobs, jobs } = db.tables;
  return read
    .select({ userId: savedJobs.userId, jobId: jobs.id })
    .from(savedJobs)
    .innerJoin(jobs, eq(jobs.id, savedJobs.jobId))
    .where(
      and(
        inArray(savedJobs.userId, [...ids]),
        eq(savedJobs.progress, 'saved'),
        readable(jobs),
        inArray(jobs.board, enabledSlugs(db, read, 'job')),
        isNotNull(jobs.deadline),
        gt(jobs.closesAt, now),
        lte(jobs.closesAt, until),
      ),
    )
    .orderBy(asc(jobs.closesAt), asc(jobs.id));
}

export interface ThreadNews {
  userId: string;
  id: string;
  title: string;
  mine: boolean;
  answers: number;
  waits: boolean;
}

/** Questions of these people that were answered by others since `since`, and answered ones that wait to be accepted. */
async function listAsked(
  db: Database,
  read: Reader,
  ids: readonly string[],
  { since, waitingSince }: { since: Date; waitingSince: Date },
): Promise<ThreadNews[]> {
  const { threads, answers } = db.tables;
  const { askerId, id, title, state, activeAt } = threads;
  const fresh = and(
    eq(answers.threadId, id),
    gt(answers.answeredAt, since),
    ne(answers.authorId, askerId),
    readable(answers),
  );
  const rows = await read
    .select({ userId: askerId, id, title, state, answers: count(answers.id) })
    .from(threads)
    .leftJoin(answers, fresh)
    .where(
      and(
        inArray(askerId, [...ids]),
        readable(threads),
        inArray(threads.board, enabledSlugs(db, read, 'thread')),
        gt(activeAt, waitingSince),
      ),
    )
    .groupBy(id)
    .having(or(gt(count(answers.id), 0), eq(state, 'answered')))
    .orderBy(sql`${activeAt} desc`, asc(id));
  return rows.map(({ state: at, ...row }) => ({ ...row, mine: true, waits: at === 'answered' }));
}

/** Questions that these people follow, with answers of others since `since`. */
async function listFollowed(
  db: Database,
  read: Reader,
  ids: readonly string[],
  since: Date,
): Promise<ThreadNews[]> {
  const { threads, answers, threadFollows } = db.tables;
  const { userId } = threadFollows;
  const { id, title, activeAt } = threads;
  const rows = await read
    .select({ userId, id, title, answers: count(answers.id) })
    .from(threadFollows)
    .innerJoin(threads, eq(id, threadFollows.threadId))
    .innerJoin(answers, eq(answers.threadId, id))
    .where(
      and(
        inArray(userId, [...ids]),
        ne(threads.askerId, userId),
        readable(threads),
        inArray(threads.board, enabledSlugs(db, read, 'thread')),
        gt(answers.answeredAt, since),
        ne(answers.authorId, userId),
        readable(answers),
      ),
    )
    .groupBy(userId, id)
    .orderBy(sql`${activeAt} desc`, asc(id), asc(userId));
  return rows.map((row) => ({ ...row, mine: false, waits: false }));
}

export const listThreadNews = async (
  db: Database,
  read: Reader,
  ids: readonly string[],
  times: { since: Date; waitingSince: Date },
): Promise<ThreadNews[]> => [
  ...(await listAsked(db, read, ids, times)),
  ...(await listFollowed(db, read, ids, times.since)),
];

/** Those of these people who were told of this digest, or of a later one. */
export async function toldAmong(
  { tables: { weeklyDigests } }: Database,
  read: Reader,
  ids: readonly string[],
  week: string,
): Promise<Set<string>> {
  const { userId } = weeklyDigests;
  const rows = await read
    .select({ userId })
    .from(weeklyDigests)
    .where(and(inArray(userId, [...ids]), gte(weeklyDigests.week, week)));
  return new Set(rows.map((row) => row.userId));
}

export async function putTold(
  { tables: { weeklyDigests } }: Database,
  tx: Tx,
  userIds: readonly string[],
  week: string,
): Promise<void> {
  for (const chunk of chunksOf(userIds))
    await tx
      .insert(weeklyDigests)
      .values(chunk.map((userId) => ({ userId, week })))
      .onConflictDoUpdate({ target: weeklyDigests.userId, set: { week } });
}
