import type { FollowMode } from '@qihang/shared/follows/vocabulary';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Reader } from '../../db/types';
import { followedIn } from './rules';

/** What these people follow, in one way or in any; the newest first. */
export async function listFollowsOf(
  { tables: { follows } }: Database,
  read: Reader,
  userIds: readonly string[],
  mode: FollowMode | undefined,
) {
  const { id, userId } = follows;
  const rows = await read
    .select()
    .from(follows)
    .where(and(inArray(userId, [...userIds]), mode === undefined ? undefined : eq(follows.mode, mode)))
    .orderBy(desc(follows.createdAt), desc(id));
  return rows.map((row) => ({ id: row.id, userId: row.userId, key: row.key, followed: followedIn(row) }));
}
