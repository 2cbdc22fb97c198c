import { muteActions } from '../moderation/vocabulary';

export const threadCategories = [
  'policy',
  'resume',
  'interview',
  'exam',
  'startup',
  'mood',
  'other',
] as const;
export type ThreadCategory = (typeof threadCategories)[number];

export const threadCategoryNames = {
  policy: '政策',
  resume: '简历',
  interview: '面试',
  exam: '考试',
  startup: '创业',
  mood: '心情',
  other: '其他',
} as const satisfies Record<ThreadCategory, string>;

export const threadStates = ['open', 'answered', 'solved'] as const;
export type ThreadState = (typeof threadStates)[number];

export const threadStateNames = {
  open: '待回答',
  answered: '已回答',
  solved: '已解决',
} as const satisfies Record<ThreadState, string>;

export const threadSorts = ['newest', 'active'] as const;

/** `verify`: would be `answer`, once the person is verified. */
export const threadActions = [
  'answer',
  'verify',
  'accept',
  'report',
  'hide',
  'restore',
  'appeal',
  ...muteActions,
] as const;
export type ThreadAction = (typeof threadActions)[number];
export const answerActions = ['accept', 'report', 'hide', 'restore', 'appeal', ...muteActions] as const;
export type AnswerAction = (typeof answerActions)[number];

export const threadLimits = { title: 60, body: 2000, answer: 5000 } as const;
