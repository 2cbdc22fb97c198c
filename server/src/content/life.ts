import type { ReviewedType } from '@qihang/shared/content/vocabulary';
import type { FieldError } from '@qihang/shared/contract/errors';
import { refuseMuted } from '../actor/refusals';
import { type Actor, rankOn } from '../actor/rules';
import type { Context } from '../context';
import type { Reader, Tx } from '../db/types';
import { AppError } from '../errors';
import type { Judgement } from './judged';
import { amendLife, discard, setLife, writtenOf } from './moved';
import { refuseBarred } from './moving';
import type { LifeChange, Piece } from './piece';
import { canMove, canSeePiece, isUnfinished, type MoveName, moves, needsReview } from './rules';
import { type GivenTimes, plannedTimes } from './times';
import type { Written, WrittenPiece } from './written';

/** What the routes of `lifeRoutes` are called with. */
interface LifeCall {
  params: { id: string };
  actor: Actor;
  now: Date;
  requestId: string;
}
type Body<B> = { body?: B | null | undefined };
type Reasoned = Body<{ overrideReason?: string | undefined }>;
type Timed = Body<GivenTimes & { overrideReason?: string | undefined }>;

/** Whatever its state and its board. */
export async function findWritten(
  { db, registry }: Context,
  read: Reader,
  type: ReviewedType,
  id: string,
): Promise<WrittenPiece | undefined> {
  const piece = await registry.kinds[type].find(db, read, id);
  return piece && { ...piece, publishAt: piece.publishAt ?? null, unpublishAt: piece.unpublishAt ?? null };
}

/** @throws AppError `resource.not-found` also for a piece that the actor may not know of, or whose board is off */
export async function getVisibleWritten(
  context: Context,
  read: Reader,
  actor: Actor,
  { type, id }: { type: ReviewedType; id: string },
): Promise<WrittenPiece> {
  const piece = await findWritten(context, read, type, id);
  if (!piece?.boardEnabled || !canSeePiece(actor, piece)) throw new AppError('resource.not-found');
  return piece;
}

/** @throws AppError for people other than the author, and for authors who may no longer edit it */
function refuseOthers(actor: Actor, piece: WrittenPiece): void {
  if (actor.id !== piece.authorId)
    throw new AppError('action.forbidden', '只有发布它的人才能送审、发布、下架或安排时间');
  refuseBarred('edit', actor, piece);
  refuseMuted(actor);
}

/** @throws AppError `review.required`, `moderation.already-done` */
export function refuseMove(name: MoveName, actor: Actor, piece: WrittenPiece): void {
  if (canMove(name, actor, piece, piece.review)) return;
  const starts = moves[name].from.author?.includes(piece.life) === true;
  if (starts && actor.id === piece.authorId && needsReview(name, piece, piece.review))
    throw new AppError('review.required');
  throw new AppError('moderation.already-done');
}

/** @throws AppError `request.invalid` with all that keeps the piece from readers at this instant */
export function refuseObjections(objections: readonly FieldError[]): void {
  if (objections.length > 0) throw new AppError('request.invalid', undefined, [...objections]);
}

/** What changes when a piece comes before readers at an instant: a first time makes it new. */
export const published = ({ neverSeen }: Pick<Piece, 'neverSeen'>, at: Date): Partial<LifeChange> => ({
  publishAt: null,
  neverSeen: false,
  ...(neverSeen ? { publishedAt: at } : {}),
});

/** The change that a move makes, with the rank of the person who makes it. */
export const moved = (name: MoveName, actor: Actor, { board }: Piece): LifeChange => ({
  life: moves[name].to,
  lifeReason: null,
  lifeRank: rankOn(actor, board),
});

/**
 * Judges the words of a piece as they are, before the transaction that sends them to readers or to review. Null where nothing is
 * to be judged: the transaction refuses what is not the actor's, and what is scheduled was judged when it was.
 */
async function judgeOwn(
  context: Context,
  type: ReviewedType,
  { actor, params: { id } }: LifeCall,
): Promise<{ version: number; judgement: Judgement } | null> {
  const { db, registry } = context;
  const piece = await findWritten(context, db.read, type, id);
  if (piece?.authorId !== actor.id || !['draft', 'returned', 'withdrawn'].includes(piece.life)) return null;
  const wording = await registry.kinds[type].revised?.current(db, db.read, id);
  if (!wording) return null;
  const { words, version } = wording;
  return { version, judgement: await registry.judge(context, { actor, type, board: piece.board, words }) };
}

type Judged = Awaited<ReturnType<typeof judgeOwn>>;

/**
 * Keeps what was said of the words, and says whether a person looks at them first.
 * @throws AppError `version.stale` when they are not the words that were judged
 */
async function keepJudged({ tx, piece, call }: Act, judged: Judged): Promise<boolean> {
  if (judged === null) return false;
  if (judged.version !== piece.version) throw new AppError('version.stale');
  await judged.judgement.keep(tx, piece.id, call.now);
  return judged.judgement.holds;
}

/** What an author does with a piece of one's own, in the transaction of it. */
interface Act {
  context: Context;
  tx: Tx;
  type: ReviewedType;
  written: Written;
  piece: WrittenPiece;
  call: LifeCall;
  auditId: string;
}

/** Finds a piece of the actor's own and acts on it, in one transaction. */
async function actOnOwn(
  context: Context,
  type: ReviewedType,
  call: LifeCall,
  act: (one: Act) => Promise<void>,
): Promise<void> {
  const auditId = context.ids.next(call.now);
  await context.db.write(async (tx) => {
    const piece = await getVisibleWritten(context, tx, call.actor, { type, id: call.params.id });
    refuseOthers(call.actor, piece);
    await act({ context, tx, type, written: writtenOf(context, type), piece, call, auditId });
  });
}

