import type { boardsContract } from '@qihang/shared/boards/contract';
import { dayMs, startOfDay } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import { isUniqueViolation } from '../../db/errors';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { type BoardRow, canPostOn, listAllBoards, listEnabledBoards } from './public';
import { answerTimes, countSince, findBoard, insertBoard, updateBoard } from './store';

type C = typeof boardsContract;

const minuteMs = 60_000;

function medianMinutes(times: readonly number[]): number | null {
  const middle = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
  return middle === undefined ? null : Math.max(1, Math.round(middle / minuteMs));
}

export async function listBoards({ db }: Context, { actor, now }: Call<C['list']>) {
  const today = new Date(startOfDay(now.getTime()));
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const [boards, newToday, newThisWeek, times] = await Promise.all([
    listEnabledBoards(db, db.read),
    countSince(db, db.read, today),
    countSince(db, db.read, daysAgo(7)),
    answerTimes(db, db.read, daysAgo(30)),
  ]);
  return {
    items: boards.map((board) => ({
      slug: board.slug,
      name: board.name,
      kind: board.kind,
      activity: {
        today: newToday.get(board.slug) ?? 0,
        week: newThisWeek.get(board.slug) ?? 0,
        firstAnswerMinutes: board.kind === 'thread' ? medianMinutes(times) : null,
      },
      viewer: { can: canPostOn(actor, board) ? ['post' as const] : [] },
    })),
  };
}

const viewSetting = ({ slug, name, kind, position, enabled }: BoardRow) => ({
  slug,
  name,
  kind,
  position,
  enabled,
});

export async function listSettings({ db }: Context) {
  return { items: (await listAllBoards(db, db.read)).map(viewSetting) };
}

export async function createBoard(context: Context, { actor, body, now, requestId }: Call<C['create']>) {
  const { db, ids } = context;
  const id = ids.next(now);
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
    await updateBoard(db, tx, params.slug, after);
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
