/** The kinds of content that can be written anonymously. */
export const revealTargets = ['thread', 'answer'] as const;
export type RevealTarget = (typeof revealTargets)[number];

export const revealLimits = { reasonLeast: 4, reason: 200 } as const;
