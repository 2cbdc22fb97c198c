import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { PostAction } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import type { Actor } from '../../actor/rules';
import { lifeActions, moderationAction, type Standing } from '../../content/rules';

/** @param review as of `lifeActions` */
export function postActionsFor(actor: Actor | null, post: Standing, review?: ReviewPolicy): PostAction[] {
  const move = moderationAction(actor, post);
  return [...lifeActions(actor, post, review), ...(move ? [move] : [])];
}

/** Pinned to the end of its last day in Shanghai. */
export const isPinned = (pinnedUntil: string | null, now: Date): boolean =>
  pinnedUntil !== null && pinnedUntil >= dayAt(now.getTime());
