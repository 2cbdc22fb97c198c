import * as z from 'zod/mini';
import { instant } from '../contract/fields';
import { defineContract } from '../contract/route';
import { rosterClaim } from './fields';
import { verificationStates } from './vocabulary';

/** What the roster says of the person who asks. */
export const verification = z.object({
  state: z.enum(verificationStates),
  /** Null while the account is bound to no student number; staff have none. */
  entry: z.nullable(
    z.object({
      studentNo: z.string(),
      name: z.string(),
      college: z.string(),
      major: z.string(),
      className: z.string(),
      graduationYear: z.int(),
      boundAt: instant,
    }),
  ),
  /** Alumni only: until when they may still ask questions. */
  askingEndsAt: z.nullable(instant),
});
export type Verification = z.output<typeof verification>;

export const verificationContract = defineContract({
  mine: {
    method: 'GET',
    path: '/me/verification',
    summary: 'Whether the school knows the signed-in person, and what it has stored',
    access: 'signed-in',
    response: verification,
  },
  verify: {
    method: 'POST',
    path: '/me/verification',
    summary:
      'Bind the account to a student number of the roster: number, name and class code must agree. Every mismatch gets the same answer',
    access: 'signed-in',
    body: rosterClaim,
    response: verification,
    errors: ['verification.mismatch', 'verification.number-taken', 'verification.already-bound'],
  },
});
