import type { FieldError } from '@qihang/shared/contract/errors';
import type { DigestPiece } from '@qihang/shared/digests/contract';
import type { DigestType } from '@qihang/shared/digests/vocabulary';
import type { ConsentUse } from '@qihang/shared/portrayals/vocabulary';
import { forbidden } from '../../actor/refusals';
import { type Actor, moderatorRoles } from '../../actor/rules';
import { canSeePiece } from '../../content/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import { notAgreedTo } from '../portrayals/public';
import { findReadableJobs, findReadablePosts } from './pieces-store';
import { canSend } from './rules';
import type { Item } from './store';
import { viewJobPiece, viewPostPiece } from './view';

export const itemKey = (type: DigestType, id: string) => `${type} ${id}`;

const useWords: Record<ConsentUse, string> = {
  site: '站内展示',
  photo: '用照片',
  groups: '发到微信群',
  poster: '做海报和卡片',
};

interface Readable {
  board: string;
  piece: DigestPiece;
}

/** Those of these pieces that readers see now, by `itemKey`. */
export async function readablePieces(
  { db }: Context,
  read: Reader,
  items: readonly Item[],
  now: Date,
): Promise<Map<string, Readable>> {
  const idsOf = (type: DigestType) =>
    items.filter((item) => item.type === type).map(({ pieceId }) => pieceId);
  const jobs = await findReadableJobs(db, read, idsOf('job'));
  const posts = await findReadablePosts(db, read, idsOf('post'));
  return new Map<string, Readable>([
    ...jobs.map(
      (row) => [itemKey('job', row.id), { board: row.board, piece: viewJobPiece(row, now) }] as const,
    ),
    ...posts.map(
      (row) => [itemKey('post', row.id), { board: row.board, piece: viewPostPiece(row) }] as const,
    ),
  ]);
}

/** The piece by its title where the actor may know of it. */
async function nameFor({ db, registry }: Context, read: Reader, actor: Actor, item: Item): Promise<string> {
  const piece = await registry.kinds[item.type].find(db, read, item.pieceId);
  return piece && canSeePiece(actor, piece) ? `“${piece.title}”` : '这一条';
}

/**
 * The pieces in order, for carrying them into a group.
 * @param use for what the person an article is about must have agreed
 * @throws AppError `request.invalid` at each that readers do not see, that is over or not agreed to; `action.forbidden` for a board that is not
 * the actor's
 */
export async function piecesToSend(
  context: Context,
  read: Reader,
  actor: Actor,
  items: readonly Item[],
  now: Date,
  use: ConsentUse,
  pathOf: (i: number) => string = (i) => `items.${i}.id`,
): Promise<DigestPiece[]> {
  const found = await readablePieces(context, read, items, now);
  const articles = items.filter(({ type }) => type === 'post').map(({ pieceId }) => pieceId);
  const kept = await notAgreedTo(context.db, read, articles, use);
  const faults: FieldError[] = [];
  const pieces: DigestPiece[] = [];
  for (const [i, item] of items.entries()) {
    const one = found.get(itemKey(item.type, item.pieceId));
    const path = pathOf(i);
    if (!one)
      faults.push({ path, message: `${await nameFor(context, read, actor, item)}读者现在看不到，请去掉它` });
    else if (!canSend(actor, one.board)) throw forbidden(actor, moderatorRoles, one.board);
    else if (one.piece.state === 'closed')
      faults.push({ path, message: `“${one.piece.title}”已经截止，请去掉它` });
    else if (item.type === 'post' && kept.includes(item.pieceId))
      faults.push({ path, message: `“${one.piece.title}”写的人没有同意${useWords[use]}，请去掉它` });
    else pieces.push(one.piece);
  }
  if (faults.length > 0) throw new AppError('request.invalid', faults[0]?.message, faults);
  return pieces;
}
