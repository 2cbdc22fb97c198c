import { and, asc, eq, gt, isNotNull, lte, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { DeskEnding, Desked } from '../../content/desk';
import { deskOf, leavingPieces } from '../../content/desk-store';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';
import { type JobTimes, jobState } from './rules';

const source = ({ tables: { jobs } }: Database) => ({
  table: jobs,
  author: jobs.ownerId,
  about: jobs.company,
  more: {
    deadline: jobs.deadline,
    closesAt: jobs.closesAt,
    recheckAt: jobs.recheckAt,
    unverified: jobs.unverified,
  } satisfies Record<keyof JobTimes, PgColumn>,
});

/** Jobs that close or are to be checked again until `until`, and that nobody doubts yet. */
async function listClosing(
  db: Database,
  read: Reader,
  ownerId: string,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<DeskEnding[]> {
  const { jobs } = db.tables;
  const of = async (end: DeskEnding['end'], at: PgColumn, where: SQL | undefined) => {
    const rows = await read
      .select({ id: jobs.id, board: jobs.board, title: jobs.title, about: jobs.company, at })
      .from(jobs)
      .where(
        and(
          eq(jobs.ownerId, ownerId),
          readable(jobs),
          eq(jobs.unverified, false),
          gt(at, now),
          lte(at, until),
          where,
        ),
      )
      .orderBy(asc(at), asc(jobs.id))
      .limit(limit);
    return (rows as Omit<DeskEnding, 'end'>[]).map((row) => ({ ...row, end }));
  };
  return [
    ...(await of('closing', jobs.closesAt, isNotNull(jobs.deadline))),
    ...(await of('recheck', jobs.recheckAt, undefined)),
  ];
}

/** Jobs on the desks of those who publish and review them. */
export const jobDesk: Desked = {
  ...deskOf<JobTimes>({
    source,
    freshness: (times, now) => ({ state: jobState(times, now), closesAt: times.closesAt }),
  }),
  async ending(db, read, authorId, now, until, limit) {
    const closing = await listClosing(db, read, authorId, { now, until, limit });
    const leaving = await leavingPieces(read, source(db), authorId, now, until, limit);
    return [...closing, ...leaving].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, limit);
  },
};
