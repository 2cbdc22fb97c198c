import { deliveriesContract } from '@qihang/shared/deliveries/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { retryDelivery, showDeliveries } from './actions';

export function mountDeliveries(api: Api, context: Context): void {
  api.mount('deliveries', deliveriesContract, {
    list: (call) => showDeliveries(context, call),
    retry: (call) => retryDelivery(context, call),
  });
}
