import * as z from 'zod/mini';
import { id, instant, lineText, unfinishedLine, viewer, wallClock, webUrl } from '../contract/fields';
import { defineContract } from '../contract/route';
import { rosterClass } from '../verification/fields';
import { rosterLimits } from '../verification/vocabulary';
import { mustReadActions, mustReadLimits } from './vocabulary';

const year = z.int().check(z.minimum(rosterLimits.minYear), z.maximum(rosterLimits.maxYear));

/** `everyone` is everybody verified whose year has not left yet. */
export const audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('everyone') }),
  z.strictObject({
    to: z.literal('years'),
    years: z
      .array(year)
      .check(z.minLength(1, '至少选一届'), z.maxLength(mustReadLimits.years, '最多选 8 届')),
  }),
  z.strictObject({
    to: z.literal('classes'),
    classes: z
      .array(rosterClass)
      .check(z.minLength(1, '至少选一个班'), z.maxLength(mustReadLimits.classes, '最多选 60 个班')),
  }),
]);
export type Audience = z.output<typeof audience>;

/** What makes an article a notice that must be read: for whom, until when, and what is to be done afterwards. */
export const mustReadDraft = z.strictObject({
  audience: z._default(audience, { to: 'everyone' }),
  /** Asia/Shanghai; null for no end. */
  dueAt: z._default(z.nullable(wallClock), null),
  /** 去学校就业系统核对一次; empty when reading is all. */
  todo: z._default(lineText(0, mustReadLimits.todo), ''),
  todoUrl: z._default(z.nullable(webUrl), null),
});
export type MustReadDraftInput = z.input<typeof mustReadDraft>;
export type MustReadDraft = z.output<typeof mustReadDraft>;

/** The same as far as it is written. */
export const mustReadUnfinished = z.partial(
  z.strictObject({
    audience: z.strictObject({
      to: z.enum(['everyone', 'years', 'classes']),
      years: z.optional(z.array(z.int()).check(z.maxLength(mustReadLimits.years))),
      classes: z.optional(z.array(rosterClass).check(z.maxLength(mustReadLimits.classes))),
    }),
    dueAt: z.nullable(unfinishedLine(40)),
    todo: unfinishedLine(mustReadLimits.todo),
    todoUrl: z.nullable(unfinishedLine(500)),
  }),
);

/** How a must-read notice stands to the person who looks at it. */
export const mustRead = z.object({
  /** Whether this person is asked to read it. */
  forMe: z.boolean(),
  /** When this person confirmed to have read it as it is now; null while it is asked. */
  readAt: z.nullable(instant),
  dueAt: z.nullable(z.string()),
  todo: z.string(),
  todoUrl: z.nullable(z.string()),
  /** For those who see how far it was read. */
  audience: z.optional(audience),
  viewer: viewer(mustReadActions),
});
export type MustRead = z.output<typeof mustRead>;

const group = z.object({
  /** Null for members of the audience of whom the roster names no class. */
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
      graduationYear: year,
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
