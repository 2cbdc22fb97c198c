/** The groups by which the inbox can be looked through. */
export const notificationGroups = ['deadlines', 'threads', 'review', 'notices'] as const;
export type NotificationGroup = (typeof notificationGroups)[number];

export const notificationGroupNames = {
  deadlines: '截止',
  threads: '问答',
  review: '审核',
  notices: '通知',
} as const satisfies Record<NotificationGroup, string>;

/** What a notification opens: a page of the phone by what it shows; an `answer` opens its question at the answer. */
export const notificationPages = [
  'job',
  'post',
  'thread',
  'answer',
  'queue',
  'my-reports',
  'duty',
  'saved',
  'handover',
  'people',
  'weekly',
] as const;
export type NotificationPage = (typeof notificationPages)[number];

export const notificationLimits = {
  /** Days after which a notification is deleted, read or not. */
  keptDays: 90,
  /** Marked as read at once, at most. */
  ids: 500,
  /** A decision is told when it can no longer be undone. */
  undoSeconds: 10,
} as const;
