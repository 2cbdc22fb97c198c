import { eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const weeklyPersonalData = definePersonalData({
  columns: { 'weekly_digests.user_id': 'deleted' },
  sections: {
    weeklyDigests: {
      title: '每周汇总',
      what: '最近一次收到每周汇总是哪一周',
      why: '同一周只发一次，很久不看的少发',
      kept: '60 天，或到注销',
    },
  },
  async exportOf({ read, tables: { weeklyDigests } }, userId) {
    return {
      weeklyDigests: await read
        .select({ week: weeklyDigests.week })
        .from(weeklyDigests)
        .where(eq(weeklyDigests.userId, userId)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.weeklyDigests).where(eq(tables.weeklyDigests.userId, userId));
  },
});
