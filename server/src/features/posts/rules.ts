import type { PostAction } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate, isMuted } from '../../actor/rules';
import { moderationAction, type Standing } from '../../content/rules';

export const canEditPost = (actor: Actor | null, post: Standing): boolean =>
  canModerate(actor, post.board) && !isMuted(actor);

export function postActionsFor(actor: Actor | null, post: Standing): PostAction[] {
  const can: PostAction[] = canEditPost(actor, post) ? ['edit'] : [];
  const moderation = moderationAction(actor, post);
  return moderation ? [...can, moderation] : can;
}

/** Pinned to the end of its last day in Shanghai. */
export const isPinned = (pinnedUntil: string | null, now: Date): boolean =>
  pinnedUntil !== null && pinnedUntil >= dayAt(now.getTime());
