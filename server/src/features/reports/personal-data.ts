import { and, desc, eq, ne } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';
import { forgetNote } from '../cases/public-store';

export const reportPersonalData = definePersonalData({
  columns: { 'reports.reporter_id': 'unbound', 'reports.decided_by_id': 'unnamed' },
  sections: {
    reports: {
      title: '我的举报',
      what: '你举报了什么、原因、说明、处理结果',
      why: '处理有问题的内容，并告诉你结果；作者和处理的人看不到是你',
      kept: '结案后 400 天；注销时你写的说明立即删除，举报本身留下，不再和你有关',
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
  // The rows stay without the person: a count that drops on the day of an erasure would reveal who reported. What the person
  // wrote goes at once, also of what is still open: its words (我是他室友) tell who it was.
  async erase({ db }, tx, userId) {
    const { reports } = db.tables;
    const written = await tx
      .select({ type: reports.targetType, id: reports.targetId, note: reports.note })
      .from(reports)
      .where(and(eq(reports.reporterId, userId), ne(reports.note, '')));
    for (const { note, ...ref } of written) await forgetNote(db, tx, ref, note);
    await tx
      .update(reports)
      .set({ reporterId: null, openKey: null, note: '' })
      .where(eq(reports.reporterId, userId));
  },
});