/** Makes a draft whole, and looks whether it may come before readers at an instant. */
async function makeReady(
  { context, tx, written, piece, call, auditId }: Act,
  at: Date,
  overrideReason: string | undefined,
): Promise<void> {
  const { actor, now, requestId } = call;
  if (isUnfinished(piece))
    await written.complete(context, tx, piece.id, { actor, now, requestId, auditId, overrideReason });
  refuseObjections(await written.objections(context, tx, piece.id, at));
}

const makeMove = (
  { context, tx, type, piece, call: { actor, now } }: Act,
  move: MoveName,
  change: Partial<LifeChange>,
): Promise<void> =>
  setLife(
    context,
    tx,
    type,
    piece,
    { ...moved(move, actor, piece), ...change },
    { move, actorId: actor.id, at: now },
  );

const noTimes = { publishAt: null, unpublishAt: null };

/** Sends a piece to review, with the times its author wishes. */
export async function submitPiece(
  context: Context,
  type: ReviewedType,
  call: LifeCall & Timed,
): Promise<void> {
  const judged = await judgeOwn(context, type, call);
  await actOnOwn(context, type, call, async (act) => {
    const { piece } = act;
    const { actor, now, body } = call;
    refuseMove('submit', actor, piece);
    const times = plannedTimes(body ?? {}, noTimes, now);
    await makeReady(act, times.publishAt ?? now, body?.overrideReason);
    await keepJudged(act, judged);
    await makeMove(act, 'submit', { ...times, submittedAt: now });
  });
}

/** Takes a piece back from review or from its schedule: a draft again, without times. */
export const recallPiece = (context: Context, type: ReviewedType, call: LifeCall): Promise<void> =>
  actOnOwn(context, type, call, async (act) => {
    refuseMove('recall', call.actor, act.piece);
    await makeMove(act, 'recall', noTimes);
  });

/** @throws AppError `request.invalid` at `publishAt` */
function refuseTime(message: string): never {
  throw new AppError('request.invalid', undefined, [{ path: 'publishAt', message }]);
}

/** Plans when a draft comes before readers, or changes what was planned. What the check holds goes to review with its times. */
export async function schedulePiece(
  context: Context,
  type: ReviewedType,
  call: LifeCall & Timed,
): Promise<void> {
  const judged = await judgeOwn(context, type, call);
  await actOnOwn(context, type, call, async (act) => {
    const { tx, written, piece } = act;
    const { actor, now, body } = call;
    const given = body ?? {};
    if (piece.life === 'published' || piece.life === 'scheduled') {
      if (piece.life === 'published' && given.publishAt) refuseTime('已经发布了，不能再定发布时间');
      if (piece.life === 'scheduled' && given.publishAt === null) refuseTime('不定时间发布了，请先撤回');
      const times = plannedTimes(given, piece, now);
      if (times.publishAt) refuseObjections(await written.objections(context, tx, piece.id, times.publishAt));
      await amendLife(context, tx, type, piece, times);
      return;
    }
    refuseMove('schedule', actor, piece);
    const times = plannedTimes(given, noTimes, now);
    if (times.publishAt === null) refuseTime('请选发布时间');
    await makeReady(act, times.publishAt, body?.overrideReason);
    if (await keepJudged(act, judged)) await makeMove(act, 'submit', { ...times, submittedAt: now });
    else await makeMove(act, 'schedule', times);
  });
}

/** Puts a piece before readers now, for the first time or again; what the check holds goes to review instead. */
export async function publishPiece(
  context: Context,
  type: ReviewedType,
  call: LifeCall & Reasoned,
): Promise<void> {
  const judged = await judgeOwn(context, type, call);
  await actOnOwn(context, type, call, async (act) => {
    const { piece } = act;
    const { actor, now, body } = call;
    refuseMove('publish', actor, piece);
    await makeReady(act, now, body?.overrideReason);
    if (await keepJudged(act, judged)) await makeMove(act, 'submit', { ...noTimes, submittedAt: now });
    else await makeMove(act, 'publish', published(piece, now));
  });
}

/** Takes a piece from readers, or from its schedule. */
export const withdrawPiece = (context: Context, type: ReviewedType, call: LifeCall): Promise<void> =>
  actOnOwn(context, type, call, async (act) => {
    refuseMove('withdraw', call.actor, act.piece);
    await makeMove(act, 'withdraw', noTimes);
  });

/** Deletes a draft or returned piece for good. */
export const discardPiece = (context: Context, type: ReviewedType, call: LifeCall): Promise<void> =>
  actOnOwn(context, type, call, async ({ tx, piece }) => {
    if (!isUnfinished(piece)) throw new AppError('moderation.already-done');
    await discard(context, tx, { type, id: piece.id }, call.now);
  });

/** The handlers of `lifeRoutes` besides the first, which differ between kinds in what they answer alone. */
export function lifeHandlers<T>(
  context: Context,
  type: ReviewedType,
  show: (context: Context, actor: Actor, id: string, now: Date) => Promise<T>,
) {
  const then =
    <C extends LifeCall>(act: (context: Context, type: ReviewedType, call: C) => Promise<void>) =>
    async (call: C): Promise<T> => {
      await act(context, type, call);
      return show(context, call.actor, call.params.id, call.now);
    };
  return {
    submit: then(submitPiece),
    recall: then(recallPiece),
    schedule: then(schedulePiece),
    publish: then(publishPiece),
    withdraw: then(withdrawPiece),
    async discard(call: LifeCall): Promise<undefined> {
      await discardPiece(context, type, call);
      return undefined;
    },
  };
}
