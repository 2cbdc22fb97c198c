import { and, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import type { Database, Reader } from '../../db/types';

function openMutes({ tables: { mutes } }: Database, now: Date) {
  return and(isNull(mutes.liftedAt), gt(mutes.endsAt, now), eq(mutes.anonymous, false));
}

/**
 * Until when these people are muted for what they said by name. Mutes for anonymous words are
 * left out everywhere, or comparing both would reveal the author.
 */
export async function openlyMuted(
  db: Database,
  read: Reader,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const { mutes } = db.tables;
  const rows = await read
    .select({ userId: mutes.userId, endsAt: max(mutes.endsAt) })
    .from(mutes)
    .where(and(inArray(mutes.userId, [...ids]), openMutes(db, now)))
    .groupBy(mutes.userId);
  return new Map(rows.flatMap(({ userId, endsAt }) => (endsAt ? [[userId, endsAt] as const] : [])));
}

/** A subquery of the ids of these people. */
export const openlyMutedIds = (db: Database, read: Reader, now: Date) =>
  read.select({ id: db.tables.mutes.userId }).from(db.tables.mutes).where(openMutes(db, now));
