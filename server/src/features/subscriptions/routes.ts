import { messageTemplatesContract, subscriptionsContract } from '@qihang/shared/subscriptions/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { showSubscriptions, takeGrants } from './actions';
import { saveTemplates, showTemplates } from './templates';

export function mountSubscriptions(api: Api, context: Context): void {
  api.mount('subscriptions', subscriptionsContract, {
    show: (call) => showSubscriptions(context, call),
    grant: (call) => takeGrants(context, call),
  });
  api.mount('messageTemplates', messageTemplatesContract, {
    list: () => showTemplates(context),
    save: (call) => saveTemplates(context, call),
  });
}
