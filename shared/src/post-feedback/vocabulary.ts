export const feedbackKinds = ['useful', 'outdated', 'wrong'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export const feedbackKindNames = {
  useful: '有用',
  outdated: '已过期',
  wrong: '有误',
} as const satisfies Record<FeedbackKind, string>;

export const feedbackActions = ['give', 'see', 'settle'] as const;

export const feedbackLimits = {
  note: 200,
  /** Pieces of feedback one person gives within 24 hours. */
  aDay: 60,
  /** Distinct people whose 已过期 is unanswered, from which on the author is warned. */
  warnsAuthor: 2,
  /** From which on readers are told: the author is asked first. */
  tellsReaders: 3,
} as const;
