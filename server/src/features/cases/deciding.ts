import type { CaseAction } from '@qihang/shared/cases/vocabulary';
import { type Mark, type ReturnReason, returnReasonNames } from '@qihang/shared/content/decisions';
import { forbidden, refuseMuted } from '../../actor/refusals';
import { type Actor, rankOn } from '../../actor/rules';
import { emit } from '../../background/events';
import { published, refuseObjections } from '../../content/life';
import { setLife } from '../../content/moved';
import { refuseBarred } from '../../content/moving';
import type { LifeChange, Piece } from '../../content/piece';
import { canMove, type MoveName, moves, teacherRoles } from '../../content/rules';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import { recordAct } from '../audit/public';
import { eventOf } from './events';
import type { Before } from './facts';
import { isDecidedBy } from './rules';
import { type CaseRow, findCase, updateCase } from './store';

/** What a person decides, and why. */
export interface Decision {
  action: CaseAction;
  reasons: readonly ReturnReason[];
  /** Empty without one. */
  note: string;
  marks: readonly Mark[];
}

/** Who decides, and when. */
export interface Decider {
  actor: Actor;
  now: Date;
  requestId: string;
  /** Id of the entry in the audit log, drawn before the transaction. */
  auditId: string;
}

export interface Deciding {
  context: Context;
  tx: Tx;
  one: CaseRow;
  piece: Piece;
  decision: Decision;
  by: Decider;
}

/** Why, in words: the reasons that were chosen, and what the person wrote. */
export const reasonWords = ({ reasons, note }: Pick<Decision, 'reasons' | 'note'>): string =>
  [reasons.map((reason) => returnReasonNames[reason]).join('、'), note].filter(Boolean).join('：');

/** @throws AppError `request.invalid` for what this kind of case is not decided by, and where a reason is missing */
export function refuseUnfit(one: CaseRow, { action, reasons, note }: Decision): void {
  const invalid = (path: string, message: string) =>
    new AppError('request.invalid', undefined, [{ path, message }]);
  if (!isDecidedBy(one, action)) throw invalid('action', '这一条不能这样处理');
  if ((action === 'return' || action === 'hide') && reasons.length === 0 && note === '')
    throw invalid('note', '选一个理由，或写一句话，作者会看到');
}

/** The move by which a decision is carried out; null where the piece stays as it is. */
function moveOf({ one, piece, decision }: Deciding): MoveName | null {
  switch (decision.action) {
    case 'approve':
      if (one.kind === 'review') return 'approve';
      return piece.life === 'returned' ? 'overturn' : 'restore';
    case 'return':
    case 'hide':
      return decision.action;
    case 'dismiss':
    case 'recheck':
      return isHeld(one, piece) ? 'restore' : null;
  }
}

/** Hidden by the clock until somebody has looked at it. */
const isHeld = (one: CaseRow, piece: Piece): boolean => one.held && piece.life === 'hidden';

/** @throws AppError in the words of what keeps the actor from this move, or its state */
function refuseMove({ one, piece, by: { actor } }: Deciding, move: MoveName): void {
  refuseBarred(move, actor, piece);
  refuseMuted(actor);
  // What is held is hidden already: the person takes that over.
  if (move === 'hide' && isHeld(one, piece)) return;
  if (canMove(move, actor, piece, piece.review)) return;
  if (canMove(move, actor, piece, 'second-person')) throw forbidden(actor, teacherRoles, piece.board);
  throw new AppError('moderation.already-done');
}

/** What a decision does to the piece. */
interface Effect {
  move: MoveName;
  change: Partial<LifeChange>;
}

/** @throws AppError `request.invalid` with all that keeps the piece from readers */
async function approving({ context, tx, one, piece, by: { now } }: Deciding): Promise<Effect> {
  const { publishAt = null, unpublishAt = null } = piece;
  const planned = publishAt !== null && publishAt > now;
  const { written } = context.registry.kinds[one.type];
  const objections = (await written?.objections(context, tx, piece.id, planned ? publishAt : now)) ?? [];
  if (unpublishAt !== null && unpublishAt <= now)
    objections.push({ path: 'unpublishAt', message: '计划的下架时间已经过了，请退回给作者' });
  refuseObjections(objections);
  return planned ? { move: 'schedule', change: {} } : { move: 'approve', change: published(piece, now) };
}

/** Brings a returned piece before readers after all, as far as its author has gone on with it. */
async function overturning({ context, tx, one, piece, by }: Deciding): Promise<Effect> {
  const { actor, now, requestId } = by;
  const { written } = context.registry.kinds[one.type];
  const against = one.againstId === null ? undefined : await findCase(context.db, tx, one.againstId);
  if (written && against?.leftVersion !== piece.version) {
    const auditId = context.ids.next(now);
    await written.complete(context, tx, piece.id, { actor, now, requestId, auditId });
  }
  if (written) refuseObjections(await written.objections(context, tx, piece.id, now));
  return { move: 'overturn', change: published(piece, now) };
}

