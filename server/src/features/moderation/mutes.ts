import type { moderationContract } from '@qihang/shared/moderation/contract';
import { dayMs } from '@qihang/shared/time/shanghai';
import { forbidden } from '../../actor/refusals';
import { canModerate, moderatorRoles } from '../../actor/rules';
import { getVisiblePiece } from '../../content/moving';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public-store';
import { bylines } from '../users/public';
import { currentRoles } from '../users/public-store';
import { canLiftMute, canMute, canSeeMute, maxMuteDays } from './rules';
import { findMute, insertMute, liftMute, listMutes } from './store';
import { viewMute } from './view';

type C = typeof moderationContract;

const excerptLength = 60;

const notYours = '这位作者不能由你禁言，请交给老师或管理员处理';

export async function muteAuthor(context: Context, { actor, body, now, requestId }: Call<C['mute']>) {
  const { db, ids } = context;
  const { type, id: targetId } = body.target;
  const [id, auditId] = [ids.next(now), ids.next(now)];
  const endsAt = new Date(now.getTime() + body.days * dayMs);
  await db.write(async (tx) => {
    const target = await getVisiblePiece(context, tx, actor, body.target);
    await getEnabledBoard(db, tx, target.board);
    if (!canModerate(actor, target.board)) throw forbidden(actor, moderatorRoles, target.board);
    const most = maxMuteDays(actor, target.board);
    if (body.days > most) {
      const message = `骨干最多禁言 ${most} 天，更久的请交给老师`;
      throw new AppError('request.invalid', undefined, [{ path: 'days', message }]);
    }
    const roles = (await currentRoles(db, tx, [target.authorId], now)).get(target.authorId) ?? [];
    const reaches = canMute(actor, target.board, { id: target.authorId, roles });
    // Of anonymous words every moderator may mute the author but the author: refused by rank, they would name who asked.
    if (!reaches && (!target.anonymous || target.authorId === actor.id))
      throw new AppError('action.forbidden', notYours);
    await insertMute(db, tx, {
      id,
      userId: target.authorId,
      byId: actor.id,
      targetType: type,
      targetId,
      excerpt: target.title.slice(0, excerptLength),
      anonymous: target.anonymous,
      anonymousOnly: !reaches,
      reason: body.reason,
      mutedAt: now,
      endsAt,
      liftedAt: null,
      liftedById: null,
      liftNote: null,
    });
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'moderation.mute',
      targetType: type,
      targetId,
      before: null,
      after: { muteId: id, days: body.days, endsAt: endsAt.toISOString() },
      reason: body.reason,
      requestId,
    });
  });
  return { id, endsAt: endsAt.toISOString() };
}

export async function showMutes({ db }: Context, { query, actor, now }: Call<C['mutes']>) {
  const { cursor, limit, state } = query;
  const order = `mutes-${state}`;
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
  const found = await listMutes(db, { activeAt: state === 'active' ? now : undefined }, after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, order, ({ mute }) => ({
    at: mute.mutedAt,
    id: mute.id,
  }));
  const named = rows.filter(({ mute }) => !mute.anonymous).map(({ mute }) => mute.userId);
  const names = await bylines(db, named, now);
  return { items: rows.map((row) => viewMute(row, names, actor, now)), nextCursor };
}

export async function liftOneMute(
  context: Context,
  { actor, params, body, now, requestId }: Call<C['lift']>,
): Promise<undefined> {
  const { db, ids } = context;
  const auditId = ids.next(now);
  await db.write(async (tx) => {
    const mute = await findMute(db, tx, params.id);
    if (!mute || !canSeeMute(actor, mute)) throw new AppError('resource.not-found');
    const change = { liftedAt: now, liftedById: actor.id, liftNote: body.note };
    if (!canLiftMute(actor, mute, now) || !(await liftMute(db, tx, mute.id, change)))
      throw new AppError('moderation.already-done');
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'moderation.lift',
      targetType: mute.targetType,
      targetId: mute.targetId,
      before: { muteId: mute.id, endsAt: mute.endsAt.toISOString() },
      after: { muteId: mute.id, endsAt: now.toISOString() },
      reason: body.note,
      requestId,
    });
  });
}
