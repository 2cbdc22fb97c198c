import type { boardsContract } from '@qihang/shared/boards/contract';
import { dayMs, startOfDay } from '@qihang/shared/time/shanghai';
import { followPolicy } from '../../content/policy';
import type { Context } from '../../context';
import { isUniqueViolation } from '../../db/errors';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { answerMinutes, countSince } from './activity';
import { canPostOn } from './public';
import { listAllBoards, listEnabledBoards } from './public-store';
import type { BoardRow } from './row';
import { findBoard, insertBoard, updateBoard } from './store';

type C = typeof boardsContract;

export async function listBoards(context: Context, { actor, now }: Call<C['list']>) {
  const { db } = context;
  const today = new Date(startOfDay(now.getTime()));
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const [boards, newToday, newThisWeek, waits] = await Promise.all([
    listEnabledBoards(db, db.read),
    countSince(context, today),
    countSince(context, daysAgo(7)),
    answerMinutes(context, daysAgo(30)),
  ]);
  return {
    items: boards.map((board) => ({
      slug: board.slug,
      name: board.name,
      kind: board.kind,
      sourceRequired: board.sourceRequired,
      consentRequired: board.consentRequired,
      review: board.review,
      strip: board.strip,
      colour: board.colour,
      activity: {
        today: newToday.get(board.slug) ?? 0,
        week: newThisWeek.get(board.slug) ?? 0,
        firstAnswerMinutes: waits.get(board.slug) ?? null,
      },
      viewer: { can: canPostOn(actor, board) ? ['post' as const] : [] },
    })),
  };
}

/** Questions come from people in need, at once: nothing of theirs waits for a review. @throws AppError `request.invalid` */
function refuseReviewOfQuestions({ kind, review }: Pick<BoardRow, 'kind' | 'review'>): void {
  if (kind === 'thread' && review !== 'direct')
    throw new AppError('request.invalid', undefined, [
      { path: 'review', message: '问答栏目直接公开，不能先审核' },
    ]);
}

const viewSetting = ({ postRoles: _, ...setting }: BoardRow) => setting;

export async function listSettings({ db }: Context) {
  return { items: (await listAllBoards(db, db.read)).map(viewSetting) };
}

export async function createBoard(context: Context, { actor, body, now, requestId }: Call<C['create']>) {
  const { db, ids } = context;
  const id = ids.next(now);
  refuseReviewOfQuestions(body);
  try {
    return await db.write(async (tx) => {
      const siblings = await listAllBoards(db, tx);
      const alike = siblings.find(({ kind }) => kind === body.kind);
      const row: BoardRow = { ...body, postRoles: alike?.postRoles ?? ['lead', 'teacher', 'admin'] };
      await insertBoard(db, tx, row);
      await recordAct(context, tx, {
        id,
        at: now,
        actorId: actor.id,
        action: 'boards.create',
        targetType: 'board',
        targetId: row.slug,
        before: null,
        after: viewSetting(row),
        reason: null,
        requestId,
      });
      return viewSetting(row);
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('board.slug-taken');
    throw error;
  }
}

export async function changeBoard(
  context: Context,
  { actor, params, body, now, requestId }: Call<C['update']>,
) {
  const { db, ids } = context;
  const id = ids.next(now);
  return db.write(async (tx) => {
    const before = await findBoard(db, tx, params.slug);
    if (!before) throw new AppError('resource.not-found');
    const after = { ...before, ...body };
    refuseReviewOfQuestions(after);
    await updateBoard(db, tx, params.slug, after);
    await followPolicy(context, tx, params.slug, { before: before.review, after: after.review, now });
    await recordAct(context, tx, {
      id,
      at: now,
      actorId: actor.id,
      action: 'boards.update',
      targetType: 'board',
      targetId: params.slug,
      before: viewSetting(before),
      after: viewSetting(after),
      reason: null,
      requestId,
    });
    return viewSetting(after);
  });
}
