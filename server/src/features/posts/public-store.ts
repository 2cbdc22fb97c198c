import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import { readable } from '../../content/visibility';
import type { Database, Reader } from '../../db/types';
import { enabledSlugs } from '../boards/public-store';

/** Articles that readers see and that came in after `since`, the newest first; of one board, or of all that are on. */
export function listNewPosts(
  db: Database,
  read: Reader,
  { board, since, now }: { board?: string; since: Date; now: Date },
  limit: number,
) {
  const { id, authorId, title, publishedAt, board: slug } = db.tables.posts;
  return read
    .select({ id, board: slug, authorId, title, publishedAt })
    .from(db.tables.posts)
    .where(
      and(
        readable(db.tables.posts),
        inArray(slug, enabledSlugs(db, read, 'article')),
        board === undefined ? undefined : eq(slug, board),
        gt(publishedAt, since),
        lte(publishedAt, now),
      ),
    )
    .orderBy(desc(publishedAt), desc(id))
    .limit(limit);
}
