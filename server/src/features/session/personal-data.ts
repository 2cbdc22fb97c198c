import { asc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const sessionPersonalData = definePersonalData({
  columns: {
    'sessions.user_id': 'deleted',
    'wechat_identities.user_id': 'deleted',
    'passwords.user_id': 'deleted',
  },
  sections: {
    sessions: {
      title: '登录记录',
      what: '每台设备的登录方式、浏览器和系统名称、登录时间和到期时间',
      why: '保持登录，并让你能在所有设备上退出',
      kept: '30 天，到期即删',
    },
    password: {
      title: '登录密码',
      what: '设置密码的时间；密码只存散列值，我们不知道你的密码',
      why: '用学号登录',
      kept: '到修改密码或账号注销',
    },
    wechat: {
      title: '微信登录',
      what: '绑定微信的时间；微信用户标识只存在服务器，不对外展示',
      why: '用微信登录时认出是你',
      kept: '到账号注销',
    },
  },
  async exportOf({ read, tables: { sessions, passwords, wechatIdentities } }, userId) {
    return {
      sessions: await read
        .select({
          via: sessions.via,
          device: sessions.device,
          createdAt: sessions.createdAt,
          expiresAt: sessions.expiresAt,
        })
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .orderBy(asc(sessions.createdAt), asc(sessions.tokenHash)),
      password: await read
        .select({ changedAt: passwords.changedAt })
        .from(passwords)
        .where(eq(passwords.userId, userId)),
      wechat: await read
        .select({ createdAt: wechatIdentities.createdAt })
        .from(wechatIdentities)
        .where(eq(wechatIdentities.userId, userId))
        .orderBy(asc(wechatIdentities.openid)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { sessions, passwords, wechatIdentities } = tables;
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.delete(passwords).where(eq(passwords.userId, userId));
    await tx.delete(wechatIdentities).where(eq(wechatIdentities.userId, userId));
  },
});
