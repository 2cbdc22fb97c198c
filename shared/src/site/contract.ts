import * as z from 'zod/mini';
import { instant } from '../contract/fields';
import { defineContract } from '../contract/route';
import { demoAccounts } from '../session/vocabulary';

export const siteContract = defineContract({
  get: {
    method: 'GET',
    path: '/site',
    summary:
      'Name of the school, server time, the ways to sign in, and the demo accounts where demo mode is on',
    access: 'public',
    response: z.object({
      school: z.string(),
      /** The university's own city, which texts may name although no list knows it. */
      homeCity: z.string(),
      now: instant,
      /** Whether `POST /session/wechat` exists here. */
      wechatSignIn: z.boolean(),
      demoAccounts: z.array(
        z.object({
          account: z.enum(demoAccounts),
          name: z.string(),
          about: z.string(),
          studentNo: z.nullable(z.string()),
        }),
      ),
      /** What all of them sign in with by number; null outside demo mode. */
      demoPassword: z.nullable(z.string()),
    }),
  },
});
