import * as z from 'zod/mini';
import { id, lineText } from '../contract/fields';
import { defineContract } from '../contract/route';
import { revealLimits, revealTargets } from './vocabulary';

/** The form of the sheet checks by it, too. */
export const revealBody = z.strictObject({
  target: z.strictObject({ type: z.enum(revealTargets), id }),
  /** Kept in the audit log. */
  reason: lineText(revealLimits.reasonLeast, revealLimits.reason),
});

export const revealContract = defineContract({
  reveal: {
    method: 'POST',
    path: '/moderation/reveal',
    summary: 'Learn who wrote something anonymously. Recorded in the audit log, and its author is told',
    access: 'admin',
    body: revealBody,
    response: z.object({ name: z.string(), about: z.string(), studentNo: z.nullable(z.string()) }),
    // The answer names the person, and is kept nowhere.
    idempotency: false,
    errors: ['resource.not-found', 'action.forbidden', 'person.muted'],
  },
});