async function effectOf(deciding: Deciding, move: MoveName): Promise<Effect> {
  const { context, tx, one, piece, decision, by } = deciding;
  const lifeReason = reasonWords(decision);
  switch (move) {
    case 'approve':
      return approving(deciding);
    case 'overturn':
      return overturning(deciding);
    case 'return': {
      const returned = { returnedById: by.actor.id, returnedAt: by.now };
      return { move, change: { lifeReason, ...returned, publishAt: null, unpublishAt: null } };
    }
    case 'hide':
      return { move, change: { lifeReason } };
    default:
      await context.registry.kinds[one.type].refuseUnready?.(context.db, tx, piece);
      return { move, change: {} };
  }
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

/** The piece as it is, for undo. */
const snapshot = (piece: Piece, held: boolean): Before => ({
  life: piece.life,
  lifeReason: piece.lifeReason,
  lifeRank: piece.lifeRank,
  neverSeen: piece.neverSeen,
  publishedAt: piece.publishedAt.toISOString(),
  publishAt: iso(piece.publishAt),
  unpublishAt: iso(piece.unpublishAt),
  submittedAt: iso(piece.submittedAt),
  returnedById: piece.returnedById,
  returnedAt: iso(piece.returnedAt),
  unverified: piece.unverified ?? false,
  held,
});

/** Closes a case with what was decided. */
export async function closeCase(
  { context, tx, one, piece, decision, by: { actor, now } }: Deciding,
  left: Piece['life'],
): Promise<void> {
  const { action, reasons, note, marks } = decision;
  await updateCase(context.db, tx, one.id, {
    state: 'decided',
    openKey: null,
    claimedById: null,
    claimedUntil: null,
    decidedById: actor.id,
    endedAt: now,
    decidedRank: rankOn(actor, one.board),
    action,
    reasons: [...reasons],
    note: note || null,
    marks: [...marks],
    leftLife: left,
    leftVersion: piece.version,
    before: snapshot(piece, one.held),
    held: false,
  });
}

/** The name of a decision in the audit log. */
const actOf = ({ kind }: CaseRow, action: CaseAction): string => {
  if (kind === 'appeal') return action === 'approve' ? 'moderation.overturn' : 'moderation.uphold';
  return `moderation.${action}`;
};

/** Tells the features what was decided. */
export async function announce({ context, tx, one, decision, by: { actor, now } }: Deciding): Promise<void> {
  const against = one.againstId === null ? undefined : await findCase(context.db, tx, one.againstId);
  const { action, reasons, note } = decision;
  await emit(context, tx, 'case.decided', {
    ...eventOf(one),
    action,
    deciderId: actor.id,
    reasons,
    note: note || null,
    at: now,
    againstDeciderId: against?.decidedById ?? null,
  });
}

/**
 * Carries out a decision, in one transaction with the piece, the audit log and what other features do because of it. Whether the
 * case is open and the actor's is asked before.
 * @param version that was read; null for any
 * @throws AppError `action.forbidden`, `person.muted`, `moderation.already-done`, `version.stale`, `request.invalid`
 */
export async function decide(deciding: Deciding, version: number | null): Promise<void> {
  const { context, tx, one, piece, decision, by } = deciding;
  const { actor, now, requestId, auditId } = by;
  refuseUnfit(one, decision);
  if (version !== null && piece.version !== version) throw new AppError('version.stale');
  const move = moveOf(deciding);
  if (move) refuseMove(deciding, move);
  else refuseMuted(actor);
  const effect = move && (await effectOf(deciding, move));
  const left = effect ? moves[effect.move].to : piece.life;
  await closeCase(deciding, left);
  if (decision.action === 'recheck')
    await context.registry.kinds[one.type].setUnverified?.(context.db, tx, piece.id, true);
  if (effect) {
    const change = { life: left, lifeReason: null, lifeRank: rankOn(actor, piece.board), ...effect.change };
    await setLife(context, tx, one.type, piece, change, { move: effect.move, actorId: actor.id, at: now });
  }
  await announce(deciding);
  await recordAct(context, tx, {
    id: auditId,
    at: now,
    actorId: actor.id,
    action: actOf(one, decision.action),
    targetType: one.type,
    targetId: piece.id,
    before: { state: piece.life },
    after: { state: left, version: piece.version },
    reason: reasonWords(decision) || null,
    requestId,
  });
}
