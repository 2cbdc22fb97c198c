import type { PostAction } from '@qihang/shared/posts/vocabulary';
import { dayAt } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate, isMuted } from '../../actor/rules';

export interface PostStanding {
  board: string;
  authorId: string;
  hidden: boolean;
}

export const canSeePost = (actor: Actor | null, post: PostStanding): boolean =>
  !post.hidden || actor?.id === post.authorId || canModerate(actor, post.board);

export const canEditPost = (actor: Actor | null, post: PostStanding): boolean =>
  canModerate(actor, post.board) && !isMuted(actor);

export function postActionsFor(actor: Actor | null, post: PostStanding): PostAction[] {
  const can: PostAction[] = canEditPost(actor, post) ? ['edit'] : [];
  if (canModerate(actor, post.board)) can.push(post.hidden ? 'restore' : 'hide');
  return can;
}

/** Pinned to the end of its last day in Shanghai. */
export const isPinned = (pinnedUntil: string | null, now: Date): boolean =>
  pinnedUntil !== null && pinnedUntil >= dayAt(now.getTime());
