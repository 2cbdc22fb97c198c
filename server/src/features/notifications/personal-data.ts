import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const notificationPersonalData = definePersonalData({
  columns: { 'notifications.user_id': 'deleted', 'notification_settings.user_id': 'deleted' },
  sections: {
    notifications: {
      title: '消息',
      what: '收到过哪些消息、关于哪条内容、什么时候、读了没有；不存消息的文字',
      why: '有人回答、审核有结果时告诉你',
      kept: '90 天，或到注销',
    },
    notificationSettings: {
      title: '消息设置',
      what: '夜里不打扰的时间、关掉了哪几类消息',
      why: '按你选的时间和种类提醒',
      kept: '到注销',
    },
  },
  async exportOf({ read, tables: { notifications, notificationSettings } }, userId) {
    const { kind, refType, refId, count, at, readAt } = notifications;
    const { quiet, quietFrom, quietTo, muted, updatedAt } = notificationSettings;
    return {
      notifications: await read
        .select({ kind, refType, refId, count, at, readAt })
        .from(notifications)
        .where(eq(notifications.userId, userId))
        .orderBy(desc(at), desc(notifications.id)),
      notificationSettings: await read
        .select({ quiet, quietFrom, quietTo, muted, updatedAt })
        .from(notificationSettings)
        .where(eq(notificationSettings.userId, userId)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    await tx.delete(tables.notificationSettings).where(eq(tables.notificationSettings.userId, userId));
    await tx.delete(tables.notifications).where(eq(tables.notifications.userId, userId));
  },
});
