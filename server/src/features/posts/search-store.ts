import { and, asc, gt, inArray } from 'drizzle-orm';
import type { Hit, Searchable } from '../../content/kind';
import { readable } from '../../content/visibility';
import type { SearchDoc } from '../../db/search/search-index';
import type { Database } from '../../db/types';
import { textOf } from '../../markdown/text';
import { bylines } from '../users/public';
import type { NewPostRow, PostRow } from './row';

/** An article as search finds it. */
export function searchDocOf(row: NewPostRow): SearchDoc {
  const { id, board, publishedAt, title, summary, sourceName, blocks } = row;
  const body = [summary, sourceName, textOf(blocks)].filter(Boolean).join('\n');
  return { type: 'post', refId: id, board, publishedAt, closesAt: null, title, body };
}

/** The texts by which an article is found; a search result quotes the first of them by preference. */
const quotedFrom = (post: Pick<PostRow, 'blocks' | 'summary' | 'sourceName'>): string[] => [
  textOf(post.blocks),
  post.summary,
  post.sourceName ?? '',
];

async function findHits(db: Database, ids: string[], now: Date): Promise<[string, Hit][]> {
  const { posts } = db.tables;
  const rows = await db.read
    .select({
      id: posts.id,
      title: posts.title,
      summary: posts.summary,
      blocks: posts.blocks,
      sourceName: posts.sourceName,
      authorId: posts.authorId,
    })
    .from(posts)
    .where(and(inArray(posts.id, ids), readable(posts)));
  const authors = await bylines(
    db,
    rows.map(({ authorId }) => authorId),
    now,
  );
  return rows.map(({ id, title, authorId, ...row }) => [
    id,
    { title, texts: quotedFrom(row), about: authors.get(authorId)?.name ?? '', closesAt: null },
  ]);
}

export const postSearch: Searchable = {
  async docs({ tables: { posts } }, read, after, limit) {
    const rows = await read
      .select()
      .from(posts)
      .where(and(gt(posts.id, after), readable(posts)))
      .orderBy(asc(posts.id))
      .limit(limit);
    return rows.map(searchDocOf);
  },
  hits: findHits,
};
