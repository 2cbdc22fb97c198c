import * as z from 'zod/mini';
import { id, instant } from '../contract/fields';
import { defineContract } from '../contract/route';
import { rosterClass } from '../verification/fields';
import { rosterYear } from './notice';

const group = z.object({
  /** Null for members of the audience without a class in the roster. */
  college: z.nullable(z.string()),
  className: z.nullable(z.string()),
  graduationYear: z.nullable(z.int()),
  size: z.int(),
  read: z.int(),
});

/** Both only grow: how many of the audience have read it, and by class. Nobody outside of the audience is in a number. */
const readers = z.object({
  title: z.string(),
  /** When it was sent, or sent again after an important change. */
  askedAt: instant,
  dueAt: z.nullable(z.string()),
  size: z.int(),
  read: z.int(),
  /** `read / size`, 0 to 1; 0 for an audience of nobody. */
  share: z.number(),
  /** The slowest first. */
  groups: z.array(group),
  /** People of the audience by the roster who have no account here, and are in no number. */
  notVerified: z.int(),
  /** Whether `names` may be asked for: the notice went to classes. */
  named: z.boolean(),
});
export type Readers = z.output<typeof readers>;

export const mustReadContract = defineContract({
  read: {
    method: 'POST',
    path: '/posts/{id}/read',
    summary: 'Confirm to have read a must-read notice; a repeat keeps the first time',
    access: 'signed-in',
    params: z.strictObject({ id }),
    response: z.object({ readAt: instant }),
    errors: ['resource.not-found', 'action.forbidden', 'verification.required'],
  },
  readers: {
    method: 'GET',
    path: '/posts/{id}/readers',
    summary: 'How many of its audience have read a must-read notice, by class; for its author and moderators',
    access: 'lead',
    params: z.strictObject({ id }),
    response: readers,
    errors: ['resource.not-found', 'action.forbidden'],
  },
  names: {
    method: 'GET',
    path: '/posts/{id}/readers/names',
    summary:
      'Who of a class has read a notice sent to that class, and who has not; recorded in the audit log',
    access: 'lead',
    params: z.strictObject({ id }),
    query: z.strictObject({
      college: rosterClass.shape.college,
      className: rosterClass.shape.className,
      graduationYear: rosterYear,
    }),
    response: z.object({
      unread: z.array(z.object({ name: z.string() })),
      read: z.array(z.object({ name: z.string(), readAt: instant })),
    }),
    errors: ['resource.not-found', 'action.forbidden'],
  },
  audiences: {
    method: 'GET',
    path: '/must-read/audiences',
    summary: 'The years and classes a notice can be sent to, each with how many people are verified',
    access: 'lead',
    response: z.object({
      everyone: z.int(),
      years: z.array(z.object({ graduationYear: z.int(), size: z.int() })),
      classes: z.array(z.object({ ...rosterClass.shape, size: z.int() })),
    }),
  },
});
