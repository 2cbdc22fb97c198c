import { moderationContract } from '@qihang/shared/moderation/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { hideTarget, restoreTarget } from './actions';
import { liftOneMute, muteAuthor, showMutes } from './mutes';

export function mountModeration(app: FastifyInstance, context: Context): void {
  mount(app, context, 'moderation', moderationContract, {
    hide: (call) => hideTarget(context, call),
    restore: (call) => restoreTarget(context, call),
    mute: (call) => muteAuthor(context, call),
    mutes: (call) => showMutes(context, call),
    lift: (call) => liftOneMute(context, call),
  });
}
