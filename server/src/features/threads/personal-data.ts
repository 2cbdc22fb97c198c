import { voiceAlias } from '@qihang/shared/threads/vocabulary';
import { desc, eq } from 'drizzle-orm';
import { ifReadable } from '../../content/visibility';
import { definePersonalData } from '../../personal-data';
import { countVotes } from './marks-store';

export const threadPersonalData = definePersonalData({
  columns: {
    'threads.on_duty_id': 'deleted',
    'threads.returned_by_id': 'unnamed',
    'answers.returned_by_id': 'unnamed',
    'thread_voices.user_id': 'by-choice',
    'thread_follows.user_id': 'deleted',
    'answer_votes.user_id': 'deleted',
    'thread_duties.person_id': 'deleted',
  },
  sections: {
    duties: {
      title: '值班的问题',
      what: '轮到你回答的问题和期限',
      why: '让提问的人知道由谁回答',
      kept: '到注销，之后交给别人',
    },
    voices: {
      title: '匿名时的称呼',
      what: '你在哪个问题里匿名发言，显示为谁（同学B、同学C）',
      why: '同一个问题里分得清谁在说话，别人看不出是你',
      kept: '到你的回答删除',
    },
    following: {
      title: '关注的问题',
      what: '你关注了哪些问题、什么时候关注的，别人看不到',
      why: '有新回答时告诉你',
      kept: '到取消关注或注销',
    },
    useful: {
      title: '觉得有用的回答',
      what: '你点过有用的回答和时间，别人只看到总数',
      why: '有用的回答排在前面',
      kept: '到取消或注销',
    },
  },
  async exportOf({ read, tables: { threads, answers, threadVoices, threadFollows, answerVotes } }, userId) {
    const { id, state, dueAt } = threads;
    const title = ifReadable(threads, threads.title);
    return {
      duties: await read
        .select({ id, title, state, dueAt })
        .from(threads)
        .where(eq(threads.onDutyId, userId))
        .orderBy(desc(dueAt), desc(id)),
      voices: (
        await read
          .select({ threadId: threadVoices.threadId, n: threadVoices.n })
          .from(threadVoices)
          .where(eq(threadVoices.userId, userId))
          .orderBy(desc(threadVoices.threadId))
      ).map(({ threadId, n }) => ({ threadId, alias: voiceAlias(n) })),
      following: await read
        .select({ id, title, followedAt: threadFollows.followedAt })
        .from(threadFollows)
        .innerJoin(threads, eq(threads.id, threadFollows.threadId))
        .where(eq(threadFollows.userId, userId))
        .orderBy(desc(threadFollows.followedAt), desc(id)),
      useful: await read
        .select({ answerId: answers.id, threadId: answers.threadId, votedAt: answerVotes.votedAt })
        .from(answerVotes)
        .innerJoin(answers, eq(answers.id, answerVotes.answerId))
        .where(eq(answerVotes.userId, userId))
        .orderBy(desc(answerVotes.votedAt), desc(answers.id)),
    };
  },
  async erase({ db }, tx, userId) {
    const { threads, threadDuties, threadFollows, answerVotes } = db.tables;
    await tx.update(threads).set({ onDutyId: null }).where(eq(threads.onDutyId, userId));
    await tx.update(threadDuties).set({ personId: null }).where(eq(threadDuties.personId, userId));
    await tx.delete(threadFollows).where(eq(threadFollows.userId, userId));
    const voted = await tx
      .delete(answerVotes)
      .where(eq(answerVotes.userId, userId))
      .returning({ answerId: answerVotes.answerId });
    for (const { answerId } of voted) await countVotes(db, tx, answerId);
  },
});
