import type { Actor } from '../../actor/rules';
import type { Piece } from '../../content/piece';
import { canSeePiece } from '../../content/rules';
import type { Context } from '../../context';
import { listEnabledBoards } from '../boards/public-store';
import type { NotificationRow } from './store';

export const keyOf = ({ refType, refId }: NotificationRow) => `${refType}:${refId}`;

/** The pieces of these rows that the person may see now, by type and id. */
export async function visiblePieces(
  { db, registry }: Context,
  rows: readonly NotificationRow[],
  actor: Pick<Actor, 'id' | 'grants'>,
): Promise<Map<string, Piece>> {
  const boards = new Set((await listEnabledBoards(db, db.read)).map(({ slug }) => slug));
  const pieces = new Map<string, Piece>();
  for (const row of new Map(rows.map((one) => [keyOf(one), one])).values()) {
    if (row.refType === null || row.refId === null) continue;
    const piece = await registry.kinds[row.refType].find(db, db.read, row.refId);
    const holder = piece?.within;
    if (
      piece &&
      boards.has(piece.board) &&
      canSeePiece(actor, piece) &&
      (!holder || canSeePiece(actor, holder))
    )
      pieces.set(keyOf(row), piece);
  }
  return pieces;
}
