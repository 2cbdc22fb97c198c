import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { PostAction } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../actor/rules';
import { authorAction, canEditPiece, moderationAction, type Standing } from '../../content/rules';

/** @param review as of `authorAction` */
export function postActionsFor(actor: Actor | null, post: Standing, review?: ReviewPolicy): PostAction[] {
  const can: PostAction[] = canEditPiece(actor, post) ? ['edit'] : [];
  const move = authorAction(actor, post, review) ?? moderationAction(actor, post);
  return move ? [...can, move] : can;
}

/** Pinned to the end of its last day in Shanghai. */
export const isPinned = (pinnedUntil: string | null, now: Date): boolean =>
  pinnedUntil !== null && pinnedUntil >= dayAt(now.getTime());
