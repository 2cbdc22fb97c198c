import { moderationContract } from '@qihang/shared/moderation/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { hideTarget, restoreTarget } from './actions';
import { liftOneMute, muteAuthor, showMutes } from './mutes';
import { approveTarget, returnTarget } from './review';

export function mountModeration(api: Api, context: Context): void {
  api.mount('moderation', moderationContract, {
    hide: (call) => hideTarget(context, call),
    restore: (call) => restoreTarget(context, call),
    approve: (call) => approveTarget(context, call),
    return: (call) => returnTarget(context, call),
    mute: (call) => muteAuthor(context, call),
    mutes: (call) => showMutes(context, call),
    lift: (call) => liftOneMute(context, call),
  });
}
