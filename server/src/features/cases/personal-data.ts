import { and, desc, eq, inArray } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const casePersonalData = definePersonalData({
  columns: {
    'cases.author_id': 'unnamed',
    'cases.claimed_by_id': 'unbound',
    'cases.decided_by_id': 'unnamed',
  },
  sections: {
    cases: {
      title: '审核和申诉',
      what: '你的内容送审、被举报、申诉的时间、处理结果和理由，以及你的申诉理由；不含处理人和举报人是谁',
      why: '让内容有人审核，处理有据可查，申诉由另一个人再看',
      kept: '处理后一年；注销时申诉理由清空',
    },
  },
  async exportOf({ read, tables: { cases } }, userId) {
    const { kind, type, targetId, openedAt, state, endedAt, action, reasons, note, appealText } = cases;
    return {
      cases: await read
        .select({ kind, type, targetId, openedAt, state, endedAt, action, reasons, note, appealText })
        .from(cases)
        .where(and(eq(cases.authorId, userId), inArray(kind, ['review', 'appeal'])))
        .orderBy(desc(openedAt), desc(cases.id)),
    };
  },
  async erase({ db: { tables } }, tx, userId) {
    const { cases } = tables;
    await tx.update(cases).set({ appealText: null }).where(eq(cases.authorId, userId));
    await tx
      .update(cases)
      .set({ claimedById: null, claimedUntil: null })
      .where(eq(cases.claimedById, userId));
  },
});
