import { searchContract } from '@qihang/shared/search/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { searchBoards } from './actions';

export function mountSearch(app: FastifyInstance, context: Context): void {
  mount(app, context, 'search', searchContract, {
    search: (call) => searchBoards(context, call),
  });
}
