import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { listEnabledBoards } from '../boards/public-store';
import type { Use } from './rules';
import { listPieceUses } from './store';

/** The pieces that refer to an upload, as rules see them; those that are gone are left out. */
export async function usesOf({ db, registry }: Context, read: Reader, uploadId: string): Promise<Use[]> {
  const rows = await listPieceUses(db, read, uploadId);
  if (rows.length === 0) return [];
  const enabled = new Set((await listEnabledBoards(db, read)).map(({ slug }) => slug));
  const uses: Use[] = [];
  for (const { pieceType, pieceId, open } of rows) {
    const piece = await registry.kinds[pieceType].find(db, read, pieceId);
    if (piece) uses.push({ piece, within: piece.within, boardEnabled: enabled.has(piece.board), open });
  }
  return uses;
}
