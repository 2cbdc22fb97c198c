import * as z from 'zod/mini';
import { instant, lineText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { degrees, jobKinds } from '../jobs/vocabulary';
import { demoAccounts, roles } from './vocabulary';

/** What jobs are matched against; every field may be unknown. */
export const profile = z.object({
  major: z.nullable(z.string()),
  degree: z.nullable(z.enum(degrees)),
  graduationYear: z.nullable(z.int()),
  cities: z.array(z.string()),
  kinds: z.array(z.enum(jobKinds)),
});

/** The signed-in person, as only that person sees it. */
export const me = z.object({
  name: z.string(),
  college: z.nullable(z.string()),
  /** What the person is now; `boards` null means on every board. */
  roles: z.array(
    z.object({ role: z.enum(roles), boards: z.nullable(z.array(z.string())), endsAt: z.nullable(instant) }),
  ),
  /** Until when and why the person may not speak; null for whoever may. */
  muted: z.nullable(z.object({ until: instant, reason: z.string() })),
  profile,
});
export type Me = z.output<typeof me>;

const session = z.object({ token: z.string(), expiresAt: instant, user: me });

export const sessionContract = defineContract({
  demo: {
    method: 'POST',
    path: '/session/demo',
    idempotency: false,
    beforeConsent: true,
    summary: 'Sign in as one of the demo people; exists in demo mode only',
    access: 'public',
    body: z.strictObject({ account: z.enum(demoAccounts) }),
    response: session,
    status: 201,
    errors: ['resource.not-found'],
  },
  wechat: {
    method: 'POST',
    path: '/session/wechat',
    idempotency: false,
    beforeConsent: true,
    summary:
      'Sign in with a code of wx.login; exists where WeChat is set up. Somebody new becomes an unverified user',
    access: 'public',
    body: z.strictObject({ code: z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/)) }),
    response: session,
    status: 201,
    errors: ['resource.not-found', 'session.wechat-code', 'session.wechat-blocked', 'wechat.unavailable'],
  },
  end: {
    method: 'DELETE',
    path: '/session',
    idempotency: false,
    beforeConsent: true,
    whileClosing: true,
    summary: 'Sign out: the token dies at once',
    access: 'signed-in',
  },
  me: { method: 'GET', path: '/me', summary: 'The signed-in person', access: 'signed-in', response: me },
  updateProfile: {
    method: 'PATCH',
    path: '/me/profile',
    summary: 'Change what jobs are matched against; absent fields stay',
    access: 'signed-in',
    body: z.strictObject({
      major: z.optional(z.nullable(lineText(1, 40))),
      degree: z.optional(z.nullable(z.enum(degrees))),
      graduationYear: z.optional(z.nullable(z.int().check(z.minimum(2000), z.maximum(2100)))),
      cities: z.optional(z.array(lineText(1, 20)).check(z.maxLength(10))),
      kinds: z.optional(z.array(z.enum(jobKinds)).check(z.maxLength(jobKinds.length))),
    }),
    response: me,
  },
});
