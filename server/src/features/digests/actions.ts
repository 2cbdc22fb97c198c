import type { digestsContract } from '@qihang/shared/digests/contract';
import { digestParts } from '@qihang/shared/digests/text';
import { digestLimits } from '@qihang/shared/digests/vocabulary';
import { dayAt, dayMs } from '@qihang/shared/time/shanghai';
import { refuseMuted } from '../../actor/refusals';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { notAgreedTo } from '../portrayals/public';
import { linkTo, originFor } from './links';
import { pictureAddresses } from './pictures';
import { itemKey, piecesToSend, readablePieces } from './pieces';
import { listClosingJobs, listNewPosts, listOpenJobs } from './pieces-store';
import { byFreshness, canSend, canUnmark, distinct, groupIdOf, nameKeyOf, opensOf } from './rules';
import {
  countGroups,
  type DigestRow,
  type FoundDigest,
  findDigest,
  findGroup,
  findGroupByName,
  type GroupRow,
  type Item,
  insertDigest,
  listDigests,
  listGroups,
  listItems,
  listOpens,
  listSent,
  markDigest,
  putGroup,
  removeGroup,
  unmarkDigest,
} from './store';
import { viewDigest, viewGroup, viewJobPiece, viewPostPiece } from './view';

type C = typeof digestsContract;

export const showGroups = async ({ db }: Context) => ({ items: (await listGroups(db)).map(viewGroup) });

export async function addGroup({ db, ids }: Context, { body, actor, now }: Call<C['addGroup']>) {
  refuseMuted(actor);
  const id = groupIdOf(ids.next(now));
  const nameKey = nameKeyOf(body.name);
  return db.write(async (tx) => {
    const same = await findGroupByName(db, tx, nameKey);
    const grows = same === undefined || same.removedAt !== null;
    if (grows && (await countGroups(db, tx)) >= digestLimits.groups)
      throw new AppError('digest.too-many-groups');
    return viewGroup(
      await putGroup(db, tx, { id, name: body.name, nameKey, createdAt: now, removedAt: null }),
    );
  });
}

/** @throws AppError `resource.not-found` */
export async function getGroup({ db }: Context, read: Reader, id: string): Promise<GroupRow> {
  const group = await findGroup(db, read, id);
  if (!group || group.removedAt !== null) throw new AppError('resource.not-found', '没有这个群，或已经移除');
  return group;
}

export async function dropGroup(
  context: Context,
  { params, actor, now }: Call<C['removeGroup']>,
): Promise<undefined> {
  refuseMuted(actor);
  const { db } = context;
  await db.write(async (tx) => {
    await getGroup(context, tx, params.id);
    await removeGroup(db, tx, params.id, now);
  });
}

/** Articles this old are no news any more. */
const newsDays = 30;
const closingDays = 7;
const closingAtMost = 20;

export async function showChoices(context: Context, { query, actor, now }: Call<C['choices']>) {
  const { db } = context;
  const { group } = query;
  if (group !== undefined) await getGroup(context, db.read, group);
  const sent = new Map(
    (group === undefined ? [] : await listSent(db, group)).map(({ type, pieceId, at }) => [
      itemKey(type, pieceId),
      at,
    ]),
  );
  const until = new Date(now.getTime() + closingDays * dayMs);
  const jobs = [
    ...(await listOpenJobs(db, now, digestLimits.choices - 2 * closingAtMost)),
    ...(await listClosingJobs(db, now, until, closingAtMost)),
  ];
  const posts = await listNewPosts(db, new Date(now.getTime() - newsDays * dayMs), closingAtMost);
  const kept = await notAgreedTo(
    db,
    db.read,
    posts.map(({ id }) => id),
    'groups',
  );
  const pieces = [
    ...[...new Map(jobs.map((row) => [row.id, row])).values()]
      .filter(({ board }) => canSend(actor, board))
      .map((row) => viewJobPiece(row, now)),
    ...posts.filter(({ id, board }) => canSend(actor, board) && !kept.includes(id)).map(viewPostPiece),
  ];
  const items = pieces.map((piece) => ({
    ...piece,
    sentAt: sent.get(itemKey(piece.type, piece.id))?.toISOString() ?? null,
  }));
  return { items: items.sort(byFreshness) };
}

async function getDigest({ db }: Context, read: Reader, id: string): Promise<FoundDigest> {
  const found = await findDigest(db, read, id);
  if (!found) throw new AppError('resource.not-found', '没有这份群发包');
  return found;
}

/** Digests as a lead sees them; titles of what readers no longer see are left out. */
async function viewAll(
  context: Context,
  read: Reader,
  rows: readonly FoundDigest[],
  { readerId, now }: { readerId: string; now: Date },
) {
  const items = await listItems(
    context.db,
    read,
    rows.map(({ digest }) => digest.id),
  );
  const found = await readablePieces(context, read, items, now);
  return rows.map((row) => {
    const own = items.filter(({ digestId }) => digestId === row.digest.id);
    const pieces = own.flatMap(({ type, pieceId }) => {
      const one = found.get(itemKey(type, pieceId));
      return one ? [{ type, id: pieceId, title: one.piece.title }] : [];
    });
    const pictures = pictureAddresses(context, {
      type: 'digest',
      id: row.digest.id,
      group: row.digest.groupId,
    });
    return { row, items: own, view: viewDigest(row, { pictures, pieces, readerId }) };
  });
}

