/** Kinds of content: what people publish, and what is moderated, found and owned by the same rules. */
export const contentTypes = ['job', 'post', 'thread', 'answer'] as const;
export type ContentType = (typeof contentTypes)[number];

/** The kinds that are written before they are shown: drafted, reviewed, scheduled. */
export const reviewedTypes = ['job', 'post'] as const satisfies readonly ContentType[];
export type ReviewedType = (typeof reviewedTypes)[number];

/** Where a piece of content is in its life. Readers see `published` only. */
export const contentStates = [
  'draft',
  'in-review',
  'returned',
  'scheduled',
  'published',
  'withdrawn',
  'hidden',
] as const;
export type ContentState = (typeof contentStates)[number];

/** Those in which readers do not see it. */
export const unpublishedStates = contentStates.filter((state) => state !== 'published');

/**
 * Words of `viewer.can` for the life of a piece that is written before it is shown, beyond editing, hiding and withdrawing.
 * `appeal`: its author asks another person to look at a decision again.
 */
export const lifeActions = [
  'submit',
  'recall',
  'schedule',
  'discard',
  'approve',
  'return',
  'history',
  'appeal',
] as const;

/** Who checks a piece before readers see it: nobody, a second moderator of the board, a teacher. */
export const reviewPolicies = ['direct', 'second-person', 'teacher'] as const;
export type ReviewPolicy = (typeof reviewPolicies)[number];
