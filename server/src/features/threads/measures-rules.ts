import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { ThreadAction } from '@qihang/shared/threads/vocabulary';
import { type Actor, canModerate, hasRoleOn, rankOn } from '../../actor/rules';
import { isPublished, teacherRoles } from '../../content/rules';
import { playerOf, type ThreadStanding } from './rules';
import { canActOn } from './state-rules';

/** A question that may be closed, with the rank of the person who closed it. */
export interface ClosableStanding extends ThreadStanding {
  closedRank: number | null;
}

/** What a person of higher rank closed is not opened by a lower one. */
export const canReopen = (actor: Actor, { board, closedRank }: ClosableStanding): boolean =>
  rankOn(actor, board) >= (closedRank ?? 0);

/** Whether questions may come to this board by this person's hand: they would appear there without another look. */
export const canMoveTo = (actor: Actor, board: { slug: string; review: ReviewPolicy }): boolean =>
  canModerate(actor, board.slug) &&
  (board.review !== 'teacher' || hasRoleOn(actor, teacherRoles, board.slug));

/** The words of `viewer.can` for measures, in the order they are offered. */
export function measureActionsFor(actor: Actor | null, thread: ClosableStanding): ThreadAction[] {
  if (actor === null || !isPublished(thread)) return [];
  const player = playerOf(actor, thread);
  const acts = (['lock', 'merge', 'unlock'] as const).filter(
    (act) => canActOn(act, thread, player) && (act !== 'unlock' || canReopen(actor, thread)),
  );
  return player === 'moderator' && thread.state !== 'closed' ? [...acts, 'move'] : acts;
}
