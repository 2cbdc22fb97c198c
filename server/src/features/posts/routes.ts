import { postsContract } from '@qihang/shared/posts/contract';
import { lifeHandlers } from '../../content/life';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { changePost, createPost, previewPost, showPost, showPosts, startPostDraft } from './actions';

export function mountPosts(api: Api, context: Context): void {
  api.mount('posts', postsContract, {
    list: (call) => showPosts(context, call),
    detail: ({ actor, params, now }) => showPost(context, actor, params.id, now),
    preview: (call) => previewPost(context, call),
    create: (call) => createPost(context, call),
    update: (call) => changePost(context, call),
    startDraft: (call) => startPostDraft(context, call),
    ...lifeHandlers(context, 'post', showPost),
  });
}
