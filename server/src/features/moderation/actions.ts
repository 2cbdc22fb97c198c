import type { moderationContract } from '@qihang/shared/moderation/contract';
import { type HideReason, hideReasonNames } from '@qihang/shared/moderation/vocabulary';
import { getVisiblePiece, movePiece, refuseBarred } from '../../content/moving';
import { canMove, isHidden } from '../../content/rules';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public-store';
import { notePieceHidden } from '../cases/public';

type C = typeof moderationContract;

const reasonText = (reason: HideReason, note: string): string =>
  note ? `${hideReasonNames[reason]}：${note}` : hideReasonNames[reason];

interface Act {
  move: 'hide' | 'restore';
  /** Shown with the piece while it is hidden; null once it is back. */
  lifeReason: string | null;
  /** For the audit log. */
  reason: string;
}

async function act(
  context: Context,
  call: Call<C['hide']> | Call<C['restore']>,
  { move, lifeReason, reason }: Act,
) {
  const { db, ids } = context;
  const { actor, now, requestId } = call;
  const { target } = call.body;
  const id = ids.next(now);
  await db.write(async (tx) => {
    const before = await getVisiblePiece(context, tx, actor, target);
    await getEnabledBoard(db, tx, before.board);
    refuseBarred(move, actor, before);
    if (move === 'hide' && canMove(move, actor, before, before.review))
      await notePieceHidden(context, tx, target.type, before, reason, { actor, now, requestId, auditId: id });
    await movePiece(context, tx, target.type, before, {
      actor,
      name: move,
      reason: lifeReason,
      now,
    });
    await recordAct(context, tx, {
      id,
      at: now,
      actorId: actor.id,
      action: `moderation.${move}`,
      targetType: target.type,
      targetId: target.id,
      before: { hidden: isHidden(before), hiddenReason: before.lifeReason },
      after: { hidden: move === 'hide', hiddenReason: lifeReason },
      reason,
      requestId,
    });
  });
  return undefined;
}

export function hideTarget(context: Context, call: Call<C['hide']>) {
  const reason = reasonText(call.body.reason, call.body.note);
  return act(context, call, { move: 'hide', lifeReason: reason, reason });
}

export const restoreTarget = (context: Context, call: Call<C['restore']>) =>
  act(context, call, { move: 'restore', lifeReason: null, reason: call.body.note });
