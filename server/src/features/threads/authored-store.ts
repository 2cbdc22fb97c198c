import { desc, eq } from 'drizzle-orm';
import type { Authored } from '../../content/kind';
import { ifReadable } from '../../content/visibility';
import { refreshThread } from './store';

export const authoredThreads: Authored = {
  column: 'threads.asker_id',
  section: {
    key: 'questions',
    title: '提问',
    what: '标题、正文、分类、是否匿名和别名、时间，包括匿名的提问',
    why: '公开展示，让别人回答；匿名的不显示你是谁',
    kept: '到删除；注销时由你选择',
  },
  snapshots({ tables: { threads } }, read, authorId) {
    const { id, title, body, category, alias, state, askedAt, life, lifeReason } = threads;
    return read
      .select({ id, title, body, category, alias, state, askedAt, life, lifeReason })
      .from(threads)
      .where(eq(threads.askerId, authorId))
      .orderBy(desc(askedAt), desc(id));
  },
  // A question takes the answers below it along: without it they answer nothing.
  async remove({ search, tables: { threads } }, tx, authorId) {
    const asked = await tx.delete(threads).where(eq(threads.askerId, authorId)).returning({ id: threads.id });
    for (const { id } of asked) await search.remove(tx, 'thread', id);
  },
};

export const authoredAnswers: Authored = {
  column: 'answers.author_id',
  section: {
    key: 'answers',
    title: '回答',
    what: '正文、所在的问题、时间',
    why: '公开展示',
    kept: '到删除；注销时由你选择',
  },
  snapshots({ tables: { threads, answers } }, read, authorId) {
    const { id, threadId, body, official, answeredAt, life, lifeReason } = answers;
    return read
      .select({
        id,
        threadId,
        question: ifReadable(threads, threads.title),
        body,
        official,
        answeredAt,
        life,
        lifeReason,
      })
      .from(answers)
      .innerJoin(threads, eq(threads.id, threadId))
      .where(eq(answers.authorId, authorId))
      .orderBy(desc(answeredAt), desc(id));
  },
  async remove(db, tx, authorId) {
    const { answers } = db.tables;
    const given = await tx
      .delete(answers)
      .where(eq(answers.authorId, authorId))
      .returning({ threadId: answers.threadId });
    for (const id of new Set(given.map(({ threadId }) => threadId))) await refreshThread(db, tx, id);
  },
};
