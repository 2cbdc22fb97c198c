import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const reminderPersonalData = definePersonalData({
  columns: { 'reminders.user_id': 'deleted' },
  sections: {
    reminders: {
      title: '到点的提醒',
      what: '截止、通知、任期的提醒什么时候到点、提醒了没有；不存提醒的文字',
      why: '同一件事不提醒两次',
      kept: '400 天，或到注销',
    },
  },
  async exportOf({ read, tables: { reminders } }, userId) {
    const { id, kind, outcome, at } = reminders;
    return {
      reminders: await read
        .select({ kind, outcome, at })
        .from(reminders)
        .where(eq(reminders.userId, userId))
        .orderBy(desc(at), desc(id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.reminders).where(eq(tables.reminders.userId, userId));
  },
});
