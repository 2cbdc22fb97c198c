import type { Progress } from '@qihang/shared/jobs/progress';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Place } from '../../db/keyset';
import type { Database, Reader, Tx } from '../../db/types';

export type SavedRow = Database['tables']['savedJobs']['$inferSelect'];

export async function findSaved(
  { tables: { savedJobs } }: Database,
  read: Reader,
  userId: string,
  jobId: string,
): Promise<SavedRow | undefined> {
  const [row] = await read
    .select()
    .from(savedJobs)
    .where(and(eq(savedJobs.userId, userId), eq(savedJobs.jobId, jobId)));
  return row;
}

export async function putSaved({ tables: { savedJobs } }: Database, tx: Tx, row: SavedRow): Promise<void> {
  const { progress, note, updatedAt } = row;
  await tx
    .insert(savedJobs)
    .values(row)
    .onConflictDoUpdate({
      target: [savedJobs.userId, savedJobs.jobId],
      set: { progress, note, updatedAt },
    });
}

export const deleteSaved = ({ tables: { savedJobs } }: Database, tx: Tx, userId: string, jobId: string) =>
  tx.delete(savedJobs).where(and(eq(savedJobs.userId, userId), eq(savedJobs.jobId, jobId)));

export function listSaved(
  { read, tables: { savedJobs } }: Database,
  userId: string,
  progress: Progress[] | undefined,
  after: Place | undefined,
  limit: number,
): Promise<SavedRow[]> {
  const at = savedJobs.updatedAt;
  return read
    .select()
    .from(savedJobs)
    .where(
      and(
        eq(savedJobs.userId, userId),
        progress && inArray(savedJobs.progress, progress),
        after && sql`(${at}, ${savedJobs.jobId}) < (${sql.param(after.at, at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(at), desc(savedJobs.jobId))
    .limit(limit);
}

export const countSaved = ({ read, tables: { savedJobs } }: Database, userId: string) =>
  read
    .select({ progress: savedJobs.progress, n: count() })
    .from(savedJobs)
    .where(eq(savedJobs.userId, userId))
    .groupBy(savedJobs.progress);

/** Saved jobs that readers see and that end, or are looked at again, within `(after, until]`. */
export function listDue(
  { read, tables: { savedJobs, jobs, boards } }: Database,
  userId: string,
  { after, until }: { after: Date; until: Date },
) {
  const dueAt = sql<Date>`coalesce(${jobs.recheckAt}, ${jobs.closesAt})`;
  return read
    .select({
      id: jobs.id,
      title: jobs.title,
      company: jobs.company,
      deadline: jobs.deadline,
      recheckOn: jobs.recheckOn,
      closesAt: jobs.closesAt,
      recheckAt: jobs.recheckAt,
      updatedAt: jobs.updatedAt,
      progress: savedJobs.progress,
    })
    .from(savedJobs)
    .innerJoin(jobs, eq(jobs.id, savedJobs.jobId))
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .where(
      and(
        eq(savedJobs.userId, userId),
        ne(savedJobs.progress, 'dropped'),
        readable(jobs),
        eq(boards.enabled, true),
        or(
          and(isNotNull(jobs.deadline), gt(jobs.closesAt, after), lte(jobs.closesAt, until)),
          and(isNull(jobs.deadline), gt(jobs.recheckAt, after), lte(jobs.recheckAt, until)),
        ),
      ),
    )
    .orderBy(asc(dueAt), asc(jobs.id));
}
export type DueRow = Awaited<ReturnType<typeof listDue>>[number];

/** Makes this the one feed of its person. */
export async function putFeed(
  { tables: { calendarFeeds } }: Database,
  tx: Tx,
  row: { userId: string; tokenHash: string; createdAt: Date },
): Promise<void> {
  const { tokenHash, createdAt } = row;
  await tx
    .insert(calendarFeeds)
    .values(row)
    .onConflictDoUpdate({ target: calendarFeeds.userId, set: { tokenHash, createdAt } });
}

export async function deleteFeed(
  { tables: { calendarFeeds } }: Database,
  tx: Tx,
  userId: string,
): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
}

/** Whose feed has this token; undefined when it is nobody's any more. */
export async function findFeedOwner(
  { read, tables: { calendarFeeds } }: Database,
  tokenHash: string,
): Promise<string | undefined> {
  const [row] = await read
    .select({ userId: calendarFeeds.userId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, tokenHash));
  return row?.userId;
}

/** When the feed of a person was made; undefined without one. */
export async function findFeedStart(
  { read, tables: { calendarFeeds } }: Database,
  userId: string,
): Promise<Date | undefined> {
  const [row] = await read
    .select({ createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId));
  return row?.createdAt;
}
