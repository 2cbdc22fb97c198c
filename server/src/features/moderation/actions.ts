import type { moderationContract } from '@qihang/shared/moderation/contract';
import {
  type HideReason,
  hideReasonNames,
  type ModerationTarget,
} from '@qihang/shared/moderation/vocabulary';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public';
import { moderatableJob } from '../jobs/public';
import { moderatablePost } from '../posts/public';
import { moderatableAnswer, moderatableThread } from '../threads/public';
import { canModerate } from '../users/rules';
import type { Moderatable } from './rules';

type C = typeof moderationContract;

const targets = {
  job: moderatableJob,
  post: moderatablePost,
  thread: moderatableThread,
  answer: moderatableAnswer,
} satisfies Record<ModerationTarget, (context: Context) => Moderatable>;

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
    if (!canModerate(actor, before.board)) throw new AppError('action.forbidden');
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
