import { type ShareType, shareTypes } from './vocabulary';

/**
 * Where a link or a code comes from and what it opens, as WeChat's `scene` carries it: at most 32 characters. It names a
 * group and a piece, and never a person.
 */
export interface Scene {
  /** Null: no piece, the link opens the home page. */
  type: ShareType | null;
  id: string;
  /** Null for a link that belongs to no group. */
  group: string | null;
}

const letters = { job: 'j', post: 'p', digest: 'd' } as const satisfies Record<ShareType, string>;
const home = 'h';

/** Characters of a group's id: with the letter, the dot and a piece's id of 16 they make 32. */
export const groupIdLength = 14;

/** `j` and the id of a job, then `.` and the group's: `j1h8kq2m3n4p5q6r7.h8kq2m3n4p5q6r`. */
export const sceneOf = ({ type, id, group }: Scene): string =>
  (type === null ? home : letters[type] + id) + (group === null ? '' : `.${group}`);

export const scenePattern =
  /^([jpd])([0-9A-Za-z_-]{1,16})(?:\.([0-9A-Za-z_-]{1,14}))?$|^h\.([0-9A-Za-z_-]{1,14})$/;

/** What a scene says; null for any other text, which may have come from anywhere. */
export function readScene(text: string | undefined): Scene | null {
  const found = scenePattern.exec(text ?? '');
  if (!found) return null;
  const [, letter, id = '', group, homeGroup] = found;
  const type = shareTypes.find((one) => letters[one] === letter) ?? null;
  return { type, id, group: group ?? homeGroup ?? null };
}

/** The page that shows each, as WeChat names it: without a leading slash. On H5 it is the path of the address. */
export const sharePages = {
  job: 'features/jobs/pages/detail/index',
  post: 'features/posts/pages/detail/index',
  digest: 'features/digests/pages/shared/index',
} as const satisfies Record<ShareType, string>;
