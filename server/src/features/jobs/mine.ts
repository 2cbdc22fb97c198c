import type { jobsContract } from '@qihang/shared/jobs/contract';
import { and, asc, count, desc, eq, gt, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context';
import { decodeCursor, type Place, pageFrom } from '../../db/keyset';
import type { Database } from '../../db/types';
import type { Call } from '../../http/mount';
import { enabledSlugs } from '../boards/public';
import { needsOf, remindUntil } from './rules';
import { summaryColumns } from './store';
import { viewRows } from './summaries';

type Show = Call<(typeof jobsContract)['mine']>['query']['show'];

/** On boards that are on: what stands on others comes back with them. */
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
  return or(eq(jobs.hidden, true), and(gt(jobs.closesAt, now), near));
}

const orders = { all: 'mine', waiting: 'mine-waiting' } as const;

function listOwned(
  db: Database,
  ownerId: string,
  show: Show,
  after: Place | undefined,
  limit: number,
  now: Date,
) {
  const { jobs, users } = db.tables;
  const at = show === 'all' ? jobs.publishedAt : jobs.closesAt;
  const place = after && sql`(${sql.param(after.at, jobs.closesAt)}, ${after.id})`;
  const next = show === 'all' ? sql`(${at}, ${jobs.id}) < ${place}` : sql`(${at}, ${jobs.id}) > ${place}`;
  return db.read
    .select({ ...summaryColumns(db), hiddenReason: jobs.hiddenReason, lintOverride: jobs.lintOverride })
    .from(jobs)
    .leftJoin(users, eq(users.id, jobs.verifiedById))
    .where(and(ownedBy(db, ownerId), show === 'waiting' ? waiting(db, now) : undefined, place && next))
    .orderBy(...(show === 'all' ? [desc(at), desc(jobs.id)] : [asc(at), asc(jobs.id)]))
    .limit(limit);
}

async function countOwned(db: Database, ownerId: string, now: Date) {
  const { jobs } = db.tables;
  const counted = async (where: SQL | undefined) =>
    (await db.read.select({ n: count() }).from(jobs).where(where))[0]?.n ?? 0;
  const owned = ownedBy(db, ownerId);
  return { all: await counted(owned), waiting: await counted(and(owned, waiting(db, now))) };
}

export async function listMine(context: Context, { query, actor, now }: Call<(typeof jobsContract)['mine']>) {
  const { db } = context;
  const { cursor, limit, show } = query;
  const order = orders[show];
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
  const found = await listOwned(db, actor.id, show, after, limit + 1, now);
  const { rows, nextCursor } = pageFrom(found, limit, order, (row) => ({
    at: show === 'all' ? row.publishedAt : row.closesAt,
    id: row.id,
  }));
  const views = await viewRows(context, rows, actor, now);
  const items = rows.flatMap((row, i) => {
    const view = views[i];
    const { hiddenReason, lintOverride } = row;
    return view ? [{ ...view, needs: needsOf(row, now), hiddenReason, lintOverride }] : [];
  });
  return { items, nextCursor, counts: await countOwned(db, actor.id, now) };
}
