import type { moderationContract } from '@qihang/shared/moderation/contract';
import { getVisibleWritten } from '../../content/life';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { reviewPiece } from '../cases/public';

type C = typeof moderationContract;

async function review(
  context: Context,
  { actor, now, requestId, body }: Call<C['approve']> | Call<C['return']>,
  decision: { action: 'approve' | 'return'; note: string },
): Promise<undefined> {
  const auditId = context.ids.next(now);
  await context.db.write(async (tx) => {
    const { target, version } = body;
    const piece = await getVisibleWritten(context, tx, actor, target);
    const by = { actor, now, requestId, auditId };
    await reviewPiece(context, tx, target.type, piece, { ...decision, version }, by);
  });
}

/** Approves what was read: it comes before readers now, or at the time its author wished. */
export const approveTarget = (context: Context, call: Call<C['approve']>) =>
  review(context, call, { action: 'approve', note: '' });

/** Sends a piece back, and says what to change; what was planned is off. */
export const returnTarget = (context: Context, call: Call<C['return']>) =>
  review(context, call, { action: 'return', note: call.body.note });
