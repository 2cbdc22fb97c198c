/**
 * Where the check of a picture is; only what passed is shown without a person's look. `unasked`: WeChat knows nothing of the
 * person who uploaded it, or not lately.
 */
export const mediaStates = ['waiting', 'pass', 'review', 'risky', 'failed', 'unasked'] as const;
export type MediaState = (typeof mediaStates)[number];
