import { siteContract } from '@qihang/shared/site/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { demoPassword, demoPeople } from '../session/public';

export function mountSite(app: FastifyInstance, context: Context): void {
  const { config } = context;
  mount(app, context, 'site', siteContract, {
    get: async ({ now }) => ({
      school: config.school,
      now: now.toISOString(),
      wechatSignIn: context.wechat !== null,
      demoAccounts: config.demo ? await demoPeople(context) : [],
      demoPassword: config.demo ? demoPassword : null,
    }),
  });
}
