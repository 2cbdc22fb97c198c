export const boardKinds = ['article', 'job', 'thread'] as const;
export type BoardKind = (typeof boardKinds)[number];

/** Colours of a tile; the phone draws them from its tokens, for light and dark. */
export const boardColours = ['teal', 'red', 'slate'] as const;
export type BoardColour = (typeof boardColours)[number];
