import type { ContentState, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Role } from '@qihang/shared/session/vocabulary';
import { type Actor, canModerate, hasRoleOn, isMuted, rankOn } from '../actor/rules';

/** What the rules must know of a piece of content, whatever its kind. */
export interface Standing {
  board: string;
  authorId: string;
  /** The rank with which it speaks. */
  authorRank: number;
  life: ContentState;
  /** The rank of the person who made the last move; null where there is none. */
  lifeRank: number | null;
}

/** Who may carry out a move. The clock is the service itself: it publishes and withdraws on time, sends to
 * review what was planned on a board that begins to review, and hides what lost a consent or is reported as harmful. */
export const movers = ['author', 'reviewer', 'moderator', 'clock'] as const;
export type Mover = (typeof movers)[number];

interface Move {
  to: ContentState;
  /** The states it starts from, by who makes it. */
  from: Partial<Record<Mover, readonly ContentState[]>>;
}

/** The life of every kind of content. */
export const moves: Readonly<Record<MoveName, Move>> = {
  submit: {
    to: 'in-review',
    from: { author: ['draft', 'returned', 'withdrawn'], clock: ['scheduled'] },
  },
  recall: { to: 'draft', from: { author: ['in-review', 'scheduled'] } },
  approve: { to: 'published', from: { reviewer: ['in-review'] } },
  return: {
    to: 'returned',
    from: { reviewer: ['in-review'], moderator: ['scheduled'], clock: ['scheduled'] },
  },
  schedule: { to: 'scheduled', from: { author: ['draft', 'returned'], reviewer: ['in-review'] } },
  publish: {
    to: 'published',
    from: { author: ['draft', 'returned', 'scheduled', 'withdrawn'], clock: ['scheduled'] },
  },
  withdraw: {
    to: 'withdrawn',
    from: {
      author: ['scheduled', 'published'],
      clock: ['scheduled', 'published'],
    },
  },
  reopen: { to: 'draft', from: { author: ['withdrawn'] } },
  hide: { to: 'hidden', from: { moderator: ['published'], clock: ['published'] } },
  restore: { to: 'published', from: { moderator: ['hidden'] } },
  overturn: { to: 'published', from: { reviewer: ['returned'] } },
  undo: { to: 'in-review', from: { reviewer: ['published', 'scheduled', 'returned'] } },
  'undo-overturn': { to: 'returned', from: { reviewer: ['published'] } },
};

/** The move that takes a decision back. For how long after it, is up to the caller. */
export const undoOf = {
  approve: 'undo',
  schedule: 'undo',
  return: 'undo',
  overturn: 'undo-overturn',
  hide: 'restore',
  restore: 'hide',
} as const satisfies Partial<Record<MoveName, MoveName>>;

export const moveNames = [
  'submit',
  'recall',
  'approve',
  'return',
  'schedule',
  'publish',
  'withdraw',
  'reopen',
  'hide',
  'restore',
  'overturn',
  'undo',
  'undo-overturn',
] as const;
export type MoveName = (typeof moveNames)[number];

const startsFrom = (name: MoveName, mover: Mover, life: ContentState): boolean =>
  moves[name].from[mover]?.includes(life) ?? false;

/** What a person does with a piece: a move of its life, or changing its words. */
export type Act = MoveName | 'edit';

/** Why a person may not act: no role on the board, the person's own piece, or a higher rank that wrote it or moved it last. */
export type Bar = 'role' | 'own' | 'author-rank' | 'mover-rank';

/**
 * The separation of duty: those who keep a board clean judge what others wrote, never their own, and never what a higher rank
 * wrote. What a higher rank took from readers they do not bring back. Authors edit their own.
 * @returns undefined where nothing bars the act
 */
export function barOf(act: Act, actor: Actor | null, piece: Standing): Bar | undefined {
  if (actor === null || !canModerate(actor, piece.board)) return 'role';
  if (actor.id === piece.authorId) return act === 'edit' ? undefined : 'own';
  const rank = rankOn(actor, piece.board);
  if (rank < piece.authorRank) return 'author-rank';
  return act === 'restore' && rank < (piece.lifeRank ?? 0) ? 'mover-rank' : undefined;
}

/** Whether the actor may change the words of a piece. */
export const canEditPiece = (actor: Actor | null, piece: Standing): boolean =>
  !isMuted(actor) && barOf('edit', actor, piece) === undefined;

/** The roles that check pieces where the board's policy is `teacher`. */
export const teacherRoles = ['teacher', 'admin'] as const satisfies readonly Role[];

const isReviewer = (name: MoveName, actor: Actor, piece: Standing, review: ReviewPolicy): boolean =>
  barOf(name, actor, piece) === undefined &&
  (review !== 'teacher' || hasRoleOn(actor, teacherRoles, piece.board));

/** The states from which words come before readers without another look. */
const approvedStates: readonly ContentState[] = ['scheduled', 'published', 'hidden'];

