import { eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';
import { listConsents } from './store';

export const consentPersonalData = definePersonalData({
  columns: { 'consents.user_id': 'deleted' },
  sections: {
    consents: {
      title: '同意记录',
      what: '同意了哪份文本的哪一版、时间、在哪个客户端',
      why: '证明你看过并同意了用户协议、隐私政策和社区规范',
      kept: '到账号注销',
    },
  },
  async exportOf(db, userId) {
    const rows = await listConsents(db, db.read, userId);
    return {
      consents: rows.map(({ document, version, client, acceptedAt }) => ({
        document,
        version,
        client,
        acceptedAt,
      })),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { consents } = tables;
    await tx.delete(consents).where(eq(consents.userId, userId));
  },
});
