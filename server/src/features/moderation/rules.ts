import { type MuteState, muteLimits } from '@qihang/shared/moderation/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import { type Actor, canModerate, hasRole, hasRoleOn, rankOf, rankOn } from '../../actor/rules';
import type { Reader, Tx } from '../../db/types';

/** What moderation must know of a thing, whatever it is. */
export interface Standing {
  board: string;
  hidden: boolean;
  hiddenReason: string | null;
  authorId: string;
  /** Readers do not learn who the author is, and nor do moderators. */
  anonymous: boolean;
  /** Its opening words, by which people recognise it. */
  title: string;
}

/** How a feature lets moderation act on its things. */
export interface Moderatable {
  /** Undefined when there is none, or the actor may not know of it. */
  find(read: Reader, actor: Actor, id: string): Promise<Standing | undefined>;
  /** Hides with a reason, restores with null; lists, counts and search follow in the same transaction. */
  setHidden(tx: Tx, id: string, reason: string | null): Promise<void>;
}

/** Moderators of the board mute whoever stands below them; never each other, nor themselves. */
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

/** A lead knows of the own mutes alone; whoever reads the list may lift what stands on it. */
export const canSeeMute = (actor: Actor | null, { byId }: MuteStanding): boolean =>
  actor?.id === byId || hasRole(actor, ['teacher', 'admin']);

export const canLiftMute = (actor: Actor | null, mute: MuteStanding, now: Date): boolean =>
  canSeeMute(actor, mute) && muteState(mute, now) === 'active';
