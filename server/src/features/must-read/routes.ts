import { mustReadContract } from '@qihang/shared/must-read/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { confirmRead, showAudiences, showReaderNames, showReaders } from './actions';

export function mountMustRead(api: Api, context: Context): void {
  api.mount('mustRead', mustReadContract, {
    read: (call) => confirmRead(context, call),
    readers: (call) => showReaders(context, call),
    names: (call) => showReaderNames(context, call),
    audiences: (call) => showAudiences(context, call),
  });
}
