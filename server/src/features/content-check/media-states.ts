/** Where the check of a picture is; only what passed is shown without a person's look. */
export const mediaStates = ['waiting', 'pass', 'review', 'risky', 'failed'] as const;
export type MediaState = (typeof mediaStates)[number];
