import { erasedName } from '@qihang/shared/my-data/vocabulary';
import { desc, eq, or } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const portrayalPersonalData = definePersonalData({
  columns: {
    'portrayals.subject_id': 'unbound',
    'portrayals.recorded_by_id': 'unnamed',
    'portrayals.withdrawn_by_id': 'unnamed',
  },
  sections: {
    portrayals: {
      title: '写到你的文章',
      what: '哪些文章以你为主角，你同意用在哪里、怎样同意的、什么时候；撤回的时间',
      why: '没有你的同意不能发布；你可以随时撤回',
      kept: '到撤回一年后；注销后只留下同意本身，不留姓名，想撤回请在注销前操作',
    },
    recordedConsents: {
      title: '登记和撤回的展示同意',
      what: '你为哪些文章登记或代为撤回了当事人的同意、什么时候',
      why: '证明文章经当事人同意',
      kept: '随同意记录保存，注销后不再显示姓名',
    },
  },
  async exportOf({ read, tables: { portrayals, posts } }, userId) {
    const { postId, subject, uses, way, givenOn, recordedAt, withdrawnAt } = portrayals;
    return {
      portrayals: await read
        .select({ postId, title: posts.title, subject, uses, way, givenOn, recordedAt, withdrawnAt })
        .from(portrayals)
        .innerJoin(posts, eq(posts.id, postId))
        .where(eq(portrayals.subjectId, userId))
        .orderBy(desc(recordedAt), desc(portrayals.id)),
      recordedConsents: await read
        .select({ postId, recordedAt, withdrawnAt })
        .from(portrayals)
        .where(or(eq(portrayals.recordedById, userId), eq(portrayals.withdrawnById, userId)))
        .orderBy(desc(recordedAt), desc(portrayals.id)),
    };
  },
  // The article stays with the consent that was given for it; whose it was is forgotten.
  async erase({ db: { tables } }, tx, userId) {
    const { portrayals } = tables;
    await tx
      .update(portrayals)
      .set({ subjectId: null, subject: erasedName })
      .where(eq(portrayals.subjectId, userId));
  },
});
