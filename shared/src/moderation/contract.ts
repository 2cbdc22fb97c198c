import * as z from 'zod/mini';
import { id, longText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { hideReasons, moderationTargets } from './vocabulary';

const target = z.strictObject({ type: z.enum(moderationTargets), id });

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
});
