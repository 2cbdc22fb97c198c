import type { ContentState, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import { type Actor, canModerate, hasRoleOn, isMuted } from '../actor/rules';

/** What the rules must know of a piece of content, whatever its kind. */
export interface Standing {
  board: string;
  authorId: string;
  life: ContentState;
}

/** Who may carry out a move. The clock is the task that publishes and withdraws on time. */
export type Mover = 'author' | 'reviewer' | 'moderator' | 'clock';

interface Move {
  from: readonly ContentState[];
  to: ContentState;
  by: readonly Mover[];
}

/** The life of every kind of content: each move with the states it starts from, the state it ends in, and who may make it. */
export const moves = {
  submit: { from: ['draft', 'returned'], to: 'in-review', by: ['author'] },
  recall: { from: ['in-review', 'scheduled'], to: 'draft', by: ['author'] },
  approve: { from: ['in-review'], to: 'published', by: ['reviewer'] },
  return: { from: ['in-review'], to: 'returned', by: ['reviewer'] },
  schedule: { from: ['draft', 'returned', 'in-review'], to: 'scheduled', by: ['author', 'reviewer'] },
  publish: { from: ['draft', 'returned', 'scheduled'], to: 'published', by: ['author', 'clock'] },
  withdraw: { from: ['scheduled', 'published'], to: 'withdrawn', by: ['author', 'moderator', 'clock'] },
  reopen: { from: ['withdrawn'], to: 'draft', by: ['author'] },
  hide: { from: ['published'], to: 'hidden', by: ['moderator'] },
  restore: { from: ['hidden'], to: 'published', by: ['moderator'] },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof moves;
export const moveNames = Object.keys(moves) as MoveName[];

export const moveStartsFrom = (name: MoveName, life: ContentState): boolean =>
  moves[name].from.some((state) => state === life);

/** Moves that put a piece before readers without a second look: the author's only where the board reviews nothing. */
const unreviewed: readonly MoveName[] = ['publish', 'schedule'];

function isReviewer(actor: Actor, piece: Standing, review: ReviewPolicy): boolean {
  // Nobody reviews their own.
  if (actor.id === piece.authorId) return false;
  return review === 'teacher'
    ? hasRoleOn(actor, ['teacher', 'admin'], piece.board)
    : canModerate(actor, piece.board);
}

function isMover(mover: Mover, actor: Actor | null, piece: Standing, name: MoveName, review: ReviewPolicy) {
  if (mover === 'clock') return actor === null;
  if (actor === null) return false;
  if (mover === 'moderator') return canModerate(actor, piece.board);
  if (isMuted(actor)) return false;
  if (mover === 'reviewer') return isReviewer(actor, piece, review);
  return actor.id === piece.authorId && (review === 'direct' || !unreviewed.includes(name));
}

/**
 * Whether the move may be made now. `actor` null is the clock.
 * @param review the policy of the piece's board
 */
export const canMove = (
  name: MoveName,
  actor: Actor | null,
  piece: Standing,
  review: ReviewPolicy,
): boolean =>
  moveStartsFrom(name, piece.life) &&
  moves[name].by.some((mover) => isMover(mover, actor, piece, name, review));

/** Those who look at content, the more the later. */
export const audiences = ['readers', 'moderators', 'author'] as const;
export type Audience = (typeof audiences)[number];

/** The states in which each audience sees a piece. What is not written for others yet is its author's alone. */
export const visibleStates = {
  readers: ['published'],
  moderators: ['in-review', 'returned', 'scheduled', 'published', 'withdrawn', 'hidden'],
  author: ['draft', 'in-review', 'returned', 'scheduled', 'published', 'withdrawn', 'hidden'],
} as const satisfies Record<Audience, readonly ContentState[]>;

export const isVisibleTo = (audience: Audience, life: ContentState): boolean =>
  visibleStates[audience].some((state) => state === life);

/** The audience an actor belongs to for one piece. */
export function audienceOf(
  actor: Pick<Actor, 'id' | 'grants'> | null,
  piece: Pick<Standing, 'board' | 'authorId'>,
): Audience {
  if (actor?.id === piece.authorId) return 'author';
  return canModerate(actor, piece.board) ? 'moderators' : 'readers';
}

/** Whether the piece exists for the actor; the board's own switch is the caller's to judge. */
export const canSeePiece = (actor: Actor | null, piece: Standing): boolean =>
  isVisibleTo(audienceOf(actor, piece), piece.life);

export const isPublished = ({ life }: Pick<Standing, 'life'>): boolean => life === 'published';
export const isHidden = ({ life }: Pick<Standing, 'life'>): boolean => life === 'hidden';

/** The word of `viewer.can` by which a moderator takes a piece from readers or gives it back; undefined where neither is possible. */
export function moderationAction(
  actor: Actor | null,
  piece: Pick<Standing, 'board' | 'life'>,
): 'hide' | 'restore' | undefined {
  if (!canModerate(actor, piece.board)) return undefined;
  if (moveStartsFrom('hide', piece.life)) return 'hide';
  return moveStartsFrom('restore', piece.life) ? 'restore' : undefined;
}
