import { and, asc, count, gt, inArray } from 'drizzle-orm';
import type { Ownership } from '../../content/ownership';
import { readable } from '../../content/visibility';
import type { Database } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';

const columnsOf = ({ tables: { jobs } }: Database) => ({
  id: jobs.id,
  board: jobs.board,
  title: jobs.title,
  ownerId: jobs.ownerId,
  since: jobs.publishedAt,
  until: jobs.closesAt,
});

const live = (db: Database, now: Date) => {
  const { jobs } = db.tables;
  return and(gt(jobs.closesAt, now), readable(jobs), inArray(jobs.board, enabledSlugs(db, db.read, 'job')));
};

/** Live jobs by the person who answers for them. */
export const jobOwnership: Ownership = {
  countByOwner(db, read, now) {
    const { jobs } = db.tables;
    return read
      .select({ ownerId: jobs.ownerId, board: jobs.board, n: count() })
      .from(jobs)
      .where(live(db, now))
      .groupBy(jobs.ownerId, jobs.board);
  },
  list(db, read, owners, now, limit) {
    const { jobs } = db.tables;
    const named = owners.filter((owner) => owner !== null);
    return read
      .select(columnsOf(db))
      .from(jobs)
      .where(and(inArray(jobs.ownerId, named), live(db, now)))
      .orderBy(asc(jobs.closesAt), asc(jobs.id))
      .limit(limit);
  },
  find(db, read, ids, now) {
    return read
      .select(columnsOf(db))
      .from(db.tables.jobs)
      .where(and(inArray(db.tables.jobs.id, [...ids]), live(db, now)));
  },
  async give({ tables: { jobs } }, tx, ids, to) {
    await tx
      .update(jobs)
      .set({ ownerId: to.id, authorRank: to.rank })
      .where(inArray(jobs.id, [...ids]));
  },
};
