import { and, asc, count, desc, eq, gt, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { readable } from '../../../content/visibility';
import type { Place } from '../../../db/keyset';
import type { Database, Tx } from '../../../db/types';
import { enabledSlugs } from '../../boards/public-store';
import type { JobRow } from '../row';
import { remindUntil } from '../rules';
import { summaryColumns, writtenColumnsOf } from '../store';

/** Inserts a person's report that a job is closed; false when the person reported it before. */
export async function insertClosedReport(
  { tables: { closedReports } }: Database,
  tx: Tx,
  row: { jobId: string; userId: string; reportedAt: Date },
): Promise<boolean> {
  const noted = await tx.insert(closedReports).values(row).onConflictDoNothing().returning();
  return noted.length > 0;
}

export const setClosedReports = (
  { tables: { jobs } }: Database,
  tx: Tx,
  id: string,
  change: Pick<JobRow, 'closedReports' | 'unverified'>,
) => tx.update(jobs).set(change).where(eq(jobs.id, id));

export const deleteClosedReports = ({ tables: { closedReports } }: Database, tx: Tx, jobId: string) =>
  tx.delete(closedReports).where(eq(closedReports.jobId, jobId));

/** On boards that are on: jobs of other boards come back with them. */
function ownedBy(db: Database, ownerId: string): SQL | undefined {
  const { jobs } = db.tables;
  return and(eq(jobs.ownerId, ownerId), sql`${jobs.board} in ${enabledSlugs(db, db.read, 'job')}`);
}

/** The rule `needsOf` as a query. */
function waiting({ tables: { jobs } }: Database, now: Date): SQL | undefined {
  const until = remindUntil(now);
  const near = or(
    eq(jobs.unverified, true),
    lte(jobs.recheckAt, until),
    and(isNotNull(jobs.deadline), lte(jobs.closesAt, until)),
  );
  return or(eq(jobs.life, 'hidden'), and(gt(jobs.closesAt, now), readable(jobs), near));
}

/** Jobs of one owner, a page of them. */
export function listOwned(
  db: Database,
  ownerId: string,
  show: 'all' | 'waiting',
  after: Place | undefined,
  limit: number,
  now: Date,
) {
  const { jobs, users, boards } = db.tables;
  const at = show === 'all' ? jobs.publishedAt : jobs.closesAt;
  const place = after && sql`(${sql.param(after.at, jobs.closesAt)}, ${after.id})`;
  const next = show === 'all' ? sql`(${at}, ${jobs.id}) < ${place}` : sql`(${at}, ${jobs.id}) > ${place}`;
  return db.read
    .select({
      ...summaryColumns(db),
      review: boards.review,
      lifeReason: jobs.lifeReason,
      lintOverride: jobs.lintOverride,
      ...writtenColumnsOf(db),
    })
    .from(jobs)
    .innerJoin(boards, eq(boards.slug, jobs.board))
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .where(and(ownedBy(db, ownerId), show === 'waiting' ? waiting(db, now) : undefined, place && next))
    .orderBy(...(show === 'all' ? [desc(at), desc(jobs.id)] : [asc(at), asc(jobs.id)]))
    .limit(limit);
}

export async function countOwned(db: Database, ownerId: string, now: Date) {
  const { jobs } = db.tables;
  const counted = async (where: SQL | undefined) =>
    (await db.read.select({ n: count() }).from(jobs).where(where))[0]?.n ?? 0;
  const owned = ownedBy(db, ownerId);
  return { all: await counted(owned), waiting: await counted(and(owned, waiting(db, now))) };
}
