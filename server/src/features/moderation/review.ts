import type { moderationContract } from '@qihang/shared/moderation/contract';
import { forbidden, refuseMuted } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import { getVisibleWritten, moved, published, refuseObjections } from '../../content/life';
import { setLife, writtenOf } from '../../content/moved';
import { refuseBarred } from '../../content/moving';
import type { LifeChange } from '../../content/piece';
import { canMove, teacherRoles } from '../../content/rules';
import type { WrittenPiece } from '../../content/written';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';

type C = typeof moderationContract;
type Review = Call<C['approve']> | Call<C['return']>;

/** @throws AppError in the words of what keeps the actor from reviewing this piece, or its state, or the version that was read */
function refuseReview(name: 'approve' | 'return', actor: Actor, piece: WrittenPiece, version: number): void {
  refuseBarred(name, actor, piece);
  refuseMuted(actor);
  if (!canMove(name, actor, piece, piece.review)) {
    if (!canMove(name, actor, piece, 'second-person')) throw new AppError('moderation.already-done');
    throw forbidden(actor, teacherRoles, piece.board);
  }
  if (piece.version !== version) throw new AppError('version.stale');
}

async function review(
  context: Context,
  call: Review,
  { name, note }: { name: 'approve' | 'return'; note: string | null },
  decide: (tx: Tx, piece: WrittenPiece) => Promise<LifeChange>,
): Promise<undefined> {
  const { db, ids } = context;
  const { actor, now, requestId } = call;
  const { target, version } = call.body;
  const id = ids.next(now);
  await db.write(async (tx) => {
    const piece = await getVisibleWritten(context, tx, actor, target);
    refuseReview(name, actor, piece, version);
    const change = await decide(tx, piece);
    const move = change.life === 'scheduled' ? 'schedule' : name;
    await setLife(context, tx, target.type, piece, change, { move, actorId: actor.id, at: now });
    await recordAct(context, tx, {
      id,
      at: now,
      actorId: actor.id,
      action: `moderation.${name}`,
      targetType: target.type,
      targetId: target.id,
      before: { state: piece.life },
      after: { state: change.life, version },
      reason: note,
      requestId,
    });
  });
  return undefined;
}

/** Approves what was read: it comes before readers now, or at the time its author wished. */
export const approveTarget = (context: Context, call: Call<C['approve']>) =>
  review(context, call, { name: 'approve', note: null }, async (tx, piece) => {
    const { actor, now, body } = call;
    const { publishAt, unpublishAt } = piece;
    const planned = publishAt !== null && publishAt > now;
    const objections = await writtenOf(context, body.target.type).objections(
      context,
      tx,
      piece.id,
      planned ? publishAt : now,
    );
    if (unpublishAt !== null && unpublishAt <= now)
      objections.push({ path: 'unpublishAt', message: '计划的下架时间已经过了，请退回给作者' });
    refuseObjections(objections);
    return planned
      ? moved('schedule', actor, piece)
      : { ...moved('approve', actor, piece), ...published(piece, now) };
  });

/** Sends a piece back, and says what to change; what was planned is off. */
export const returnTarget = (context: Context, call: Call<C['return']>) =>
  review(context, call, { name: 'return', note: call.body.note }, async (_, piece) => ({
    ...moved('return', call.actor, piece),
    lifeReason: call.body.note,
    returnedById: call.actor.id,
    returnedAt: call.now,
    publishAt: null,
    unpublishAt: null,
  }));
