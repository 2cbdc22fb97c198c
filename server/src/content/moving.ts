import type { ContentType, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import { forbidden, refuseMuted } from '../actor/refusals';
import { type Actor, moderatorRoles, rankOn } from '../actor/rules';
import type { Context } from '../context';
import type { Reader, Tx } from '../db/types';
import { AppError } from '../errors';
import { setLife } from './moved';
import type { Piece, PieceRef } from './piece';
import {
  type Act,
  type Bar,
  barOf,
  canMove,
  canSeePiece,
  changeNeedsReview,
  type MoveName,
  moves,
  type Standing,
} from './rules';

/** @throws AppError `resource.not-found` also for a piece that the actor may not know of */
export async function getVisiblePiece(
  { db, registry }: Context,
  read: Reader,
  actor: Actor | null,
  { type, id }: PieceRef,
): Promise<Piece> {
  const piece = await registry.kinds[type].find(db, read, id);
  const holder = piece?.within;
  if (!piece || !canSeePiece(actor, piece) || (holder && !canSeePiece(actor, holder)))
    throw new AppError('resource.not-found');
  return piece;
}

const barWords = {
  own: '这是你自己的内容，要由别人来处理；不想让读者看到，可以下架',
  'author-rank': '发布它的人职务比你高，请联系老师处理',
  'mover-rank': '处理它的人职务比你高，要由对方或更高的职务来恢复',
} as const satisfies Record<Exclude<Bar, 'role'>, string>;

/** @throws AppError `action.forbidden`, with the reason in words, where a rule bars the act; `person.muted` likewise */
export function refuseBarred(act: Act, actor: Actor, piece: Standing): void {
  const bar = barOf(act, actor, piece);
  if (bar === 'role') throw forbidden(actor, moderatorRoles, piece.board);
  if (bar) throw new AppError('action.forbidden', barWords[bar]);
}

/**
 * For a change of the words of a piece.
 * @throws AppError as `refuseBarred` does, `person.muted`; `review.required` where readers would see them unreviewed
 */
export function refuseChange(actor: Actor, piece: Standing, review: ReviewPolicy): void {
  refuseBarred('edit', actor, piece);
  refuseMuted(actor);
  if (changeNeedsReview(actor, piece, review))
    throw new AppError(
      'review.required',
      '这个栏目的内容要先审核才公开。要修改已经通过审核的内容，请作者先下架，改好后再送审',
    );
}

interface Moving {
  actor: Actor;
  name: MoveName;
  /** Kept with the piece. */
  reason: string | null;
  now: Date;
}

/**
 * Carries out a move: the state, and in the same transaction counts and search. Whether a rule bars the actor is asked before.
 * @throws AppError `moderation.already-done` when the piece is not in a state from which it is made; where it would come
 * before readers, what its kind demands (`refuseUnready`)
 */
export async function movePiece(
  context: Context,
  tx: Tx,
  type: ContentType,
  piece: Piece,
  { actor, name, reason, now }: Moving,
): Promise<void> {
  const { db, registry } = context;
  if (!canMove(name, actor, piece, piece.review)) throw new AppError('moderation.already-done');
  if (moves[name].to === 'published') await registry.kinds[type].refuseUnready?.(db, tx, piece);
  const life = { life: moves[name].to, lifeReason: reason, lifeRank: rankOn(actor, piece.board) };
  await setLife(context, tx, type, piece, life, { move: name, actorId: actor.id, at: now });
}
