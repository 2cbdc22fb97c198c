import type { searchContract } from '@qihang/shared/search/contract';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { type SearchPlace, searchTiers } from '../../db/search/search-index';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { listEnabledBoards } from '../boards/public';
import { findThings, keyOf } from './store';
import { viewHit } from './view';

const order = 'search';

const idOf = ({ tier, id }: SearchPlace): string => `${tier}-${id}`;

/** @throws AppError `cursor.invalid` */
function placeOf(cursor: string): SearchPlace {
  const { at, id } = decodeCursor(order, cursor);
  const [, name, digits] = /^([a-z]+)-(\d{1,15})$/.exec(id) ?? [];
  const tier = searchTiers.find((one) => one === name);
  if (!tier) throw new AppError('cursor.invalid');
  return { tier, publishedAt: at, id: Number(digits) };
}

/** A page of hits on the boards that are on, best first, and the number of hits on each of them. */
export async function searchBoards({ db }: Context, { query, now }: Call<(typeof searchContract)['search']>) {
  const { q, board, cursor, limit } = query;
  const boards = (await listEnabledBoards(db, db.read)).map(({ slug }) => slug);
  if (board !== undefined && !boards.includes(board)) throw new AppError('resource.not-found');
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const found = await db.search.search(db.read, q, { boards, board, after, limit: limit + 1 });
  const { rows, nextCursor } = pageFrom(found, limit, order, (hit) => ({
    at: hit.publishedAt,
    id: idOf(hit),
  }));
  const [things, counts] = await Promise.all([
    findThings(db, rows, now),
    db.search.count(db.read, q, boards),
  ]);
  return {
    // What was hidden or deleted since the index was read is left out.
    items: rows.flatMap((hit) => {
      const thing = things.get(keyOf(hit));
      return thing ? [viewHit(hit, thing, q, now)] : [];
    }),
    nextCursor,
    counts,
  };
}
