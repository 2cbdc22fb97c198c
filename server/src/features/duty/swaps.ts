import type { dutyContract } from '@qihang/shared/duty/contract';
import { dutyStretch, timeOn } from '@qihang/shared/duty/due';
import { dutyLimits } from '@qihang/shared/duty/vocabulary';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';
import { forbidden, refuseMuted } from '../../actor/refusals';
import { type Actor, canModerate, moderatorRoles, rankOn } from '../../actor/rules';
import { emit } from '../../background/events';
import type { Context } from '../../context';
import { isUniqueViolation } from '../../db/errors';
import type { Reader, Tx } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { getBoardFor } from '../boards/public-store';
import { readRota } from './facts';
import { keyOf } from './key';
import { arrangedAt, holdersAt, isAvailable, type RotaFacts } from './rules';
import { findSwap, insertCover, insertSwap, type SwapRow, settleSwap } from './store';
import { viewWeek } from './week';

type C = typeof dutyContract;

/** A board's rota for the actor to change. @throws AppError `action.forbidden`, `person.muted` */
async function rotaFor(context: Context, read: Reader, actor: Actor, slug: string, now: Date) {
  const board = await getBoardFor(context.db, read, 'thread', slug);
  if (!canModerate(actor, board.slug)) throw forbidden(actor, moderatorRoles, board.slug);
  refuseMuted(actor);
  return readRota(context, read, board.slug, now);
}

/** When a day, or what is left of it, begins and ends. @throws AppError `request.invalid` unless it is today or soon */
function stretchOf({ rule }: RotaFacts, day: string, fromTime: string | null, now: Date) {
  const at = now.getTime();
  const { from, until } = dutyStretch(day, rule);
  const begins = Math.max(fromTime === null ? from : timeOn(day, fromTime), at);
  if (begins >= until)
    throw new AppError('request.invalid', undefined, [{ path: 'day', message: '这一天的值班已经结束' }]);
  if (day > addDays(dayAt(at), (dutyLimits.weeksAhead + 1) * 7))
    throw new AppError('request.invalid', undefined, [{ path: 'day', message: '太远了，到时候再说' }]);
  return { begins, until };
}

/** 我来: of a day that nobody is arranged for, or whose person is away, the first who says so has it. */
export async function takeDay(context: Context, { actor, body, now }: Call<C['take']>) {
  const { db, ids } = context;
  const id = ids.next(now);
  await db.write(async (tx) => {
    const facts = await rotaFor(context, tx, actor, body.board, now);
    const { begins, until } = stretchOf(facts, body.day, null, now);
    const forId = arrangedAt(facts, begins, null);
    if (forId !== null && isAvailable(facts, forId, begins)) throw new AppError('duty.day-taken');
    if (!isAvailable(facts, actor.id, begins)) throw new AppError('action.forbidden');
    await insertCover(db, tx, {
      id,
      board: body.board,
      forId,
      personId: actor.id,
      startsAt: new Date(begins),
      endsAt: new Date(until),
      takenAt: now,
    });
  });
  return viewWeek(context, actor, body.board, undefined, now);
}

/** The colleague of this key who may take the day. @throws AppError `request.invalid` */
function colleagueOf(
  { secret }: Context,
  facts: RotaFacts,
  board: string,
  key: string,
  at: number,
  self: string,
) {
  const found = holdersAt(facts, at).find((id) => id !== self && keyOf(secret, board, id) === key);
  if (found === undefined || !isAvailable(facts, found, at))
    throw new AppError('request.invalid', undefined, [
      { path: 'to', message: '这位同学那天不能值班，请换一个人' },
    ]);
  return found;
}

