import { siteContract } from '@qihang/shared/site/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { demoPassword, demoPeople } from '../session/public';

export function mountSite(api: Api, context: Context): void {
  const { config } = context;
  api.mount('site', siteContract, {
    get: async ({ now }) => ({
      school: config.school,
      homeCity: config.homeCity,
      now: now.toISOString(),
      wechatSignIn: context.wechat !== null,
      demoAccounts: config.demo ? await demoPeople(context) : [],
      demoPassword: config.demo ? demoPassword : null,
    }),
  });
}
