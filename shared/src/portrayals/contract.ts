import * as z from 'zod/mini';
import { id, viewer } from '../contract/fields';
import { defineContract } from '../contract/route';
import { consentRecord } from './consent';
import { consentActions } from './vocabulary';

const myPortrayal = z.extend(consentRecord, {
  postId: z.string(),
  title: z.string(),
  /** Whether readers see the article now. */
  shown: z.boolean(),
  viewer: viewer(consentActions),
});
export type MyPortrayal = z.output<typeof myPortrayal>;

export const portrayalsContract = defineContract({
  mine: {
    method: 'GET',
    path: '/me/portrayals',
    summary: 'The articles about me for which my consent was recorded or is asked, the newest first',
    access: 'signed-in',
    response: z.object({ items: z.array(myPortrayal) }),
  },
  agree: {
    method: 'POST',
    path: '/portrayals/{id}/agree',
    summary: 'Consent to an article about me, where I was asked; recorded in the audit log',
    access: 'signed-in',
    params: z.strictObject({ id }),
    response: consentRecord,
    errors: ['resource.not-found', 'moderation.already-done'],
  },
  withdraw: {
    method: 'POST',
    path: '/portrayals/{id}/withdraw',
    summary:
      'Withdraw a consent: readers lose the article at once. By the person, or recorded by its author or a moderator; in the audit log',
    access: 'signed-in',
    params: z.strictObject({ id }),
    response: consentRecord,
    errors: ['resource.not-found', 'action.forbidden', 'moderation.already-done'],
  },
});
