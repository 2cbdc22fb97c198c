import { answerClockContract } from '@qihang/shared/duty/clock';
import { threadsContract } from '@qihang/shared/threads/contract';
import { threadMeasuresContract } from '@qihang/shared/threads/measures';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { answerThread, askThread } from './asking';
import { acceptThreadAnswer, closeThread, reopenThread, sayUnsolved } from './course';
import { editAnswer, editThread } from './editing';
import { showAnswerHistory, showHistory } from './history';
import { followThread, markUseful, unfollowThread, unmarkUseful } from './marks';
import { lockThread, mergeThread, moveThread, unlockThread } from './measures';
import { askTeacher, showOverdue, takeOverdue } from './overdue';
import { showCounts, showSimilar, showThread, showThreads } from './reading';

export function mountThreads(api: Api, context: Context): void {
  api.mount('threads', threadsContract, {
    list: (call) => showThreads(context, call),
    counts: (call) => showCounts(context, call),
    similar: (call) => showSimilar(context, call),
    detail: ({ actor, params, now }) => showThread(context, actor, params.id, now),
    ask: (call) => askThread(context, call),
    edit: (call) => editThread(context, call),
    history: (call) => showHistory(context, call),
    answer: (call) => answerThread(context, call),
    editAnswer: (call) => editAnswer(context, call),
    answerHistory: (call) => showAnswerHistory(context, call),
    accept: (call) => acceptThreadAnswer(context, call),
    unsolved: (call) => sayUnsolved(context, call),
    reopen: (call) => reopenThread(context, call),
    close: (call) => closeThread(context, call),
    follow: (call) => followThread(context, call),
    unfollow: (call) => unfollowThread(context, call),
    markUseful: (call) => markUseful(context, call),
    unmarkUseful: (call) => unmarkUseful(context, call),
  });
  api.mount('threadMeasures', threadMeasuresContract, {
    lock: (call) => lockThread(context, call),
    unlock: (call) => unlockThread(context, call),
    move: (call) => moveThread(context, call),
    merge: (call) => mergeThread(context, call),
  });
  api.mount('answerClock', answerClockContract, {
    overdue: ({ actor, query, now }) => showOverdue(context, actor, query.board, now),
    take: (call) => takeOverdue(context, call),
    askTeacher: (call) => askTeacher(context, call),
  });
}
