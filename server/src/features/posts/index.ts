import { postsContract } from '@qihang/shared/posts/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { changePost, createPost, previewPost, showPost, showPosts } from './actions';

export function mountPosts(app: FastifyInstance, context: Context): void {
  mount(app, context, 'posts', postsContract, {
    list: (call) => showPosts(context, call),
    detail: ({ actor, params, now }) => showPost(context, actor, params.id, now),
    preview: (call) => previewPost(call),
    create: (call) => createPost(context, call),
    update: (call) => changePost(context, call),
  });
}