async function viewOne(context: Context, read: Reader, row: FoundDigest, readerId: string, now: Date) {
  const [seen] = await viewAll(context, read, [row], { readerId, now });
  if (!seen) throw new Error('A digest that was found is viewed');
  return seen.view;
}

export async function createDigest(context: Context, { body, actor, caller, now }: Call<C['create']>) {
  refuseMuted(actor);
  const { db, ids } = context;
  const { style, group = null, like } = body;
  if (group !== null) await getGroup(context, db.read, group);
  const first = like === undefined ? undefined : await getDigest(context, db.read, like);
  const items: Item[] = distinct(body.items.map(({ type, id }) => ({ type, pieceId: id })));
  const pieces = await piecesToSend(context, db.read, actor, items, now, 'groups');
  const id = ids.next(now);
  const [only] = items;
  // A single piece is opened itself; only several need a page that lists them.
  const target =
    items.length === 1 && only
      ? ({ type: only.type, id: only.pieceId, group } as const)
      : ({ type: 'digest', id, group } as const);
  const link = style.link ? await linkTo(context, originFor(context, caller), target) : null;
  const row: DigestRow = {
    id,
    setId: first?.digest.setId ?? id,
    groupId: group,
    createdAt: now,
    createdById: actor.id,
    style,
    parts: digestParts({ pieces, style, link, now }),
    link,
    sentAt: null,
    sentById: null,
  };
  return db.write(async (tx) => {
    await insertDigest(db, tx, row, items);
    const view = await viewOne(context, tx, await getDigest(context, tx, id), actor.id, now);
    return { ...view, text: view.parts.join('\n\n') };
  });
}

export async function showDigests(context: Context, { query, actor, now }: Call<C['list']>) {
  const { db } = context;
  const { cursor, limit } = query;
  const after = cursor === undefined ? undefined : decodeCursor('digests', cursor);
  const page = pageFrom(await listDigests(db, after, limit + 1), limit, 'digests', ({ digest }) => ({
    at: digest.createdAt,
    id: digest.id,
  }));
  const viewed = await viewAll(context, db.read, page.rows, { readerId: actor.id, now });
  const groups = [...new Set(page.rows.flatMap(({ digest }) => digest.groupId ?? []))];
  const oldest = page.rows.at(-1)?.digest.createdAt ?? now;
  const rows = await listOpens(db, groups, dayAt(oldest.getTime()));
  const items = viewed.map(({ row, items: own, view }) => {
    const { opens, favourite } = opensOf(row.digest, dayAt(row.digest.createdAt.getTime()), own, rows);
    return {
      ...view,
      opens,
      favourite: view.pieces.find(({ id }) => id === favourite?.pieceId)?.title ?? null,
    };
  });
  return { items, nextCursor: page.nextCursor };
}

export async function showDigest(context: Context, { params, actor, now }: Call<C['detail']>) {
  const { read } = context.db;
  return viewOne(context, read, await getDigest(context, read, params.id), actor.id, now);
}

export async function showPieces(context: Context, { params, now }: Call<C['pieces']>) {
  const { db } = context;
  const { digest } = await getDigest(context, db.read, params.id);
  const items = await listItems(db, db.read, [digest.id]);
  const found = await readablePieces(context, db.read, items, now);
  const seen = items.flatMap(({ type, pieceId }) => found.get(itemKey(type, pieceId))?.piece ?? []);
  return { createdAt: digest.createdAt.toISOString(), items: seen, gone: items.length - seen.length };
}

export async function markSent(context: Context, { params, body, actor, now }: Call<C['markSent']>) {
  refuseMuted(actor);
  const { db } = context;
  return db.write(async (tx) => {
    const { digest } = await getDigest(context, tx, params.id);
    if (digest.groupId === null) throw new AppError('digest.no-group');
    await markDigest(db, tx, digest.id, { sentAt: now, sentById: actor.id, parts: body.parts });
    return viewOne(context, tx, await getDigest(context, tx, digest.id), actor.id, now);
  });
}

export async function unmarkSent(context: Context, { params, actor, now }: Call<C['unmarkSent']>) {
  refuseMuted(actor);
  const { db } = context;
  return db.write(async (tx) => {
    const { digest, sentBy } = await getDigest(context, tx, params.id);
    if (digest.sentAt !== null && !canUnmark(actor, digest))
      throw new AppError('action.forbidden', `这是 ${sentBy ?? '别人'} 标记的，请对方或老师撤回`);
    await unmarkDigest(db, tx, digest.id);
    return viewOne(context, tx, await getDigest(context, tx, digest.id), actor.id, now);
  });
}
