import { portrayalsContract } from '@qihang/shared/portrayals/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { agree, showMyPortrayals, withdrawConsent } from './actions';

export function mountPortrayals(api: Api, context: Context): void {
  api.mount('portrayals', portrayalsContract, {
    mine: (call) => showMyPortrayals(context, call),
    agree: (call) => agree(context, call),
    withdraw: (call) => withdrawConsent(context, call),
  });
}
