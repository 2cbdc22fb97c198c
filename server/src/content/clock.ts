import { plannedWithdrawal } from '@qihang/shared/content/seen';
import { type ReviewedType, reviewedTypes } from '@qihang/shared/content/vocabulary';
import type { Task } from '../background/task';
import type { Context } from '../context';
import type { Tx } from '../db/types';
import { findWritten, published } from './life';
import { setLife, writtenOf } from './moved';
import type { LifeChange } from './piece';
import { canMove, type MoveName, moves } from './rules';
import type { WrittenPiece } from './written';

/** Pieces of a kind that one run moves at most; the next minute has the others. */
const atOnce = 500;

interface Due {
  move: MoveName;
  change: LifeChange;
}

const byClock = (move: MoveName, lifeReason: string | null, change: Partial<LifeChange>): Due => ({
  move,
  change: { life: moves[move].to, lifeReason, lifeRank: null, ...change },
});

/** Why a scheduled piece does not come before readers after all, in words for its author; undefined where it does. */
async function hindrance(context: Context, tx: Tx, type: ReviewedType, piece: WrittenPiece, now: Date) {
  if (!piece.boardEnabled) return '到了计划的时间，栏目停用了，没有发布';
  const objections = await writtenOf(context, type).objections(context, tx, piece.id, now);
  if (objections.length === 0) return undefined;
  return `到了计划的时间，没有发布：${objections.map(({ message }) => message).join('；')}`;
}

/** The change that the clock makes to a piece now; undefined where its time has not come, or another process was faster. */
async function dueChange(
  context: Context,
  tx: Tx,
  type: ReviewedType,
  piece: WrittenPiece,
  now: Date,
): Promise<Due | undefined> {
  const { publishAt, unpublishAt } = piece;
  const isOver = unpublishAt !== null && unpublishAt <= now;
  // First, since the service may have been away for so long that a piece would be gone again.
  if (isOver && canMove('withdraw', null, piece, piece.review))
    return byClock('withdraw', plannedWithdrawal, { publishAt: null, unpublishAt: null });
  if (publishAt === null || publishAt > now || !canMove('publish', null, piece, piece.review))
    return undefined;
  const reason = await hindrance(context, tx, type, piece, now);
  if (reason === undefined) return byClock('publish', null, published(piece, publishAt));
  const returned = { returnedById: null, returnedAt: now, publishAt: null, unpublishAt: null };
  return byClock('return', reason, returned);
}

async function carryOut(context: Context, type: ReviewedType, id: string, now: Date): Promise<void> {
  await context.db.write(async (tx) => {
    const piece = await findWritten(context, tx, type, id);
    const due = piece && (await dueChange(context, tx, type, piece, now));
    if (due) await setLife(context, tx, type, piece, due.change, { move: due.move, actorId: null, at: now });
  });
}

/**
 * Publishes and withdraws what is planned. The state of a piece is the mark of what was done, so a run that is repeated does
 * nothing twice; a piece that cannot be moved stops no other.
 */
export const contentScheduleTask: Task = {
  name: 'content.schedule',
  schedule: { onTheMinute: true },
  async run(context, now, signal) {
    const failures: unknown[] = [];
    for (const type of reviewedTypes) {
      for (const id of await writtenOf(context, type).listDue(context.db, context.db.read, now, atOnce)) {
        signal.throwIfAborted();
        await carryOut(context, type, id, now).catch((error: unknown) => void failures.push(error));
      }
    }
    if (failures.length > 0) throw failures[0];
  },
};
