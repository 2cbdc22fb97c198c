import { type feedbackActions, feedbackLimits } from '@qihang/shared/post-feedback/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate, isMuted } from '../../actor/rules';
import { canEditPiece, isPublished, type Standing } from '../../content/rules';

type FeedbackAction = (typeof feedbackActions)[number];

/** Feedback is for everybody verified but the author: it is how readers reach the person who answers for the words. */
export const canGiveFeedback = (actor: Actor | null, post: Standing): boolean =>
  actor?.verified === true && !isMuted(actor) && actor.id !== post.authorId && isPublished(post);

/** The author, as long as that is a moderator, and the moderators of the board. */
export const canSeeFeedback = (actor: Actor | null, { board }: Pick<Standing, 'board'>): boolean =>
  canModerate(actor, board);

export function feedbackActionsFor(actor: Actor | null, post: Standing): FeedbackAction[] {
  const can: FeedbackAction[] = canGiveFeedback(actor, post) ? ['give'] : [];
  if (!canSeeFeedback(actor, post)) return can;
  // Who may change the words answers for them.
  return canEditPiece(actor, post) ? [...can, 'see', 'settle'] : [...can, 'see'];
}

/** Readers are told once so many people say so that the author, who is warned before, should have answered. */
export const isPossiblyOutdated = (openOutdated: number): boolean =>
  openOutdated >= feedbackLimits.tellsReaders;

export const dayBefore = (now: Date): Date => new Date(now.getTime() - dayMs);

const settledKeptDays = 180;

/** What was answered before this instant is deleted. */
export const oldestSettled = (now: Date): Date => new Date(now.getTime() - settledKeptDays * dayMs);
