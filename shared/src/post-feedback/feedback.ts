import * as z from 'zod/mini';
import { viewer } from '../contract/fields';
import { feedbackActions, feedbackKinds } from './vocabulary';

// Apart from the contract: every article has it, and none has the routes.

/** What readers say of an article, as one of them sees it. */
export const feedback = z.object({
  useful: z.int(),
  /** What this person said. */
  mine: z.array(z.enum(feedbackKinds)),
  /** Several people say so, and the author has not answered yet. */
  possiblyOutdated: z.boolean(),
  /** Unanswered, by how many people; for those who answer. */
  open: z.optional(z.object({ outdated: z.int(), wrong: z.int() })),
  viewer: viewer(feedbackActions),
});
export type Feedback = z.output<typeof feedback>;
