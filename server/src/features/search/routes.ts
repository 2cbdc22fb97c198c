import { searchContract } from '@qihang/shared/search/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { searchBoards } from './actions';

export function mountSearch(api: Api, context: Context): void {
  api.mount('search', searchContract, {
    search: (call) => searchBoards(context, call),
  });
}
