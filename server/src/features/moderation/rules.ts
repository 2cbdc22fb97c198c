import { type MuteState, muteLimits } from '@qihang/shared/moderation/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import { type Actor, canModerate, hasRole, hasRoleOn, rankOf, rankOn } from '../../actor/rules';

/** Moderators of the board mute people of lower rank; never each other, nor themselves. */
export const canMute = (
  actor: Actor | null,
  board: string,
  author: { id: string; roles: readonly Role[] },
): boolean =>
  actor !== null &&
  actor.id !== author.id &&
  canModerate(actor, board) &&
  rankOn(actor, board) > rankOf(author.roles);

/** How many days at most. */
export const maxMuteDays = (actor: Actor, board: string): number =>
  hasRoleOn(actor, ['teacher', 'admin'], board) ? muteLimits.days : muteLimits.leadDays;

export interface MuteStanding {
  byId: string;
  endsAt: Date;
  liftedAt: Date | null;
}

export const muteState = ({ liftedAt, endsAt }: MuteStanding, now: Date): MuteState =>
  liftedAt !== null ? 'lifted' : endsAt <= now ? 'over' : 'active';

/** A lead sees only the mutes the lead gave; teachers and admins see and lift all. */
export const canSeeMute = (actor: Actor | null, { byId }: MuteStanding): boolean =>
  actor?.id === byId || hasRole(actor, ['teacher', 'admin']);

export const canLiftMute = (actor: Actor | null, mute: MuteStanding, now: Date): boolean =>
  canSeeMute(actor, mute) && muteState(mute, now) === 'active';
