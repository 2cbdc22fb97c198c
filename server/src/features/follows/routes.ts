import { followsContract } from '@qihang/shared/follows/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { addFollow, changeFollow, removeFollow, showFollows } from './actions';

export function mountFollows(api: Api, context: Context): void {
  api.mount('follows', followsContract, {
    list: (call) => showFollows(context, call),
    add: (call) => addFollow(context, call),
    change: (call) => changeFollow(context, call),
    remove: (call) => removeFollow(context, call),
  });
}
