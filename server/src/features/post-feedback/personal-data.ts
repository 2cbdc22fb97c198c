import { desc, eq } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';

export const postFeedbackPersonalData = definePersonalData({
  columns: { 'post_feedback.user_id': 'deleted' },
  sections: {
    postFeedback: {
      title: '给文章的反馈',
      what: '你觉得哪些文章有用、过期、有误，你写的说明，什么时候',
      why: '让作者改正；作者看得到说明，看不到是谁',
      kept: '到你收回或注销；作者处理过的，半年后删除',
    },
  },
  async exportOf({ read, tables: { postFeedback, posts } }, userId) {
    const { postId, kind, note, at } = postFeedback;
    return {
      postFeedback: await read
        .select({ postId, title: ifReadable(posts, posts.title), kind, note, at })
        .from(postFeedback)
        .innerJoin(posts, eq(posts.id, postId))
        .where(eq(postFeedback.userId, userId))
        .orderBy(desc(at), desc(postFeedback.id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.postFeedback).where(eq(tables.postFeedback.userId, userId));
  },
});