/**
 * Whether a change of the words has to be reviewed before readers may see it: where the board reviews, those who could approve
 * the piece change what was approved, and nobody else. Its author withdraws it first, and sends it to review again.
 */
export const changeNeedsReview = (actor: Actor, piece: Standing, review: ReviewPolicy): boolean =>
  review !== 'direct' && approvedStates.includes(piece.life) && !isReviewer('approve', actor, piece, review);

/** The state that a piece begins in when it is sent at once, whole. */
export const firstState = (review: ReviewPolicy, now: Date) =>
  review === 'direct'
    ? ({ life: 'published', neverSeen: false } as const)
    : ({ life: 'in-review', neverSeen: true, submittedAt: now } as const);

/** Whether it may be incomplete: nobody but its author and those who send it back see it. */
export const isUnfinished = ({ life }: Pick<Standing, 'life'>): boolean =>
  life === 'draft' || life === 'returned';

/** An author puts a piece before readers where the board reviews nothing; what is scheduled has been reviewed. */
export const needsReview = (name: MoveName, { life }: Standing, review: ReviewPolicy): boolean =>
  review !== 'direct' && ['publish', 'schedule'].includes(name) && life !== 'scheduled';

function isMover(mover: Mover, actor: Actor | null, piece: Standing, name: MoveName, review: ReviewPolicy) {
  if (mover === 'clock') return actor === null;
  if (actor === null) return false;
  if (mover === 'moderator') return barOf(name, actor, piece) === undefined;
  if (isMuted(actor)) return false;
  if (mover === 'reviewer') return isReviewer(name, actor, piece, review);
  return actor.id === piece.authorId && !needsReview(name, piece, review);
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
  movers.some((mover) => startsFrom(name, mover, piece.life) && isMover(mover, actor, piece, name, review));

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
export const canSeePiece = (actor: Pick<Actor, 'id' | 'grants'> | null, piece: Standing): boolean =>
  isVisibleTo(audienceOf(actor, piece), piece.life);

export const isPublished = ({ life }: Pick<Standing, 'life'>): boolean => life === 'published';
export const isHidden = ({ life }: Pick<Standing, 'life'>): boolean => life === 'hidden';

/** Everybody reports what readers see, visitors included, who sign in at the end; nobody reports what is their own. */
export const canReport = (
  actor: Pick<Actor, 'id'> | null,
  piece: Pick<Standing, 'authorId' | 'life'>,
): boolean => isPublished(piece) && actor?.id !== piece.authorId;

/** The word of `viewer.can` for it, on the page of a piece. */
export const reportAction = (...of: Parameters<typeof canReport>): 'report'[] =>
  canReport(...of) ? ['report'] : [];

/** The word of `viewer.can` by which a moderator takes a piece from readers or gives it back; undefined where neither is possible. */
export function moderationAction(actor: Actor | null, piece: Standing): 'hide' | 'restore' | undefined {
  const name = (['hide', 'restore'] as const).find((one) => startsFrom(one, 'moderator', piece.life));
  return name && barOf(name, actor, piece) === undefined ? name : undefined;
}

/** The words of `viewer.can` for a piece that is written before it is shown, in the order they are offered. */
const lifeWords = [
  'edit',
  'submit',
  'schedule',
  'publish',
  'recall',
  'withdraw',
  'discard',
  'approve',
  'return',
] as const;
type LifeWord = (typeof lifeWords)[number] | 'history';

/** Planned times are set when a piece is scheduled, and changed while it is, or while readers see it. */
const canPlan = (actor: Actor, piece: Standing, review: ReviewPolicy): boolean =>
  canMove('schedule', actor, piece, review) || piece.life === 'scheduled' || piece.life === 'published';

/**
 * What an actor may do with a piece that is written before it is shown, as words of `viewer.can`.
 * @param review the policy of the piece's board; where it was not read, no move that may need a review is offered
 */
export function lifeActions(actor: Actor | null, piece: Standing, review?: ReviewPolicy): LifeWord[] {
  if (actor === null || !canEditPiece(actor, piece)) return [];
  const own = actor.id === piece.authorId;
  const policy = review ?? 'teacher';
  const may: Record<(typeof lifeWords)[number], boolean> = {
    edit: !changeNeedsReview(actor, piece, review ?? 'direct'),
    submit: own && canMove('submit', actor, piece, policy),
    schedule: own && canPlan(actor, piece, policy),
    publish: own && canMove('publish', actor, piece, policy),
    recall: own && canMove('recall', actor, piece, policy),
    withdraw: own && canMove('withdraw', actor, piece, policy),
    discard: own && isUnfinished(piece),
    approve: !own && canMove('approve', actor, piece, policy),
    return: !own && canMove('return', actor, piece, policy),
  };
  return [...lifeWords.filter((word) => may[word]), 'history'];
}
