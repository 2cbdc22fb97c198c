import type { moderationContract } from '@qihang/shared/moderation/contract';
import { type HideReason, hideReasonNames } from '@qihang/shared/moderation/vocabulary';
import { forbidden } from '../../actor/refusals';
import { canModerate, moderatorRoles } from '../../actor/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public';
import { targets } from './targets';

type C = typeof moderationContract;

const reasonText = (reason: HideReason, note: string): string =>
  note ? `${hideReasonNames[reason]}：${note}` : hideReasonNames[reason];

interface Act {
  action: 'moderation.hide' | 'moderation.restore';
  hiddenReason: string | null;
  reason: string;
}

async function act(
  context: Context,
  call: Call<C['hide']> | Call<C['restore']>,
  { action, hiddenReason, reason }: Act,
) {
  const { db, ids } = context;
  const { actor, now, requestId } = call;
  const { type, id: targetId } = call.body.target;
  const target = targets[type](context);
  const id = ids.next(now);
  await db.write(async (tx) => {
    const before = await target.find(tx, actor, targetId);
    if (!before) throw new AppError('resource.not-found');
    await getEnabledBoard(db, tx, before.board);
    if (!canModerate(actor, before.board)) throw forbidden(actor, moderatorRoles, before.board);
    const hide = hiddenReason !== null;
    if (before.hidden === hide) throw new AppError('moderation.already-done');
    await target.setHidden(tx, targetId, hiddenReason);
    await recordAct(context, tx, {
      id,
      at: now,
      actorId: actor.id,
      action,
      targetType: type,
      targetId,
      before: { hidden: before.hidden, hiddenReason: before.hiddenReason },
      after: { hidden: hide, hiddenReason },
      reason,
      requestId,
    });
  });
  return undefined;
}

export function hideTarget(context: Context, call: Call<C['hide']>) {
  const reason = reasonText(call.body.reason, call.body.note);
  return act(context, call, { action: 'moderation.hide', hiddenReason: reason, reason });
}

export const restoreTarget = (context: Context, call: Call<C['restore']>) =>
  act(context, call, { action: 'moderation.restore', hiddenReason: null, reason: call.body.note });
