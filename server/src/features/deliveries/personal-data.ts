import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const deliveryPersonalData = definePersonalData({
  columns: { 'deliveries.user_id': 'deleted' },
  sections: {
    deliveries: {
      title: '微信和邮件提醒的记录',
      what: '哪类提醒什么时候发的、发出没有、没发的原因；不存文字',
      why: '同一件事只提醒一次，出了问题查得到',
      kept: '400 天，或到注销',
    },
  },
  async exportOf({ read, tables: { deliveries } }, userId) {
    const { kind, purpose, channel, state, reason, at, dueAt, settledAt } = deliveries;
    return {
      deliveries: await read
        .select({ kind, purpose, channel, state, reason, at, dueAt, settledAt })
        .from(deliveries)
        .where(eq(deliveries.userId, userId))
        .orderBy(desc(at), desc(deliveries.id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.deliveries).where(eq(tables.deliveries.userId, userId));
  },
});
