import type { ContentType } from '@qihang/shared/content/vocabulary';
import type { Actor } from '../actor/rules';
import type { Context } from '../context';
import type { Reader, Tx } from '../db/types';
import { AppError } from '../errors';
import type { Piece } from './kind';
import { canSeePiece, type MoveName, moves } from './rules';

export interface PieceRef {
  type: ContentType;
  id: string;
}

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

/** Carries out a move that the rules allow: the state, and in the same transaction counts and search. */
export function movePiece(
  { db, registry }: Context,
  tx: Tx,
  { type, id }: PieceRef,
  name: MoveName,
  reason: string | null,
): Promise<void> {
  return registry.kinds[type].setLife(db, tx, id, { life: moves[name].to, lifeReason: reason });
}
