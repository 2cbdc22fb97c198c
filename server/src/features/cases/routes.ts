import { casesContract } from '@qihang/shared/cases/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { appeal } from './appeal';
import { claimCase, releaseCase } from './claims';
import { decideCase, decideMany } from './decisions';
import { showCase, showQueue } from './queue';
import { undoDecision } from './undo';

export function mountCases(api: Api, context: Context): void {
  api.mount('cases', casesContract, {
    queue: (call) => showQueue(context, call),
    detail: (call) => showCase(context, call),
    claim: (call) => claimCase(context, call),
    release: (call) => releaseCase(context, call),
    decide: (call) => decideCase(context, call),
    undo: (call) => undoDecision(context, call),
    decideMany: (call) => decideMany(context, call),
    appealJob: (call) => appeal(context, 'job', call),
    appealPost: (call) => appeal(context, 'post', call),
    appealThread: (call) => appeal(context, 'thread', call),
    appealAnswer: (call) => appeal(context, 'answer', call),
  });
}
