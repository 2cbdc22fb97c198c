import type { Mute } from '@qihang/shared/moderation/contract';
import type { Actor } from '../../actor/rules';
import type { Byline } from '../users/public';
import { canLiftMute, muteState } from './rules';
import type { MuteListRow } from './store';

const unnamed = { anonymous: true, name: '匿名同学', about: '' };

export function viewMute(
  { mute, mutedBy, liftedBy }: MuteListRow,
  names: ReadonlyMap<string, Byline>,
  actor: Actor,
  now: Date,
): Mute {
  const { name = '已注销用户', about = '' } = names.get(mute.userId) ?? {};
  const { liftedAt, liftNote } = mute;
  return {
    id: mute.id,
    person: mute.anonymous ? unnamed : { anonymous: false, name, about },
    target: { type: mute.targetType, id: mute.targetId },
    excerpt: mute.excerpt,
    reason: mute.reason,
    mutedBy,
    mutedAt: mute.mutedAt.toISOString(),
    endsAt: mute.endsAt.toISOString(),
    state: muteState(mute, now),
    lifted: liftedAt && { by: liftedBy ?? '', at: liftedAt.toISOString(), note: liftNote ?? '' },
    viewer: { can: canLiftMute(actor, mute, now) ? ['lift'] : [] },
  };
}
