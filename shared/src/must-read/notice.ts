import * as z from 'zod/mini';
import { instant, lineText, unfinishedLine, viewer, wallClock, webUrl } from '../contract/fields';
import { rosterClass } from '../verification/fields';
import { rosterLimits } from '../verification/vocabulary';
import { mustReadActions, mustReadLimits } from './vocabulary';

// Apart from the contract: every list of articles has these, and none has the routes.

export const rosterYear = z.int().check(z.minimum(rosterLimits.minYear), z.maximum(rosterLimits.maxYear));

/** `everyone` is everybody verified whose year has not left yet. */
export const audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('everyone') }),
  z.strictObject({
    to: z.literal('years'),
    years: z.array(rosterYear).check(z.minLength(1, '至少选一届'), z.maxLength(mustReadLimits.years)),
  }),
  z.strictObject({
    to: z.literal('classes'),
    classes: z.array(rosterClass).check(z.minLength(1, '至少选一个班'), z.maxLength(mustReadLimits.classes)),
  }),
]);
export type Audience = z.output<typeof audience>;

/** What makes an article a notice that must be read: its readers, its last day, and what is to be done afterwards. */
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
