import * as z from 'zod/mini';
import { instant, lineText, viewer } from '../contract/fields';
import { defineContract } from '../contract/route';
import { city } from '../jobs/field-schemas';
import { degrees, jobKinds } from '../jobs/vocabulary';
import { plainStudentNo, rosterClaim } from '../verification/fields';
import { verificationStates } from '../verification/vocabulary';
import {
  demoAccounts,
  passwordLength,
  personActions,
  roles,
  sessionKinds,
  studentNoLength,
} from './vocabulary';

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
  /** What the person signs in with on H5; null until verified. */
  studentNo: z.nullable(z.string()),
  hasPassword: z.boolean(),
  college: z.nullable(z.string()),
  /** Whether the school knows the person. */
  verification: z.enum(verificationStates),
  /** Bound to an entry of the roster: `rosterFields` of the profile are the office's to change. */
  fromRoster: z.boolean(),
  /** What the person is now; `boards` null means on every board. */
  roles: z.array(
    z.object({ role: z.enum(roles), boards: z.nullable(z.array(z.string())), endsAt: z.nullable(instant) }),
  ),
  /** Until when and why the person may not speak; null when not muted. */
  muted: z.nullable(z.object({ until: instant, reason: z.string() })),
  profile,
  viewer: viewer(personActions),
});
export type Me = z.output<typeof me>;

/** One place where the person is signed in. */
const openSession = z.object({
  via: z.enum(sessionKinds),
  /** `Chrome · Windows`; null when the program did not say. */
  device: z.nullable(z.string()),
  startedAt: instant,
  expiresAt: instant,
  /** The session that asks. */
  current: z.boolean(),
});
export type OpenSession = z.output<typeof openSession>;

const session = z.object({
  /** Absent where a browser asked for a cookie instead: no script may read it there. */
  token: z.optional(z.string()),
  expiresAt: instant,
  user: me,
});

/** As typed by a person; compared in the form of `plainStudentNo`. */
const typedNumber = z
  .string()
  .check(
    z.overwrite(plainStudentNo),
    z.minLength(1),
    z.maxLength(studentNoLength.max),
    z.regex(/^[0-9A-Za-z-]+$/, '学号只有数字和字母'),
  );

/** An existing password may be of any form: only a new one has rules. */
const typedPassword = z.string().check(z.minLength(1), z.maxLength(passwordLength.max));

const newPassword = z
  .string()
  .check(
    z.minLength(passwordLength.min),
    z.maxLength(passwordLength.max),
    z.regex(/^\P{Cc}+$/u, '不能含有控制字符'),
  );

/** What is typed to sign in with a password. */
export const passwordSignIn = z.strictObject({ studentNo: typedNumber, password: typedPassword });

/** What is typed to sign in for the first time without WeChat. */
export const activation = z.extend(rosterClaim, { password: newPassword });

/** A new password, with the one there is. */
export const passwordChange = z.strictObject({ current: z.optional(typedPassword), next: newPassword });

/** What jobs are matched against; absent fields stay. */
export const profileChange = z.strictObject({
  major: z.optional(z.nullable(lineText(1, 40))),
  degree: z.optional(z.nullable(z.enum(degrees))),
  graduationYear: z.optional(z.nullable(z.int().check(z.minimum(2000), z.maximum(2100)))),
  cities: z.optional(z.array(city).check(z.maxLength(10))),
  kinds: z.optional(z.array(z.enum(jobKinds)).check(z.maxLength(jobKinds.length))),
});

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
    session: 'opens',
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
    session: 'opens',
    status: 201,
    errors: ['resource.not-found', 'session.wechat-code', 'session.wechat-blocked', 'wechat.unavailable'],
  },
  password: {
    method: 'POST',
    path: '/session/password',
    idempotency: false,
    summary:
      'Sign in with student number and password. A browser sends `X-Session: cookie` and gets an HttpOnly cookie in place of the token',
    access: 'public',
    beforeConsent: true,
    body: passwordSignIn,
    response: session,
    session: 'opens',
    status: 201,
    errors: ['session.wrong-password', 'session.too-many-attempts'],
  },
  activate: {
    method: 'POST',
    path: '/session/activation',
    // As with every body that holds a password.
    idempotency: false,
    summary:
      'First sign-in without WeChat: whoever knows number, name and class code of a roster entry that nobody holds becomes that person, with this password. Every mismatch gets the same answer; a number that somebody holds is refused',
    access: 'public',
    beforeConsent: true,
    body: activation,
    response: session,
    session: 'opens',
    status: 201,
    errors: ['verification.mismatch', 'verification.number-taken'],
  },
  end: {
    method: 'DELETE',
    path: '/session',
    idempotency: false,
    beforeConsent: true,
    whileClosing: true,
    summary: 'Sign out: the token dies at once',
    access: 'signed-in',
    session: 'ends',
  },
  sessions: {
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where the person is signed in, the newest first',
    access: 'signed-in',
    response: z.object({ items: z.array(openSession) }),
  },
  endAll: {
    method: 'DELETE',
    path: '/me/sessions',
    idempotency: false,
    summary: 'Sign out everywhere, here too',
    access: 'signed-in',
    whileClosing: true,
    beforeConsent: true,
    session: 'ends',
  },
  setPassword: {
    method: 'POST',
    path: '/me/password',
    // What a key keeps of a body is a fast hash, and this body holds passwords.
    idempotency: false,
    summary:
      'Set a password, or change it, which needs the current one; every other session of the person ends',
    access: 'signed-in',
    beforeConsent: true,
    body: passwordChange,
    errors: ['password.no-number', 'session.too-many-attempts'],
  },
  me: { method: 'GET', path: '/me', summary: 'The signed-in person', access: 'signed-in', response: me },
  updateProfile: {
    method: 'PATCH',
    path: '/me/profile',
    summary:
      'Change what jobs are matched against; absent fields stay. Major and year of somebody in the roster are the office’s to change',
    access: 'signed-in',
    body: profileChange,
    response: me,
  },
});
