import { desc, eq } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';

export const threadPersonalData = definePersonalData({
  columns: {
    'threads.on_duty_id': 'deleted',
  },
  sections: {
    duties: {
      title: '值班的问题',
      what: '轮到你回答的问题和期限',
      why: '让提问的人知道由谁回答',
      kept: '到注销，之后交给别人',
    },
  },
  async exportOf({ read, tables: { threads } }, userId) {
    const { id, state, dueAt } = threads;
    const title = ifReadable(threads, threads.title);
    return {
      duties: await read
        .select({ id, title, state, dueAt })
        .from(threads)
        .where(eq(threads.onDutyId, userId))
        .orderBy(desc(dueAt), desc(id)),
    };
  },
  async erase({ db }, tx, userId) {
    const { threads } = db.tables;
    await tx.update(threads).set({ onDutyId: null }).where(eq(threads.onDutyId, userId));
  },
});
