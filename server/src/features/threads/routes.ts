import { threadsContract } from '@qihang/shared/threads/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { acceptThreadAnswer, answerThread, askThread, showSimilar, showThread, showThreads } from './actions';

export function mountThreads(api: Api, context: Context): void {
  api.mount('threads', threadsContract, {
    list: (call) => showThreads(context, call),
    similar: (call) => showSimilar(context, call),
    detail: ({ actor, params, now }) => showThread(context, actor, params.id, now),
    ask: (call) => askThread(context, call),
    answer: (call) => answerThread(context, call),
    accept: (call) => acceptThreadAnswer(context, call),
  });
}
