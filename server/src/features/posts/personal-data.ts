import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const postPersonalData = definePersonalData({
  columns: { 'posts.author_id': 'by-choice' },
  sections: {
    articles: {
      title: '文章',
      what: '你写的文章的标题、正文、来源和时间',
      why: '公开展示',
      kept: '到删除；注销时由你选择',
    },
  },
  async exportOf({ read, tables: { posts } }, userId) {
    const { id, board, title, summary, markdown, sourceName, sourceUrl } = posts;
    const { publishedAt, updatedAt, hidden, hiddenReason } = posts;
    return {
      articles: await read
        .select({
          id,
          board,
          title,
          summary,
          markdown,
          sourceName,
          sourceUrl,
          publishedAt,
          updatedAt,
          hidden,
          hiddenReason,
        })
        .from(posts)
        .where(eq(posts.authorId, userId))
        .orderBy(desc(publishedAt), desc(id)),
    };
  },
  async erase({ db }, tx, userId, fate) {
    if (fate === 'keep') return;
    const { posts } = db.tables;
    const gone = await tx.delete(posts).where(eq(posts.authorId, userId)).returning({ id: posts.id });
    for (const { id } of gone) await db.search.remove(tx, 'post', id);
  },
});
