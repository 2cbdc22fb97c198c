import { and, asc, desc, eq, gt, isNotNull, lte, max, or, sql } from 'drizzle-orm';
import { isPublished } from '../../content/rules';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';

/** Jobs of one owner that count as 待核实, the most doubted first. */
export const listDoubted = (
  { tables: { jobs } }: Database,
  read: Reader,
  ownerId: string,
  now: Date,
  limit: number,
) =>
  read
    .select({ id: jobs.id, board: jobs.board, reports: jobs.closedReports })
    .from(jobs)
    .where(
      and(
        eq(jobs.ownerId, ownerId),
        readable(jobs),
        gt(jobs.closesAt, now),
        or(eq(jobs.unverified, true), lte(jobs.recheckAt, now)),
      ),
    )
    .orderBy(desc(jobs.closedReports), desc(jobs.id))
    .limit(limit);

/** Jobs of one owner of which readers say that they take nobody any more, with the last to say so first. */
export const listReportedClosed = (
  { tables: { jobs, closedReports } }: Database,
  read: Reader,
  ownerId: string,
  now: Date,
  limit: number,
) => {
  const { id, board, title, company, closedReports: count } = jobs;
  const at = max(closedReports.reportedAt);
  return read
    .select({ id, board, title, about: company, count, at })
    .from(jobs)
    .innerJoin(closedReports, eq(closedReports.jobId, id))
    .where(and(eq(jobs.ownerId, ownerId), readable(jobs), gt(jobs.closesAt, now), gt(count, 0)))
    .groupBy(id)
    .orderBy(desc(at), desc(id))
    .limit(limit);
};

/** How many jobs a person was the last to confirm as open since `since`, after they were published. */
export const countConfirmed = ({ tables: { jobs } }: Database, read: Reader, personId: string, since: Date) =>
  read.$count(
    jobs,
    and(eq(jobs.verifiedById, personId), gt(jobs.verifiedAt, since), gt(jobs.verifiedAt, jobs.publishedAt)),
  );

/** Jobs with a deadline within `(after, until]` that readers see, the first to close first. */
export const listClosing = (db: Database, read: Reader, { after, until }: { after: Date; until: Date }) => {
  const { jobs } = db.tables;
  return read
    .select({ id: jobs.id, closesAt: jobs.closesAt })
    .from(jobs)
    .where(
      and(
        gt(jobs.closesAt, after),
        lte(jobs.closesAt, until),
        isNotNull(jobs.deadline),
        readable(jobs),
        sql`${jobs.board} in ${enabledSlugs(db, read, 'job')}`,
      ),
    )
    .orderBy(asc(jobs.closesAt), asc(jobs.id));
};

/** When a job closes, as it is now, and whether readers see it; undefined for one that is gone. */
export async function findClosing(db: Database, read: Reader, id: string) {
  const { jobs, boards } = db.tables;
  const { closesAt, deadline, ownerId } = jobs;
  const [row] = await read
    .select({ closesAt, deadline, ownerId, life: jobs.life, boardEnabled: boards.enabled })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .where(eq(jobs.id, id));
  return row && { ...row, seen: row.boardEnabled && isPublished(row) };
}
