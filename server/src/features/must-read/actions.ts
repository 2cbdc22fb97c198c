import type { mustReadContract } from '@qihang/shared/must-read/contract';
import { forbidden } from '../../actor/refusals';
import { type Actor, moderatorRoles } from '../../actor/rules';
import { getVisiblePiece } from '../../content/moving';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public-store';
import { putRead } from './public-store';
import { canSeeReaders, isInAudience, shareOf, slowestFirst, totalOf } from './rules';
import { countNotVerified, countReaders, findMustRead, getMember, listClasses, listReaders } from './store';

type C = typeof mustReadContract;

/** @throws AppError `resource.not-found` for an article the actor may not know of, and for one that is no notice */
async function getNotice(context: Context, read: Reader, actor: Actor, id: string, now: Date) {
  const { db } = context;
  const piece = await getVisiblePiece(context, read, actor, { type: 'post', id });
  await getEnabledBoard(db, read, piece.board);
  const notice = await findMustRead(db, read, id, now);
  if (!notice) throw new AppError('resource.not-found', '这篇文章不要求确认读完');
  return { piece, notice };
}

export async function confirmRead(context: Context, { params, actor, now }: Call<C['read']>) {
  const { db } = context;
  const readAt = await db.write(async (tx) => {
    const { piece, notice } = await getNotice(context, tx, actor, params.id, now);
    if (!actor.verified) throw new AppError('verification.required');
    const member = await getMember(db, tx, actor.id);
    if (!isPublished(piece) || actor.id === piece.authorId || !isInAudience(notice.audience, member, now))
      throw new AppError('action.forbidden', '这条通知不是发给你的，不用确认');
    return putRead(db, tx, { postId: piece.id, userId: actor.id, round: notice.round, readAt: now });
  });
  return { readAt: readAt.toISOString() };
}

async function getSeenNotice(context: Context, read: Reader, actor: Actor, id: string, now: Date) {
  const found = await getNotice(context, read, actor, id, now);
  const { board } = found.piece;
  if (!canSeeReaders(actor, found.piece)) throw forbidden(actor, moderatorRoles, board);
  return found;
}

export async function showReaders(context: Context, { params, actor, now }: Call<C['readers']>) {
  const { db } = context;
  const { piece, notice } = await getSeenNotice(context, db.read, actor, params.id, now);
  const groups = await countReaders(db, notice, piece.authorId, now);
  const total = totalOf(groups);
  return {
    title: piece.title,
    askedAt: notice.askedAt.toISOString(),
    dueAt: notice.dueAt,
    ...total,
    share: shareOf(total),
    groups: slowestFirst(groups),
    notVerified: await countNotVerified(db, notice, now),
    named: notice.audience.to === 'classes',
  };
}

export async function showReaderNames(
  context: Context,
  { params, query, actor, now, requestId }: Call<C['names']>,
) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  return db.write(async (tx) => {
    const { piece, notice } = await getSeenNotice(context, tx, actor, params.id, now);
    if (notice.audience.to !== 'classes')
      throw new AppError('action.forbidden', '只有发给班级的通知才有名单');
    const { authorId } = piece;
    const rows = await listReaders(db, tx, notice, { authorId, of: query }, now);
    if (rows.length === 0) throw new AppError('resource.not-found');
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'posts.reader-names',
      targetType: 'post',
      targetId: piece.id,
      before: null,
      after: { className: query.className, graduationYear: query.graduationYear },
      reason: null,
      requestId,
    });
    return {
      unread: rows.flatMap(({ name, readAt }) => (readAt ? [] : [{ name }])),
      read: rows.flatMap(({ name, readAt }) => (readAt ? [{ name, readAt: readAt.toISOString() }] : [])),
    };
  });
}

export async function showAudiences({ db }: Context, { now }: Call<C['audiences']>) {
  const rows = await listClasses(db, now);
  const byYear = new Map<number, number>();
  for (const { graduationYear, size } of rows)
    if (graduationYear !== null) byYear.set(graduationYear, (byYear.get(graduationYear) ?? 0) + size);
  return {
    everyone: rows.reduce((sum, { size }) => sum + size, 0),
    years: [...byYear].map(([graduationYear, size]) => ({ graduationYear, size })),
    classes: rows.flatMap(({ college, className, graduationYear, size }) =>
      college === null || className === null || graduationYear === null
        ? []
        : [{ college, className, graduationYear, size }],
    ),
  };
}
