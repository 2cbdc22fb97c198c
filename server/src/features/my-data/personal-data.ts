import { eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const myPersonalData = definePersonalData({
  columns: { 'account_closures.user_id': 'unnamed' },
  sections: {
    closures: {
      title: '注销申请',
      what: '申请时间、删除时间、内容的去留',
      why: '按你的要求注销账号，并能证明已经做到',
      kept: '长期保存，不含姓名等个人资料',
    },
  },
  async exportOf({ read, tables: { accountClosures } }, userId) {
    const { name, posts, cause, requestedAt, eraseAt } = accountClosures;
    return {
      closures: await read
        .select({ name, posts, cause, requestedAt, eraseAt })
        .from(accountClosures)
        .where(eq(accountClosures.userId, userId)),
    };
  },
  // `setErased` empties the row when everything else is done.
  erase: async () => undefined,
});
