import { desc, eq } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';
import { refreshThread } from './store';

export const threadPersonalData = definePersonalData({
  columns: {
    'threads.asker_id': 'by-choice',
    'answers.author_id': 'by-choice',
    'threads.on_duty_id': 'deleted',
  },
  sections: {
    questions: {
      title: '提问',
      what: '标题、正文、分类、是否匿名和别名、时间，包括匿名的提问',
      why: '公开展示，让别人回答；匿名的不显示你是谁',
      kept: '到删除；注销时由你选择',
    },
    answers: {
      title: '回答',
      what: '正文、所在的问题、时间',
      why: '公开展示',
      kept: '到删除；注销时由你选择',
    },
    duties: {
      title: '值班的问题',
      what: '轮到你回答的问题和期限',
      why: '让提问的人知道由谁回答',
      kept: '到注销，之后交给别人',
    },
  },
  async exportOf({ read, tables: { threads, answers } }, userId) {
    const { id, title, body, category, alias, state, askedAt, dueAt, hidden, hiddenReason } = threads;
    return {
      questions: await read
        .select({ id, title, body, category, alias, state, askedAt, hidden, hiddenReason })
        .from(threads)
        .where(eq(threads.askerId, userId))
        .orderBy(desc(askedAt), desc(id)),
      answers: await read
        .select({
          id: answers.id,
          threadId: answers.threadId,
          question: title,
          body: answers.body,
          official: answers.official,
          answeredAt: answers.answeredAt,
          hidden: answers.hidden,
          hiddenReason: answers.hiddenReason,
        })
        .from(answers)
        .innerJoin(threads, eq(threads.id, answers.threadId))
        .where(eq(answers.authorId, userId))
        .orderBy(desc(answers.answeredAt), desc(answers.id)),
      duties: await read
        .select({ id, title, state, dueAt })
        .from(threads)
        .where(eq(threads.onDutyId, userId))
        .orderBy(desc(dueAt), desc(id)),
    };
  },
  async erase({ db }, tx, userId, posts) {
    const { threads, answers } = db.tables;
    await tx.update(threads).set({ onDutyId: null }).where(eq(threads.onDutyId, userId));
    if (posts === 'keep') return;
    // A question takes the answers below it along: without it they answer nothing.
    const asked = await tx.delete(threads).where(eq(threads.askerId, userId)).returning({ id: threads.id });
    for (const { id } of asked) await db.search.remove(tx, 'thread', id);
    const given = await tx
      .delete(answers)
      .where(eq(answers.authorId, userId))
      .returning({ threadId: answers.threadId });
    for (const id of new Set(given.map(({ threadId }) => threadId))) await refreshThread(db, tx, id);
  },
});
