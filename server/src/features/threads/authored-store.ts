import { desc, eq } from 'drizzle-orm';
import type { Authored } from '../../content/kind';
import { ifReadable } from '../../content/visibility';
import { refreshThread } from './store';

export const authoredThreads: Authored = {
  column: 'threads.asker_id',
  section: {
    key: 'questions',
    title: '提问',
    what: '标题、正文、分类、是否匿名和别名、状态、时间、改过几次，包括匿名的和还没公开的提问',
    why: '公开展示，让别人回答；匿名的不显示你是谁',
    kept: '到删除；注销时由你选择',
  },
  snapshots({ tables: { threads } }, read, authorId) {
    const { id, title, body, category, alias, state, askedAt, editedAt, edits, life, lifeReason } = threads;
    const { solvedAt, unsolvedAt, closedAt, closedReason, submittedAt } = threads;
    return read
      .select({
        id,
        title,
        body,
        category,
        alias,
        state,
        askedAt,
        editedAt,
        edits,
        solvedAt,
        unsolvedAt,
        closedAt,
        closedReason,
        submittedAt,
        life,
        lifeReason,
      })
      .from(threads)
      .where(eq(threads.askerId, authorId))
      .orderBy(desc(askedAt), desc(id));
  },
  // A question takes the answers below it along: without it they answer nothing.
  async remove({ search, tables: { threads, answers } }, tx, authorId) {
    const below = await tx
      .select({ id: answers.id })
      .from(answers)
      .innerJoin(threads, eq(threads.id, answers.threadId))
      .where(eq(threads.askerId, authorId));
    const asked = await tx.delete(threads).where(eq(threads.askerId, authorId)).returning({ id: threads.id });
    for (const { id } of asked) await search.remove(tx, 'thread', id);
    return [
      ...asked.map(({ id }) => ({ type: 'thread' as const, id })),
      ...below.map(({ id }) => ({ type: 'answer' as const, id })),
    ];
  },
};

export const authoredAnswers: Authored = {
  column: 'answers.author_id',
  section: {
    key: 'answers',
    title: '回答',
    what: '正文、所在的问题、是否匿名、时间、改过几次，包括还没公开的回答',
    why: '公开展示',
    kept: '到删除；注销时由你选择',
  },
  snapshots({ tables: { threads, answers } }, read, authorId) {
    const {
      id,
      threadId,
      body,
      official,
      anonymous,
      answeredAt,
      editedAt,
      edits,
      submittedAt,
      life,
      lifeReason,
    } = answers;
    return read
      .select({
        id,
        threadId,
        question: ifReadable(threads, threads.title),
        body,
        official,
        anonymous,
        answeredAt,
        editedAt,
        edits,
        submittedAt,
        life,
        lifeReason,
      })
      .from(answers)
      .innerJoin(threads, eq(threads.id, threadId))
      .where(eq(answers.authorId, authorId))
      .orderBy(desc(answeredAt), desc(id));
  },
  async remove(db, tx, authorId) {
    const { answers, threadVoices } = db.tables;
    await tx.delete(threadVoices).where(eq(threadVoices.userId, authorId));
    const given = await tx
      .delete(answers)
      .where(eq(answers.authorId, authorId))
      .returning({ id: answers.id, threadId: answers.threadId });
    for (const id of new Set(given.map(({ threadId }) => threadId))) await refreshThread(db, tx, id);
    return given.map(({ id }) => ({ type: 'answer', id }));
  },
};
