import { type ContentState, type ReviewedType, reviewedTypes } from '@qihang/shared/content/vocabulary';
import type { DeskPiece, deskContract } from '@qihang/shared/desk/contract';
import type { DeskShow } from '@qihang/shared/desk/vocabulary';
import type { Actor } from '../../actor/rules';
import type { Desked, OwnPieces } from '../../content/desk';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Call } from '../../http/mount';
import { listAllBoards } from '../boards/public-store';
import { bylines } from '../users/public';
import { type TypedRow, viewPiece } from './view';

/** What the desk asks of a kind; each that is written before it is shown answers. */
export function deskedOf({ registry }: Context, type: ReviewedType): Desked {
  const { desk } = registry.kinds[type];
  if (!desk) throw new Error(`Content of the kind ${type} is on no desk`);
  return desk;
}

/** The same question to every kind; the answers come as one list. */
export async function ofAllKinds<R extends object>(
  context: Context,
  ask: (desk: Desked) => Promise<readonly R[]>,
): Promise<(R & { type: ReviewedType })[]> {
  const found: (R & { type: ReviewedType })[] = [];
  for (const type of reviewedTypes)
    found.push(...(await ask(deskedOf(context, type))).map((row) => ({ ...row, type })));
  return found;
}

/** Pieces of one person, of every kind, the latest first. */
export async function listOwn(context: Context, pieces: OwnPieces, now: Date): Promise<TypedRow[]> {
  const { db } = context;
  const rows = await ofAllKinds(context, (desk) => desk.own(db, db.read, pieces, now));
  const { by, limit } = pieces;
  return rows.sort((a, b) => b[by].getTime() - a[by].getTime() || (a.id < b.id ? 1 : -1)).slice(0, limit);
}

/** Rows as they are answered, with the names of those who sent them back. */
export async function viewPieces(
  { db }: Context,
  rows: readonly TypedRow[],
  actor: Actor,
  now: Date,
): Promise<DeskPiece[]> {
  const boards = new Map((await listAllBoards(db, db.read)).map((board) => [board.slug, board]));
  const names = await bylines(
    db,
    rows.flatMap(({ returnedById }) => returnedById ?? []),
    now,
  );
  return rows.flatMap((row) => {
    const board = boards.get(row.board);
    const returner = row.returnedById === null ? null : (names.get(row.returnedById)?.name ?? null);
    return board ? [viewPiece(row, { board, returner }, actor, now)] : [];
  });
}

const shown: Record<DeskShow, { lives: readonly ContentState[]; by: OwnPieces['by'] }> = {
  unfinished: { lives: ['draft', 'in-review', 'scheduled'], by: 'updatedAt' },
  published: { lives: ['published'], by: 'publishedAt' },
  withdrawn: { lives: ['withdrawn', 'hidden'], by: 'updatedAt' },
};

/** So many returned pieces lead the first page of what is unfinished. */
const mostReturned = 50;

export async function showPieces(
  context: Context,
  { query, actor, now }: Call<(typeof deskContract)['pieces']>,
) {
  const { cursor, limit, show } = query;
  const { lives, by } = shown[show];
  const order = `pieces-${show}`;
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
  const own = { authorId: actor.id, by };
  const returned =
    show === 'unfinished' && after === undefined
      ? await listOwn(context, { ...own, lives: ['returned'], limit: mostReturned }, now)
      : [];
  const found = await listOwn(context, { ...own, lives, after, limit: limit + 1 }, now);
  const page = pageFrom(found, limit, order, (row) => ({ at: row[by], id: row.id }));
  return {
    items: await viewPieces(context, [...returned, ...page.rows], actor, now),
    nextCursor: page.nextCursor,
  };
}
