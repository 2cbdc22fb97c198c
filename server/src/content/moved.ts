import type { ContentState, ContentType, ReviewedType } from '@qihang/shared/content/vocabulary';
import type { Actor } from '../actor/rules';
import { emit } from '../background/events';
import type { Context } from '../context';
import type { Tx } from '../db/types';
import { AppError } from '../errors';
import type { Judgement } from './judged';
import type { LifeChange, Piece, PieceRef } from './piece';
import type { MoveName, Standing } from './rules';
import type { Written } from './written';

declare module '../background/events' {
  interface Events {
    /** In the transaction that moves a piece, or adds one that is more than a draft. */
    'content.moved': {
      type: ContentType;
      id: string;
      board: string;
      authorId: string;
      /** Null for what was just added. */
      from: ContentState | null;
      to: ContentState;
      move: MoveName | 'create';
      /** Null for the clock. */
      actorId: string | null;
      at: Date;
      /** The reason, where one was given. */
      note: string | null;
    };
    /** In the transaction that deletes a piece for good. */
    'content.gone': { type: ContentType; id: string; at: Date };
  }
}

/** @throws Error for a kind that is not written before it is shown */
export function writtenOf({ registry }: Context, type: ReviewedType): Written {
  const { written } = registry.kinds[type];
  if (!written) throw new Error(`Nobody drafts a ${type}`);
  return written;
}

type Moving = Standing & { id: string };

/** Who makes a move, and when. */
export interface MovedBy {
  move: MoveName;
  actorId: string | null;
  at: Date;
}

/**
 * Writes the state of a piece with all that follows from it, and tells the features. Nothing else writes the state of a piece.
 * Whether the move may be made is asked before.
 */
export async function setLife(
  context: Context,
  tx: Tx,
  type: ContentType,
  piece: Moving,
  change: LifeChange,
  by: MovedBy,
): Promise<void> {
  await context.registry.kinds[type].setLife(context.db, tx, piece.id, change);
  const { id, board, authorId, life } = piece;
  const where = { type, id, board, authorId, from: life, to: change.life };
  await emit(context, tx, 'content.moved', { ...where, ...by, note: change.lifeReason });
}

/** Changes what goes with the state of a piece, as its planned times or the reason, while the state stays as it is. */
export const amendLife = (
  { db, registry }: Context,
  tx: Tx,
  type: ContentType,
  { id, life, lifeReason, lifeRank }: Piece,
  change: Partial<Omit<LifeChange, 'life'>>,
): Promise<void> => registry.kinds[type].setLife(db, tx, id, { life, lifeReason, lifeRank, ...change });

/** Tells the features of a piece that was just deleted. */
export const pieceGone = (context: Context, tx: Tx, { type, id }: PieceRef, at: Date): Promise<void> =>
  emit(context, tx, 'content.gone', { type, id, at });

/** Deletes a piece for good, and tells the features. */
export async function discard(context: Context, tx: Tx, ref: PieceRef, at: Date): Promise<void> {
  await context.registry.kinds[ref.type].discard(context.db, tx, ref.id);
  await pieceGone(context, tx, ref, at);
}

/** Tells the features of a piece that was just inserted, in the state it begins in. */
export async function pieceAdded(
  context: Context,
  tx: Tx,
  type: ContentType,
  { id, board, authorId, life }: Pick<Moving, 'id' | 'board' | 'authorId' | 'life'>,
  at: Date,
): Promise<void> {
  if (life === 'draft') return;
  const piece = { type, id, board, authorId, from: null, to: life } as const;
  await emit(context, tx, 'content.moved', { ...piece, move: 'create', actorId: authorId, at, note: null });
}

interface Rewritten {
  type: ReviewedType;
  piece: Moving;
  /** Null where the piece was a draft, or another version, when its new words were to be judged. */
  judgement: Judgement | null;
  actor: Actor;
  now: Date;
}

/**
 * Keeps what was said of the new words of a piece that is more than a draft, in the transaction that writes them. What readers see,
 * or soon would, goes to review where the words are held.
 * @throws AppError `version.stale` for words that were not judged
 */
export async function keepRewritten(
  context: Context,
  tx: Tx,
  { type, piece, judgement, actor, now }: Rewritten,
): Promise<void> {
  if (judgement === null) throw new AppError('version.stale');
  await judgement.keep(tx, piece.id, now);
  if (!judgement.holds || (piece.life !== 'published' && piece.life !== 'scheduled')) return;
  const change = { life: 'in-review', lifeReason: null, lifeRank: null, submittedAt: now } as const;
  await setLife(context, tx, type, piece, change, { move: 'submit', actorId: actor.id, at: now });
}
