/** Kinds of content: what people publish, and what is moderated, found and owned by the same rules. */
export const contentTypes = ['job', 'post', 'thread', 'answer'] as const;
export type ContentType = (typeof contentTypes)[number];

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

/** Who checks a piece before readers see it: nobody, a second moderator of the board, a teacher. */
export const reviewPolicies = ['direct', 'second-person', 'teacher'] as const;
export type ReviewPolicy = (typeof reviewPolicies)[number];
