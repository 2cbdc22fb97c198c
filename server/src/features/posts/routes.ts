import { postsContract } from '@qihang/shared/posts/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { changePost, createPost, previewPost, showPost, showPosts } from './actions';
import { moveOwnPost } from './own-moves';

export function mountPosts(api: Api, context: Context): void {
  api.mount('posts', postsContract, {
    list: (call) => showPosts(context, call),
    detail: ({ actor, params, now }) => showPost(context, actor, params.id, now),
    preview: (call) => previewPost(call),
    create: (call) => createPost(context, call),
    update: (call) => changePost(context, call),
    withdraw: (call) => moveOwnPost(context, call, 'withdraw'),
    publish: (call) => moveOwnPost(context, call, 'publish'),
  });
}