export async function askSwap(context: Context, { actor, body, now }: Call<C['askSwap']>) {
  const { db, ids } = context;
  const { board, day, from, to } = body;
  const id = ids.next(now);
  try {
    await db.write(async (tx) => {
      const facts = await rotaFor(context, tx, actor, board, now);
      const { begins, until } = stretchOf(facts, day, from, now);
      if (arrangedAt(facts, begins, null) !== actor.id) throw new AppError('action.forbidden');
      const toId = to === null ? null : colleagueOf(context, facts, board, to, begins, actor.id);
      await insertSwap(db, tx, {
        id,
        board,
        day,
        fromTime: from,
        byId: actor.id,
        toId,
        state: 'open',
        openKey: `${board}:${day}:${actor.id}`,
        askedAt: now,
        endsAt: new Date(until),
        settledAt: null,
        settledById: null,
      });
      await emit(context, tx, 'duty.swap-asked', { swapId: id, board, day, byId: actor.id, toId, at: now });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('duty.swap-open');
    throw error;
  }
  return viewWeek(context, actor, board, undefined, now);
}

/** A swap that the actor may know of. @throws AppError `resource.not-found`; `duty.swap-settled` when it is over */
async function openSwap({ db }: Context, tx: Tx, actor: Actor, id: string, now: Date): Promise<SwapRow> {
  const swap = await findSwap(db, tx, id);
  if (!swap || !canModerate(actor, swap.board)) throw new AppError('resource.not-found');
  if (swap.state !== 'open' || swap.endsAt <= now) throw new AppError('duty.swap-settled');
  return swap;
}

async function settle(
  context: Context,
  tx: Tx,
  { id, board, day, byId }: SwapRow,
  actor: Actor,
  accepted: boolean,
  now: Date,
): Promise<void> {
  if (!(await settleSwap(context.db, tx, id, accepted ? 'accepted' : 'declined', actor.id, now)))
    throw new AppError('duty.swap-settled');
  const swap = { swapId: id, board, day, byId, actorId: actor.id, accepted, at: now };
  await emit(context, tx, 'duty.swap-settled', swap);
}

/** What waits for the one who gives the duty away goes with it, when the duty runs already. */
async function giveQuestions({ db, registry }: Context, tx: Tx, swap: SwapRow, to: Actor, now: Date) {
  const { ownership } = registry.kinds.thread;
  const held = (await ownership?.list(db, tx, [swap.byId], now, Number.MAX_SAFE_INTEGER)) ?? [];
  const here = held.filter(({ board }) => board === swap.board).map(({ id }) => id);
  if (here.length > 0) await ownership?.give(db, tx, here, { id: to.id, rank: rankOn(to, swap.board) });
}

export async function acceptSwap(context: Context, { actor, params, now }: Call<C['acceptSwap']>) {
  const { db, ids } = context;
  const coverId = ids.next(now);
  const board = await db.write(async (tx) => {
    const swap = await openSwap(context, tx, actor, params.id, now);
    const facts = await rotaFor(context, tx, actor, swap.board, now);
    const { begins, until } = stretchOf(facts, swap.day, swap.fromTime, now);
    const mayTake = swap.byId !== actor.id && (swap.toId === null || swap.toId === actor.id);
    if (!mayTake || !isAvailable(facts, actor.id, begins)) throw new AppError('action.forbidden');
    // The rota was arranged otherwise meanwhile: there is nothing to take.
    if (arrangedAt(facts, begins, null) !== swap.byId) throw new AppError('duty.swap-settled');
    await settle(context, tx, swap, actor, true, now);
    await insertCover(db, tx, {
      id: coverId,
      board: swap.board,
      forId: swap.byId,
      personId: actor.id,
      startsAt: new Date(begins),
      endsAt: new Date(until),
      takenAt: now,
    });
    if (begins <= now.getTime()) await giveQuestions(context, tx, swap, actor, now);
    return swap.board;
  });
  return viewWeek(context, actor, board, undefined, now);
}

export async function declineSwap(context: Context, { actor, params, now }: Call<C['declineSwap']>) {
  const board = await context.db.write(async (tx) => {
    const swap = await openSwap(context, tx, actor, params.id, now);
    if (swap.toId !== actor.id) throw new AppError('action.forbidden');
    await settle(context, tx, swap, actor, false, now);
    return swap.board;
  });
  return viewWeek(context, actor, board, undefined, now);
}

export async function withdrawSwap(
  context: Context,
  { actor, params, now }: Call<C['withdrawSwap']>,
): Promise<undefined> {
  const { db } = context;
  await db.write(async (tx) => {
    const swap = await openSwap(context, tx, actor, params.id, now);
    if (swap.byId !== actor.id) throw new AppError('resource.not-found');
    if (!(await settleSwap(db, tx, swap.id, 'withdrawn', actor.id, now)))
      throw new AppError('duty.swap-settled');
  });
  return undefined;
}
