import type { revealContract } from '@qihang/shared/reveal/contract';
import { refuseMuted } from '../../actor/refusals';
import { emit } from '../../background/events';
import { getVisiblePiece } from '../../content/moving';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public-store';
import { identityOf } from '../users/public';

type C = typeof revealContract;

declare module '../../background/events' {
  interface Events {
    /** In the transaction in which an admin learns who wrote something anonymously. `authorId` is for telling that person alone. */
    'identity.revealed': { type: 'thread' | 'answer'; id: string; authorId: string; byId: string; at: Date };
  }
}

export async function revealAuthor(context: Context, { actor, body, now, requestId }: Call<C['reveal']>) {
  const { db, ids } = context;
  const { target, reason } = body;
  const auditId = ids.next(now);
  const authorId = await db.write(async (tx) => {
    const piece = await getVisiblePiece(context, tx, actor, target);
    await getEnabledBoard(db, tx, piece.board);
    refuseMuted(actor);
    if (!piece.anonymous) throw new AppError('action.forbidden', '这是署名发布的，不用查看身份');
    // Who it was is not written into the log, which more people read than may know it.
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'moderation.reveal',
      targetType: target.type,
      targetId: target.id,
      before: null,
      after: null,
      reason,
      requestId,
    });
    await emit(context, tx, 'identity.revealed', {
      ...target,
      authorId: piece.authorId,
      byId: actor.id,
      at: now,
    });
    return piece.authorId;
  });
  return identityOf(db, authorId, now);
}
