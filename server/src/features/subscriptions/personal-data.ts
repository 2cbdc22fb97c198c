import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const subscriptionPersonalData = definePersonalData({
  columns: { 'message_credits.user_id': 'deleted', 'credit_entries.user_id': 'deleted' },
  sections: {
    messageCredits: {
      title: '微信提醒次数',
      what: '每一种微信提醒还能收几条',
      why: '微信规定，同意一次只能发一条',
      kept: '到解绑微信或注销',
    },
    creditEntries: {
      title: '微信提醒次数的变化',
      what: '什么时候同意、用掉或退回了一条',
      why: '同意一次只算一条，一条也不多发',
      kept: '400 天，或到解绑微信、注销',
    },
  },
  async exportOf({ read, tables: { messageCredits, creditEntries } }, userId) {
    const { templateId, change, cause, source, at } = creditEntries;
    return {
      messageCredits: await read
        .select({ templateId: messageCredits.templateId, balance: messageCredits.balance })
        .from(messageCredits)
        .where(eq(messageCredits.userId, userId))
        .orderBy(messageCredits.templateId),
      creditEntries: await read
        .select({ templateId, change, cause, source, at })
        .from(creditEntries)
        .where(eq(creditEntries.userId, userId))
        .orderBy(desc(at), desc(creditEntries.id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.creditEntries).where(eq(tables.creditEntries.userId, userId));
    await tx.delete(tables.messageCredits).where(eq(tables.messageCredits.userId, userId));
  },
});
