import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const reportPersonalData = definePersonalData({
  columns: { 'reports.reporter_id': 'unbound', 'reports.decided_by_id': 'unnamed' },
  sections: {
    reports: {
      title: '我的举报',
      what: '你举报了什么、原因、说明、处理结果',
      why: '处理有问题的内容，并告诉你结果；作者和处理的人看不到是你',
      kept: '结案后 400 天；注销后举报和说明留下，不再和你有关',
    },
  },
  async exportOf({ read, tables: { reports } }, userId) {
    const { targetType, title, reason, note, at, state, outcomeNote, decidedAt } = reports;
    return {
      reports: await read
        .select({ targetType, title, reason, note, at, state, outcomeNote, decidedAt })
        .from(reports)
        .where(eq(reports.reporterId, userId))
        .orderBy(desc(at), desc(reports.id)),
    };
  },
  // The rows stay without the person: a count that drops on the day somebody leaves would reveal who reported.
  async erase({ db: { tables } }, tx, userId) {
    await tx
      .update(tables.reports)
      .set({ reporterId: null, openKey: null })
      .where(eq(tables.reports.reporterId, userId));
  },
});
