/** What can be followed: a board, an employer, or a filter of the job list. */
export const followKinds = ['board', 'employer', 'filter'] as const;
export type FollowKind = (typeof followKinds)[number];

/** When a new match is told: within minutes, or in the weekly digest alone. */
export const followModes = ['at-once', 'weekly'] as const;
export type FollowMode = (typeof followModes)[number];

export const followModeNames = {
  'at-once': '马上提醒',
  weekly: '每周汇总',
} as const satisfies Record<FollowMode, string>;

export const followLimits = {
  perPerson: 30,
  /** Days over which matches are counted as recent, and for which a piece is news. */
  recentDays: 7,
} as const;
