import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const followPersonalData = definePersonalData({
  columns: { 'follows.user_id': 'deleted' },
  sections: {
    follows: {
      title: '关注',
      what: '关注的栏目、单位和岗位条件，选的提醒方式',
      why: '有新内容时告诉你；只有你看得到',
      kept: '到你取消关注或注销',
    },
  },
  async exportOf({ read, tables: { follows } }, userId) {
    const { kind, board, company, filter, mode, createdAt } = follows;
    return {
      follows: await read
        .select({ kind, board, company, filter, mode, createdAt })
        .from(follows)
        .where(eq(follows.userId, userId))
        .orderBy(desc(createdAt), desc(follows.id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.follows).where(eq(tables.follows.userId, userId));
  },
});
