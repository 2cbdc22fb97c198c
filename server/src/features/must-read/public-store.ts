import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader, Tx } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';
import { oldestAsked } from './rules';
import { audienceIs, receipt } from './store';

/** When this person confirmed this round; keeps the first time. */
export async function putRead(
  { tables: { postReads } }: Database,
  tx: Tx,
  row: { postId: string; userId: string; round: number; readAt: Date },
): Promise<Date> {
  const { round, readAt } = row;
  await tx
    .insert(postReads)
    .values(row)
    .onConflictDoUpdate({
      target: [postReads.postId, postReads.userId],
      set: { round, readAt },
      setWhere: sql`${postReads.round} < ${round}`,
    });
  const [kept] = await tx
    .select({ readAt: postReads.readAt })
    .from(postReads)
    .where(and(eq(postReads.postId, row.postId), eq(postReads.userId, row.userId)));
  return kept?.readAt ?? readAt;
}

/**
 * Notices that readers see and that are still asked about, with the article's author and the instant from which readers see it.
 * @param postId only this one
 */
export async function listAsked(db: Database, read: Reader, now: Date, postId?: string) {
  const { mustReads, posts } = db.tables;
  const rows = await read
    .select({ notice: mustReads, authorId: posts.authorId, publishedAt: posts.publishedAt })
    .from(mustReads)
    .innerJoin(posts, eq(posts.id, mustReads.postId))
    .where(
      and(
        gt(mustReads.askedAt, oldestAsked(now)),
        readable(posts),
        sql`${posts.board} in ${enabledSlugs(db, read, 'article')}`,
        postId === undefined ? undefined : eq(mustReads.postId, postId),
      ),
    )
    .orderBy(asc(mustReads.postId));
  return rows.map(({ notice, authorId, publishedAt }) => ({
    ...notice,
    authorId,
    /** When its people were asked: it may have been written long before readers saw it. */
    since: new Date(Math.max(publishedAt.getTime(), notice.askedAt.getTime())),
  }));
}
export type AskedNotice = Awaited<ReturnType<typeof listAsked>>[number];

/** Ids, after `after` in their order, of those of its audience who have not confirmed this round of a notice. */
export async function listUnconfirmed(
  db: Database,
  read: Reader,
  { authorId, since: _, ...notice }: AskedNotice,
  { after, limit, now }: { after: string; limit: number; now: Date },
): Promise<string[]> {
  const { users, postReads } = db.tables;
  const rows = await read
    .select({ id: users.id })
    .from(users)
    .leftJoin(postReads, receipt(db, notice))
    .where(
      and(
        audienceIs(db, read, notice.audience, authorId, now),
        isNull(postReads.userId),
        gt(users.id, after),
      ),
    )
    .orderBy(asc(users.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
