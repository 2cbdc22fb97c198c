import type { searchContract } from '@qihang/shared/search/contract';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { type SearchPlace, searchTiers } from '../../db/search/search-index';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { listEnabledBoards } from '../boards/public-store';
import { findPieces, keyOf } from './hits';
import { viewHit } from './view';

const order = 'search';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const nameOf = ({ tier, id }: SearchPlace, at: Date): string => `${tier}-${id}-${at.getTime()}`;

/**
 * Where the page before ended, and the instant of the first one, which parts open from closed on all of them.
 * @throws AppError `cursor.invalid`
 */
function readCursor(cursor: string): { at: Date; after: SearchPlace } {
  const { at: publishedAt, id } = decodeCursor(order, cursor);
  const [, name, number, instant] = /^([a-z]+-[a-z]+)-(\d{1,15})-(\d{1,13})$/.exec(id) ?? [];
  const tier = searchTiers.find((one) => one === name);
  if (!tier) throw new AppError('cursor.invalid');
  return { at: new Date(Number(instant)), after: { tier, publishedAt, id: Number(number) } };
}

/** A page of hits on the boards that are on, best first, and the number of hits on each board that has any. */
export async function searchBoards(
  context: Context,
  { query, now }: Call<(typeof searchContract)['search']>,
) {
  const { db } = context;
  const { q, board, cursor, limit } = query;
  const boards = (await listEnabledBoards(db, db.read)).map(({ slug }) => slug);
  if (board !== undefined && !boards.includes(board)) throw new AppError('resource.not-found');
  const { at, after } = cursor === undefined ? { at: now } : readCursor(cursor);
  const counts = await db.search.count(db.read, q, boards);
  const found = await db.search.search(db.read, q, {
    at,
    // Boards without a hit need not be asked again for each tier.
    boards: Object.keys(counts),
    board,
    after,
    // Once every hit is found, the remaining tiers need not be asked either.
    limit: Math.min(limit + 1, board === undefined ? sum(Object.values(counts)) : (counts[board] ?? 0)),
  });
  const { rows, nextCursor } = pageFrom(found, limit, order, (hit) => ({
    at: hit.publishedAt,
    id: nameOf(hit, at),
  }));
  const pieces = await findPieces(context, rows, now);
  return {
    // What was hidden or deleted since the index was read is left out.
    items: rows.flatMap((hit) => {
      const piece = pieces.get(keyOf(hit));
      return piece ? [viewHit(hit, piece, q, now)] : [];
    }),
    nextCursor,
    counts,
  };
}
