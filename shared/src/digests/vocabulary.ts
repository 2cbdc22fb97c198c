/** What goes into a digest: a job, or an article or notice. */
export const digestTypes = ['job', 'post'] as const;
export type DigestType = (typeof digestTypes)[number];

/** What a picture or a link is about: one piece, or all pieces of a digest. */
export const shareTypes = ['job', 'post', 'digest'] as const;
export type ShareType = (typeof shareTypes)[number];

/** What a link or a code of a group opened; `home` is a link to no piece. */
export const openTypes = [...shareTypes, 'home'] as const;
export type OpenType = (typeof openTypes)[number];

/** A poster for a group, tall and with a code; the 5:4 picture of a share card. */
export const pictureStyles = ['poster', 'card'] as const;
export type PictureStyle = (typeof pictureStyles)[number];

export const digestLimits = {
  items: 20,
  groupName: 30,
  groups: 100,
  /** Messages that one digest is split into, as it was sent. */
  parts: 20,
  /** Characters of one of them. */
  part: 2000,
  /** Pieces that are offered to choose from. */
  choices: 100,
} as const;
