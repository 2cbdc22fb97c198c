import type { casesContract } from '@qihang/shared/cases/contract';
import { forbidden } from '../../actor/refusals';
import { emit } from '../../background/events';
import { amendLife, setLife } from '../../content/moved';
import { refuseBarred } from '../../content/moving';
import type { LifeChange, Piece } from '../../content/piece';
import { canMove, type MoveName, teacherRoles, undoOf } from '../../content/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { eventOf } from './events';
import type { Before } from './facts';
import { showItem } from './queue';
import { type CaseRow, findOpenCase, freeAppeals, openKeyOf, updateCase } from './store';
import { getVisibleCase, refuseAct } from './visible';

const date = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** The piece as it was. What did not change is left out, for some of it is more than a column. */
const backTo = (before: Before, piece: Piece): LifeChange => ({
  life: before.life,
  lifeReason: before.lifeReason,
  lifeRank: before.lifeRank,
  neverSeen: before.neverSeen,
  publishAt: date(before.publishAt),
  unpublishAt: date(before.unpublishAt),
  submittedAt: date(before.submittedAt),
  returnedById: before.returnedById,
  returnedAt: date(before.returnedAt),
  ...(piece.publishedAt.toISOString() === before.publishedAt
    ? {}
    : { publishedAt: new Date(before.publishedAt) }),
});

/** The move that made the decision, as it can be told from what it left. */
function undoing({ kind, action, leftLife }: CaseRow, before: Before): MoveName | undefined {
  if (before.life === leftLife) return undefined;
  if (action === 'return' || action === 'hide') return undoOf[action];
  if (kind === 'review') return leftLife === 'scheduled' ? undoOf.schedule : undoOf.approve;
  return before.life === 'returned' ? undoOf.overturn : undoOf.restore;
}

const changed = '之后这条内容又有变化，不能撤销了';

/** Takes one's own decision back while it is fresh: the piece is as it was, and the case is open again. */
export async function undoDecision(context: Context, call: Call<(typeof casesContract)['undo']>) {
  const { db, ids, registry } = context;
  const { actor, params, now, requestId } = call;
  const auditId = ids.next(now);
  await db.write(async (tx) => {
    const { one, piece } = await getVisibleCase(context, tx, actor, params.id, now);
    await refuseAct(context, tx, 'undo', actor, one, now);
    const { before, type } = one;
    const ref = { type, id: one.targetId };
    if (!before || !piece || piece.life !== one.leftLife || piece.version !== one.leftVersion)
      throw new AppError('moderation.already-done', changed);
    // Another case of the piece was opened since.
    if (await findOpenCase(db, tx, one.kind, ref)) throw new AppError('moderation.already-done', changed);
    const move = undoing(one, before);
    if (move) {
      refuseBarred(move, actor, piece);
      if (!canMove(move, actor, piece, piece.review)) throw forbidden(actor, teacherRoles, piece.board);
    }
    await updateCase(db, tx, one.id, {
      state: 'open',
      openKey: openKeyOf(one.kind, ref),
      decidedById: null,
      endedAt: null,
      decidedRank: null,
      action: null,
      reasons: null,
      note: null,
      marks: null,
      leftLife: null,
      leftVersion: null,
      before: null,
      held: before.held,
    });
    await freeAppeals(db, tx, one.id);
    if (piece.unverified !== undefined && piece.unverified !== before.unverified)
      await registry.kinds[type].setUnverified?.(db, tx, piece.id, before.unverified);
    const back = backTo(before, piece);
    if (move) await setLife(context, tx, type, piece, back, { move, actorId: actor.id, at: now });
    else await amendLife(context, tx, type, piece, back);
    await emit(context, tx, 'case.undone', { ...eventOf(one), at: now });
    await recordAct(context, tx, {
      id: auditId,
      at: now,
      actorId: actor.id,
      action: 'moderation.undo',
      targetType: type,
      targetId: piece.id,
      before: { state: one.leftLife, decision: one.action },
      after: { state: before.life },
      reason: null,
      requestId,
    });
  });
  return showItem(context, actor, params.id, now);
}
