import { threadsContract } from '@qihang/shared/threads/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { acceptThreadAnswer, answerThread, askThread, showSimilar, showThread, showThreads } from './actions';

export function mountThreads(app: FastifyInstance, context: Context): void {
  mount(app, context, 'threads', threadsContract, {
    list: (call) => showThreads(context, call),
    similar: (call) => showSimilar(context, call),
    detail: ({ actor, params, now }) => showThread(context, actor, params.id, now),
    ask: (call) => askThread(context, call),
    answer: (call) => answerThread(context, call),
    accept: (call) => acceptThreadAnswer(context, call),
  });
}
