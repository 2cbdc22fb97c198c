import { desc, eq, or } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const digestPersonalData = definePersonalData({
  columns: { 'digests.created_by_id': 'unnamed', 'digests.sent_by_id': 'unnamed' },
  sections: {
    digests: {
      title: '群发包',
      what: '你做的或标记已发的群发包：时间、群名、文字',
      why: '让骨干知道哪个群发过什么，不重复发',
      kept: '一年；注销后不再带你的名字',
    },
  },
  async exportOf({ read, tables: { digests, shareGroups } }, userId) {
    const { createdAt, sentAt, parts } = digests;
    return {
      digests: await read
        .select({ createdAt, sentAt, group: shareGroups.name, parts })
        .from(digests)
        .leftJoin(shareGroups, eq(shareGroups.id, digests.groupId))
        .where(or(eq(digests.createdById, userId), eq(digests.sentById, userId)))
        .orderBy(desc(createdAt), desc(digests.id)),
    };
  },
  // The row of the person stays, emptied: that a piece was sent to a group is still known, and no longer by which person. The text may hold
  // words of the person's own.
  async erase({ db: { tables } }, tx, userId, posts) {
    const { digests } = tables;
    if (posts === 'remove')
      await tx
        .update(digests)
        .set({ parts: [] })
        .where(or(eq(digests.createdById, userId), eq(digests.sentById, userId)));
  },
});
