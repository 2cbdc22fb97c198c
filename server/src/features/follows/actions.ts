import type { Follow, followsContract } from '@qihang/shared/follows/contract';
import { followLimits } from '@qihang/shared/follows/vocabulary';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getBoardFor, getEnabledBoard, listAllBoards } from '../boards/public-store';
import { countMatches, findNewPieces, isOff } from './public';
import { employerKey, type Followed, followedIn, followedOf, followKey, newSince, titleOf } from './rules';
import { deleteFollow, type FollowRow, insertFollow, listFollows, setFollowMode } from './store';
import { viewFollow } from './view';

type C = typeof followsContract;

async function viewAll(context: Context, rows: readonly FollowRow[], now: Date): Promise<Follow[]> {
  if (rows.length === 0) return [];
  const { db } = context;
  const pieces = await findNewPieces(context, newSince(now), now);
  const boards = await listAllBoards(db, db.read);
  const names = new Map(boards.map(({ slug, name }) => [slug, name]));
  const views: Follow[] = [];
  // One after the other: together they would take the connections of every other request.
  for (const row of rows) {
    const followed = followedIn(row);
    const recent = await countMatches(context, followed, pieces);
    const off = isOff(followed, pieces.boards);
    views.push(viewFollow(row, { title: titleOf(followed, names), recent, off }));
  }
  return views;
}

async function viewOne(context: Context, row: FollowRow, now: Date): Promise<Follow> {
  const [view] = await viewAll(context, [row], now);
  if (!view) throw new Error('One row is one view');
  return view;
}

export async function showFollows(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const key = query.company === undefined ? undefined : employerKey(query.company);
  return { items: await viewAll(context, await listFollows(db, db.read, actor.id, key), now) };
}

/** @throws AppError `resource.not-found`, `board.wrong-kind`: questions are followed one by one */
async function refuseBoard({ db }: Context, read: Reader, { board, filter }: Followed): Promise<void> {
  if (board !== null && (await getEnabledBoard(db, read, board)).kind === 'thread')
    throw new AppError('board.wrong-kind', '问题一个一个关注，这个栏目不能整个关注');
  if (filter?.board !== undefined) await getBoardFor(db, read, 'job', filter.board);
}

export async function addFollow(context: Context, { body, actor, now }: Call<C['add']>) {
  const { db, ids } = context;
  const followed = followedOf(body);
  const key = followKey(followed);
  const id = ids.next(now);
  const row = await db.write(async (tx) => {
    await refuseBoard(context, tx, followed);
    const mine = await listFollows(db, tx, actor.id, undefined);
    const known = mine.find((one) => one.key === key);
    if (known) return (await setFollowMode(db, tx, actor.id, known.id, body.mode)) ?? known;
    if (mine.length >= followLimits.perPerson) throw new AppError('follow.too-many');
    const added: FollowRow = { id, userId: actor.id, ...followed, key, mode: body.mode, createdAt: now };
    await insertFollow(db, tx, added);
    return added;
  });
  return viewOne(context, row, now);
}

export async function changeFollow(context: Context, { params, body, actor, now }: Call<C['change']>) {
  const { db } = context;
  const row = await db.write((tx) => setFollowMode(db, tx, actor.id, params.id, body.mode));
  if (!row) throw new AppError('resource.not-found');
  return viewOne(context, row, now);
}

export async function removeFollow(
  { db }: Context,
  { params, actor }: Call<C['remove']>,
): Promise<undefined> {
  await db.write((tx) => deleteFollow(db, tx, actor.id, params.id));
}
