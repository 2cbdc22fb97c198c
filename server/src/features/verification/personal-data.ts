import { asc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const verificationPersonalData = definePersonalData({
  columns: { 'roster_entries.user_id': 'unbound', 'class_codes.created_by_id': 'unnamed' },
  sections: {
    roster: {
      title: '名册和认证',
      what: '学校名册里你的学号、姓名、学院、专业、班级、毕业年份，认证的时间',
      why: '确认你是本校的人；名册由学校提供',
      kept: '到账号注销时解除绑定；名册里没有绑定账号的人，毕业两年或离校一年后删除',
    },
    classCodes: {
      title: '生成的班级邀请码',
      what: '给哪个班、什么时候生成和失效',
      why: '老师发给班级，同学用来认证',
      kept: '失效半年后删除',
    },
  },
  async exportOf({ read, tables: { rosterEntries, classCodes } }, userId) {
    const { studentNo, name, college, major, className, graduationYear, boundAt, leftAt } = rosterEntries;
    const { createdAt, expiresAt, revokedAt } = classCodes;
    return {
      roster: await read
        .select({ studentNo, name, college, major, className, graduationYear, boundAt, leftAt })
        .from(rosterEntries)
        .where(eq(rosterEntries.userId, userId))
        .orderBy(asc(rosterEntries.id)),
      classCodes: await read
        .select({ className: classCodes.className, createdAt, expiresAt, revokedAt })
        .from(classCodes)
        .where(eq(classCodes.createdById, userId))
        .orderBy(asc(createdAt), asc(classCodes.id)),
    };
  },
  // The list is the school's and stays; the number is free, so that the person may come back with another account.
  async erase({ db: { tables }, clock }, tx, userId) {
    const { rosterEntries } = tables;
    await tx
      .update(rosterEntries)
      .set({ userId: null, boundAt: null, classCodeId: null, updatedAt: clock.now() })
      .where(eq(rosterEntries.userId, userId));
  },
});
