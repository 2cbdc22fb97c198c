import { asc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const sessionPersonalData = definePersonalData({
  columns: { 'sessions.user_id': 'deleted', 'wechat_identities.user_id': 'deleted' },
  sections: {
    sessions: {
      title: '登录记录',
      what: '每台设备的登录时间和到期时间',
      why: '保持登录，并让你能在所有设备上退出',
      kept: '30 天，到期即删',
    },
    wechat: {
      title: '微信登录',
      what: '绑定微信的时间；微信用户标识只存在服务器，不对外展示',
      why: '用微信登录时认出是你',
      kept: '到账号注销',
    },
  },
  async exportOf({ read, tables: { sessions, wechatIdentities } }, userId) {
    return {
      sessions: await read
        .select({ createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .orderBy(asc(sessions.createdAt)),
      wechat: await read
        .select({ createdAt: wechatIdentities.createdAt })
        .from(wechatIdentities)
        .where(eq(wechatIdentities.userId, userId)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { sessions, wechatIdentities } = tables;
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.delete(wechatIdentities).where(eq(wechatIdentities.userId, userId));
  },
});
