import { myDataContract } from '@qihang/shared/my-data/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { comeBack, exportData, leave, showClosure, showData } from './actions';

export function mountMyData(api: Api, context: Context): void {
  api.mount('my-data', myDataContract, {
    show: (call) => showData(context, call),
    export: (call) => exportData(context, call),
    leave: (call) => leave(context, call),
    closure: (call) => showClosure(context, call),
    comeBack: (call) => comeBack(context, call),
  });
}
