import type { postsContract } from '@qihang/shared/posts/contract';
import { moveOwn } from '../../content/moving';
import type { Context } from '../../context';
import type { Call } from '../../http/mount';
import { getVisiblePost, showPost } from './actions';

/** Takes an article of the actor's own from readers, or puts it before them again. */
export async function moveOwnPost(
  context: Context,
  { params, actor, now }: Call<(typeof postsContract)['withdraw' | 'publish']>,
  name: 'withdraw' | 'publish',
) {
  await context.db.write(async (tx) => {
    const post = await getVisiblePost(context, tx, actor, params.id);
    await moveOwn(context, tx, 'post', post, { actor, name, review: post.review });
  });
  return showPost(context, actor, params.id, now);
}
