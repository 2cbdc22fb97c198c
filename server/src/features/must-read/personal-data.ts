import { desc, eq } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';

export const mustReadPersonalData = definePersonalData({
  columns: { 'post_reads.user_id': 'deleted' },
  sections: {
    readNotices: {
      title: '读完的必读通知',
      what: '你确认读完了哪些必读通知、什么时候',
      why: '让发通知的人知道多少人读完了；发给班级的通知，本栏目的骨干和老师看得到名单',
      kept: '通知发出半年后删除，或到注销',
    },
  },
  async exportOf({ read, tables: { postReads, posts } }, userId) {
    const { postId, readAt } = postReads;
    return {
      readNotices: await read
        .select({ postId, title: ifReadable(posts, posts.title), readAt })
        .from(postReads)
        .innerJoin(posts, eq(posts.id, postId))
        .where(eq(postReads.userId, userId))
        .orderBy(desc(readAt), desc(postId)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.postReads).where(eq(tables.postReads.userId, userId));
  },
});
