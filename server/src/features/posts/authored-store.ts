import { desc, eq } from 'drizzle-orm';
import type { Authored } from '../../content/kind';

export const authoredPosts: Authored = {
  column: 'posts.author_id',
  section: {
    key: 'articles',
    title: '文章',
    what: '你写的文章和草稿的标题、正文、来源和时间',
    why: '公开展示',
    kept: '到删除；注销时由你选择',
  },
  snapshots({ tables: { posts } }, read, authorId) {
    const { id, board, title, summary, markdown, sourceName, sourceUrl } = posts;
    const { publishedAt, updatedAt, life, lifeReason, unfinished, publishAt, unpublishAt } = posts;
    const plans = { unfinished, publishAt, unpublishAt };
    const words = { title, summary, markdown, sourceName, sourceUrl };
    return read
      .select({ id, board, ...words, publishedAt, updatedAt, life, lifeReason, ...plans })
      .from(posts)
      .where(eq(posts.authorId, authorId))
      .orderBy(desc(publishedAt), desc(id));
  },
  async remove({ search, tables: { posts } }, tx, authorId) {
    const gone = await tx.delete(posts).where(eq(posts.authorId, authorId)).returning({ id: posts.id });
    for (const { id } of gone) await search.remove(tx, 'post', id);
    return gone.map(({ id }) => ({ type: 'post', id }));
  },
};
