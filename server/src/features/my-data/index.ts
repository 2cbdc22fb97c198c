import { myDataContract } from '@qihang/shared/my-data/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { comeBack, exportData, leave, showClosure, showData } from './actions';

export function mountMyData(app: FastifyInstance, context: Context): void {
  mount(app, context, 'my-data', myDataContract, {
    show: (call) => showData(context, call),
    export: (call) => exportData(context, call),
    leave: (call) => leave(context, call),
    closure: (call) => showClosure(context, call),
    comeBack: (call) => comeBack(context, call),
  });
}
