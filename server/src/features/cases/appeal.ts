import type { casesContract } from '@qihang/shared/cases/contract';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { getVisiblePiece } from '../../content/moving';
import { saidAt } from '../../content/said-at';
import type { Context } from '../../context';
import { isUniqueViolation } from '../../db/errors';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { open } from './open';
import { canAppeal, isInForce } from './rules';
import { listAgainst, listAppeals } from './store';

const alreadyAppealed = '这次处理你已经申诉过了，一次处理只能申诉一次';

/** @throws AppError `moderation.already-done` where another request was faster */
async function once<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('moderation.already-done', alreadyAppealed);
    throw error;
  }
}

/** The author of a piece asks another person to look at the decision that took it from review or from readers. */
export async function appeal(
  context: Context,
  type: ContentType,
  { params, body, actor, now, requestId }: Call<(typeof casesContract)['appealJob']>,
) {
  const { db, ids } = context;
  const ref = { type, id: params.id };
  // Two appeals at once: PostgreSQL lets the second get as far as the unique key.
  return once(() =>
    db.write(async (tx) => {
      const piece = await getVisiblePiece(context, tx, actor, ref);
      if (!piece.boardEnabled) throw new AppError('resource.not-found');
      if (actor.id !== piece.authorId) throw new AppError('action.forbidden', '只有作者能申诉');
      const [against] = await listAgainst(db, tx, [ref]);
      const appealed = against ? (await listAppeals(db, tx, [against.id])).length > 0 : false;
      if (!against || !canAppeal(actor, piece, { ...against, appealed })) {
        const words =
          against && isInForce(piece, { ...against, appealed }) ? alreadyAppealed : '现在没有可以申诉的处理';
        throw new AppError('moderation.already-done', words);
      }
      const at = saidAt(now, piece.anonymous);
      const one = await open(context, tx, 'appeal', ref, piece, at, {
        againstId: against.id,
        appealText: body.text,
        care: against.care,
        urgent: against.care,
        leastRank: Math.max(piece.authorRank, against.decidedRank ?? 0),
        round: against.round,
      });
      // Without a name, and of anonymous words to the minute: those who read the log are not to know who wrote them.
      await recordAct(context, tx, {
        id: ids.next(at),
        at,
        actorId: null,
        action: 'moderation.appeal',
        targetType: type,
        targetId: piece.id,
        before: { state: piece.life },
        after: { state: piece.life },
        reason: null,
        requestId,
      });
      return { caseId: one.id };
    }),
  );
}
