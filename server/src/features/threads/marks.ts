import type { threadsContract } from '@qihang/shared/threads/contract';
import { isPublished } from '../../content/rules';
import type { Context } from '../../context';
import { AppError } from '../../errors';
import type { Call } from '../../http/mount';
import { follow, unfollow, unvote, vote } from './marks-store';
import { getVisibleAnswer, getVisibleThread } from './reading';

type C = typeof threadsContract;

export async function followThread(context: Context, { params, actor, now }: Call<C['follow']>) {
  const { db } = context;
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    if (!isPublished(thread)) throw new AppError('action.forbidden');
    await follow(db, tx, thread.id, actor.id, now);
  });
  return { following: true };
}

export async function unfollowThread(context: Context, { params, actor }: Call<C['unfollow']>) {
  const { db } = context;
  await db.write(async (tx) => {
    const { thread } = await getVisibleThread(context, tx, actor, params.id);
    await unfollow(db, tx, thread.id, actor.id);
  });
  return { following: false };
}

export async function markUseful(context: Context, { params, actor, now }: Call<C['markUseful']>) {
  const { db } = context;
  const n = await db.write(async (tx) => {
    const { answer, thread } = await getVisibleAnswer(context, tx, actor, params.id);
    if (answer.authorId === actor.id || !isPublished(answer) || !isPublished(thread))
      throw new AppError('action.forbidden');
    return vote(db, tx, answer.id, actor.id, now);
  });
  return { n, mine: true };
}

export async function unmarkUseful(context: Context, { params, actor }: Call<C['unmarkUseful']>) {
  const { db } = context;
  const n = await db.write(async (tx) => {
    const { answer } = await getVisibleAnswer(context, tx, actor, params.id);
    return unvote(db, tx, answer.id, actor.id);
  });
  return { n, mine: false };
}
