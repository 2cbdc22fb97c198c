import * as z from 'zod/mini';
import { reviewedTypes } from '../content/vocabulary';
import { id, instant, lineText, longText, viewer } from '../contract/fields';
import { pageOf, pageQuery } from '../contract/page';
import { defineContract } from '../contract/route';
import { hideReasons, moderationTargets, muteLimits, muteStates } from './vocabulary';

const target = z.strictObject({ type: z.enum(moderationTargets), id });

const reviewed = z.strictObject({ type: z.enum(reviewedTypes), id });

const mute = z.object({
  id: z.string(),
  /** Whoever wrote an anonymous question is nobody here either: no name, nothing to find the person by. */
  person: z.object({ anonymous: z.boolean(), name: z.string(), about: z.string() }),
  target,
  /** The opening words of what it was about, as they stood then. */
  excerpt: z.string(),
  reason: z.string(),
  mutedBy: z.string(),
  mutedAt: instant,
  endsAt: instant,
  state: z.enum(muteStates),
  lifted: z.nullable(z.object({ by: z.string(), at: instant, note: z.string() })),
  viewer: viewer(['lift']),
});
export type Mute = z.output<typeof mute>;

export const moderationContract = defineContract({
  hide: {
    method: 'POST',
    path: '/moderation/hide',
    summary: 'Take something out of sight, with a reason its author can read; recorded in the audit log',
    access: 'lead',
    body: z.strictObject({
      target,
      reason: z.enum(hideReasons),
      note: z._default(longText(0, 300), ''),
    }),
    errors: ['resource.not-found', 'action.forbidden', 'moderation.already-done'],
  },
  restore: {
    method: 'POST',
    path: '/moderation/restore',
    summary: 'Bring something hidden back, with a reason; recorded in the audit log',
    access: 'lead',
    body: z.strictObject({ target, note: longText(1, 300) }),
    errors: ['resource.not-found', 'action.forbidden', 'moderation.already-done'],
  },
  approve: {
    method: 'POST',
    path: '/moderation/approve',
    summary:
      'Approve a piece in review: it comes before readers, now or when its author wished. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({
      target: reviewed,
      /** The version that was read; a later one answers 409. */
      version: z.int(),
    }),
    errors: [
      'resource.not-found',
      'action.forbidden',
      'person.muted',
      'case.claimed',
      'moderation.already-done',
      'version.stale',
    ],
  },
  return: {
    method: 'POST',
    path: '/moderation/return',
    summary: 'Send a piece in review back to its author, saying what to change. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({ target: reviewed, version: z.int(), note: longText(1, 300) }),
    errors: [
      'resource.not-found',
      'action.forbidden',
      'person.muted',
      'case.claimed',
      'moderation.already-done',
      'version.stale',
    ],
  },
  mute: {
    method: 'POST',
    path: '/moderation/mutes',
    summary:
      'Mute whoever wrote this for some days, without learning who it is; leads at most 7. Recorded in the audit log',
    access: 'lead',
    body: z.strictObject({
      target,
      days: z.int().check(z.minimum(1), z.maximum(muteLimits.days)),
      /** Read by the person who is muted. */
      reason: lineText(2, muteLimits.reason),
    }),
    response: z.object({ id: z.string(), endsAt: instant }),
    status: 201,
    errors: ['resource.not-found', 'action.forbidden'],
  },
  mutes: {
    method: 'GET',
    path: '/moderation/mutes',
    summary: 'Who is muted, until when and why; newest first',
    access: 'teacher',
    query: z.strictObject({ ...pageQuery, state: z._default(z.enum(['active', 'all']), 'active') }),
    response: pageOf(mute),
    errors: ['cursor.invalid'],
  },
  lift: {
    method: 'POST',
    path: '/moderation/mutes/{id}/lift',
    summary: 'Let somebody muted speak again; a lead only where they muted themselves',
    access: 'lead',
    params: z.strictObject({ id }),
    body: z.strictObject({ note: lineText(1, muteLimits.reason) }),
    errors: ['resource.not-found', 'moderation.already-done'],
  },
});
