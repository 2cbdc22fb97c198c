import type { postFeedbackContract } from '@qihang/shared/post-feedback/contract';
import { feedbackLimits } from '@qihang/shared/post-feedback/vocabulary';
import { forbidden, refuseMuted } from '../../actor/refusals';
import { type Actor, moderatorRoles } from '../../actor/rules';
import { getVisiblePiece, refuseBarred } from '../../content/moving';
import type { Context } from '../../context';
import { decodeCursor, pageFrom } from '../../db/keyset';
import type { Reader } from '../../db/types';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { recordAct } from '../audit/public';
import { getEnabledBoard } from '../boards/public-store';
import { feedbackOn } from './public';
import { listOpenFeedback, markFeedbackSeen } from './public-store';
import { canGiveFeedback, canSeeFeedback, dayBefore } from './rules';
import { countGivenSince, deleteFeedback, listFeedback, putFeedback, settleFeedback } from './store';

type C = typeof postFeedbackContract;

async function getPost(context: Context, read: Reader, actor: Actor, id: string) {
  const piece = await getVisiblePiece(context, read, actor, { type: 'post', id });
  await getEnabledBoard(context.db, read, piece.board);
  return piece;
}

export async function giveFeedback(context: Context, { params, body, actor, now }: Call<C['give']>) {
  const { db, ids } = context;
  const id = ids.next(now);
  return db.write(async (tx) => {
    const post = await getPost(context, tx, actor, params.id);
    if (!actor.verified) throw new AppError('verification.required');
    refuseMuted(actor);
    if (!canGiveFeedback(actor, post))
      throw new AppError('action.forbidden', '自己的文章、读者看不到的文章不能反馈');
    if ((await countGivenSince(db, tx, actor.id, dayBefore(now))) >= feedbackLimits.aDay)
      throw new AppError('rate.limited', '今天反馈得够多了，明天再来', undefined, { retryAfter: 3600 });
    const said = { id, postId: post.id, userId: actor.id, at: now, seenAt: null, settledAt: null };
    await putFeedback(db, tx, { ...said, ...body });
    return feedbackOn(db, tx, post, actor);
  });
}

export async function takeBackFeedback(context: Context, { params, actor }: Call<C['takeBack']>) {
  const { db } = context;
  return db.write(async (tx) => {
    const post = await getPost(context, tx, actor, params.id);
    await deleteFeedback(db, tx, { postId: post.id, userId: actor.id, kind: params.kind });
    return feedbackOn(db, tx, post, actor);
  });
}

export async function showFeedback(context: Context, { params, query, actor }: Call<C['list']>) {
  const { db } = context;
  const post = await getPost(context, db.read, actor, params.id);
  if (!canSeeFeedback(actor, post)) throw forbidden(actor, moderatorRoles, post.board);
  const { cursor, limit } = query;
  const after = cursor === undefined ? undefined : decodeCursor('post-feedback', cursor);
  const found = await listFeedback(db, db.read, post.id, after, limit + 1);
  const { rows, nextCursor } = pageFrom(found, limit, 'post-feedback', ({ at, id }) => ({ at, id }));
  return {
    items: rows.map(({ at, settledAt, ...voice }) => ({
      ...voice,
      at: at.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
    nextCursor,
    feedback: await feedbackOn(db, db.read, post, actor),
  };
}

export async function settle(context: Context, { params, actor, now, requestId }: Call<C['settle']>) {
  const { db, ids } = context;
  const auditId = ids.next(now);
  return db.write(async (tx) => {
    const post = await getPost(context, tx, actor, params.id);
    refuseBarred('edit', actor, post);
    refuseMuted(actor);
    const settled = await settleFeedback(db, tx, post.id, now);
    if (actor.id !== post.authorId)
      await recordAct(context, tx, {
        id: auditId,
        at: now,
        actorId: actor.id,
        action: 'posts.settle-feedback',
        targetType: 'post',
        targetId: post.id,
        before: null,
        after: settled,
        reason: null,
        requestId,
      });
    return feedbackOn(db, tx, post, actor);
  });
}

/** More than a person looks through at once; the rest follows when these are answered. */
const shownOpen = 50;

export async function showMyFeedback({ db }: Context, { actor }: Call<C['mine']>) {
  const items = await listOpenFeedback(db, db.read, actor.id, shownOpen);
  return { items: items.map(({ at, ...item }) => ({ ...item, at: at.toISOString() })) };
}

export async function seeMyFeedback({ db }: Context, { actor, now }: Call<C['seen']>): Promise<undefined> {
  await db.write((tx) => markFeedbackSeen(db, tx, actor.id, now));
}
