import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const moderationPersonalData = definePersonalData({
  columns: { 'mutes.user_id': 'deleted', 'mutes.by_id': 'unnamed', 'mutes.lifted_by_id': 'unnamed' },
  sections: {
    mutes: {
      title: '禁言记录',
      what: '起止时间、理由、涉及的内容摘要，不含处理人是谁',
      why: '让禁言按时结束，再次发生时有据可查',
      kept: '结束后一年，或到注销',
    },
  },
  async exportOf({ read, tables: { mutes } }, userId) {
    const { mutedAt, endsAt, liftedAt, reason, excerpt } = mutes;
    return {
      mutes: await read
        .select({ mutedAt, endsAt, liftedAt, reason, excerpt })
        .from(mutes)
        .where(eq(mutes.userId, userId))
        .orderBy(desc(mutedAt), desc(mutes.id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.mutes).where(eq(tables.mutes.userId, userId));
  },
});
