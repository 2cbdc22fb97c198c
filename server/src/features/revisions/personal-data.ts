import { desc, eq, sql } from 'drizzle-orm';
import { definePersonalData } from '../../personal-data';

export const revisionPersonalData = definePersonalData({
  columns: { 'revisions.by_id': 'unnamed', 'working_copies.editor_id': 'deleted' },
  sections: {
    revisions: {
      title: '修改记录',
      what: '你什么时候写过、改过哪篇文章、哪个岗位、哪个问题或回答的哪一版；自己的连同当时的内容',
      why: '看得出改了什么，改错了能用回旧版',
      kept: '被新版替换后 1 年，或到内容删除；注销后不再显示姓名',
    },
    workingCopies: {
      title: '没发布的修改',
      what: '你改了文章或岗位、还没有发布的内容',
      why: '没写完的不会丢，只有你看得到',
      kept: '到发布、放弃或注销，最长 60 天',
    },
  },
  async exportOf({ read, tables: { revisions, workingCopies, posts, jobs, threads, answers } }, userId) {
    const { type, pieceId, rev, kind, changed, at, words } = revisions;
    const written = await read
      .select({
        type,
        pieceId,
        rev,
        kind,
        changed,
        at,
        words,
        author: sql<
          string | null
        >`coalesce(${posts.authorId}, ${jobs.ownerId}, ${threads.askerId}, ${answers.authorId})`,
      })
      .from(revisions)
      .leftJoin(posts, eq(posts.id, revisions.postId))
      .leftJoin(jobs, eq(jobs.id, revisions.jobId))
      .leftJoin(threads, eq(threads.id, revisions.threadId))
      .leftJoin(answers, eq(answers.id, revisions.answerId))
      .where(eq(revisions.byId, userId))
      .orderBy(desc(at), desc(revisions.type), desc(pieceId), desc(rev));
    const { baseVersion, savedAt } = workingCopies;
    return {
      // What stands in the piece of another person is that person's.
      revisions: written.map(({ author, words, ...row }) => (author === userId ? { ...row, words } : row)),
      workingCopies: await read
        .select({
          type: workingCopies.type,
          pieceId: workingCopies.pieceId,
          words: workingCopies.words,
          baseVersion,
          savedAt,
        })
        .from(workingCopies)
        .where(eq(workingCopies.editorId, userId))
        .orderBy(desc(savedAt), desc(workingCopies.type), desc(workingCopies.pieceId)),
    };
  },
  async erase({ db }, tx, userId) {
    const { workingCopies } = db.tables;
    await tx.delete(workingCopies).where(eq(workingCopies.editorId, userId));
  },
});
