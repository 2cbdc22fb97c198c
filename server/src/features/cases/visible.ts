import { endWords } from '@qihang/shared/time/words';
import { refuseMuted } from '../../actor/refusals';
import type { Actor } from '../../actor/rules';
import type { Piece } from '../../content/piece';
import type { Context } from '../../context';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import { getEnabledBoard } from '../boards/public-store';
import { findName } from '../users/public-store';
import { type CaseAct, canSeeCase, caseBar, claimer } from './rules';
import { type CaseRow, findCase, listAgainst } from './store';

export interface SeenCase {
  one: CaseRow;
  /** Undefined once it was deleted. */
  piece: Piece | undefined;
}

/** @throws AppError `resource.not-found` also for a case that is not one of the actor's, or on a board that is off */
export async function getVisibleCase(
  { db, registry }: Context,
  read: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<SeenCase> {
  const one = await findCase(db, read, id);
  if (!one) throw new AppError('resource.not-found');
  const { review } = await getEnabledBoard(db, read, one.board);
  const ref = { type: one.type, id: one.targetId };
  const against = one.kind === 'appeal' ? await listAgainst(db, read, [ref]) : [];
  const decidedBefore = against.some(({ decidedById }) => decidedById === actor.id);
  const piece = await registry.kinds[one.type].find(db, read, one.targetId);
  // The piece may have been given to another person since.
  const standing = { ...one, authorId: piece?.authorId ?? one.authorId };
  if (!canSeeCase(actor, standing, { now, review, decidedBefore })) throw new AppError('resource.not-found');
  return { one, piece };
}

/** @throws AppError `case.claimed`, which says who looks at it and until when */
export async function refuseClaimed(
  { db }: Context,
  read: Reader,
  actor: Actor,
  one: CaseRow,
  now: Date,
): Promise<void> {
  const by = claimer(one, now);
  if (by === null || by === actor.id || one.claimedUntil === null) return;
  const name = (await findName(db, read, by)) ?? '另一位同事';
  throw new AppError(
    'case.claimed',
    `${name}正在处理这一条，到 ${endWords(one.claimedUntil.getTime())} 为止。你写的内容还在，可以先看下一条`,
  );
}

/** @throws AppError in the words of what keeps the actor from the act */
export async function refuseAct(
  context: Context,
  read: Reader,
  act: CaseAct,
  actor: Actor,
  one: CaseRow,
  now: Date,
): Promise<void> {
  const bar = caseBar(act, actor, one, now);
  if (bar === undefined) return;
  if (bar === 'muted') refuseMuted(actor);
  if (bar === 'claimed') await refuseClaimed(context, read, actor, one, now);
  throw new AppError(
    'moderation.already-done',
    bar === 'late' ? '已经过了可以撤销的时间' : await endWordsOf(context, read, one),
  );
}

/** Why nothing is left to decide. */
async function endWordsOf({ db }: Context, read: Reader, one: CaseRow): Promise<string> {
  if (one.state === 'gone') return '这条内容已经被撤回、修改状态或删除，不用再处理了';
  if (one.state === 'open') return '这一条还没有人处理';
  const name = one.decidedById && (await findName(db, read, one.decidedById));
  return `${name || '另一位同事'}已经处理过这一条了`;
}
