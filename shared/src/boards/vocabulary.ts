export const boardKinds = ['article', 'job', 'thread'] as const;
export type BoardKind = (typeof boardKinds)[number];
