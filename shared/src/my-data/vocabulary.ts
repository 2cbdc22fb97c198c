/** What becomes of what a person published when the account is erased. */
export const postFates = ['keep', 'remove'] as const;
export type PostFate = (typeof postFates)[number];

export const postFateNames = {
  keep: '留下，署名“已注销用户”',
  remove: '一起删除',
} as const satisfies Record<PostFate, string>;

/** The byline of whoever has left. */
export const erasedName = '已注销用户';

/** Days between asking to be erased and being erased, in which signing in takes it back. */
export const graceDays = 7;

/** Closing the account needs a session not older than this. */
export const recentMinutes = 30;
