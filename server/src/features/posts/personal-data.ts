import { desc, eq } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';

export const postPersonalData = definePersonalData({
  columns: { 'posts.edited_by_id': 'unnamed', 'posts.returned_by_id': 'unnamed' },
  sections: {
    editedArticles: {
      title: '修改过的文章',
      what: '你最后修改过哪些别人的文章、什么时候',
      why: '让读者知道由谁修改',
      kept: '随文章保存，注销后不再显示姓名',
    },
  },
  async exportOf({ read, tables: { posts } }, userId) {
    const { id, editedAt } = posts;
    return {
      editedArticles: await read
        .select({ id, title: ifReadable(posts, posts.title), editedAt })
        .from(posts)
        .where(eq(posts.editedById, userId))
        .orderBy(desc(editedAt), desc(id)),
    };
  },
  erase: async () => undefined,
});
