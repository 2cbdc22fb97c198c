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

/** `pending` waits for review; `unsolved` is said once, and restarts the clock. */
export const threadStates = ['pending', 'open', 'answered', 'solved', 'unsolved', 'closed'] as const;
export type ThreadState = (typeof threadStates)[number];

export const threadStateNames = {
  pending: '待审',
  open: '待回答',
  answered: '已回答',
  solved: '已解决',
  unsolved: '没解决',
  closed: '已关闭',
} as const satisfies Record<ThreadState, string>;

export const threadSorts = ['newest', 'active'] as const;

/** What a list holds: with an answer that readers see, without one, my own, those I follow. */
export const threadTabs = ['answered', 'waiting', 'mine', 'following'] as const;
export type ThreadTab = (typeof threadTabs)[number];

export const threadTabNames = {
  answered: '有答案',
  waiting: '等回答',
  mine: '我的',
  following: '我关注的',
} as const satisfies Record<ThreadTab, string>;

/** Who closed a question: its asker, a moderator who locked it, or a merge with another one. */
export const threadClosers = ['asker', 'moderator', 'merge'] as const;
export type ThreadCloser = (typeof threadClosers)[number];

/** What people do to a question, beyond writing: the rows of its state table. */
export const threadActs = ['accept', 'unsolved', 'reopen', 'close', 'lock', 'unlock', 'merge'] as const;
export type ThreadAct = (typeof threadActs)[number];

/**
 * `verify`: would be `answer`, once the person is verified. `unsolved`, `reopen` and `close` are the asker's, `lock`, `unlock`,
 * `move` and `merge` moderators', `reveal` an admin's. `history` is for the author and moderators.
 */
export const threadActions = [
  'answer',
  'verify',
  'accept',
  'edit',
  'history',
  'unsolved',
  'reopen',
  'close',
  'follow',
  'unfollow',
  'report',
  'appeal',
  'hide',
  'restore',
  'lock',
  'unlock',
  'move',
  'merge',
  'reveal',
  ...muteActions,
] as const;
export type ThreadAction = (typeof threadActions)[number];

export const answerActions = [
  'accept',
  'edit',
  'history',
  'useful',
  'report',
  'appeal',
  'hide',
  'restore',
  'reveal',
  ...muteActions,
] as const;
export type AnswerAction = (typeof answerActions)[number];

/** The asker of an anonymous question, and the others who speak without a name in it: 同学B, 同学C. */
export const askerAlias = '提问者';
/** How anonymous words are signed as long as readers do not see them: they have no letter yet. */
export const unseenAlias = '匿名同学';

/** The alias of the `n`-th anonymous voice of a thread besides its asker, from 0: 同学B … 同学Z, 同学AA. */
export function voiceAlias(n: number): string {
  let letters = '';
  for (let rest = n + 2; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `同学${letters}`;
}

export const threadLimits = {
  title: 60,
  body: 2000,
  answer: 5000,
  closeReason: 200,
  /** A person's questions and answers in 24 hours. */
  asksADay: 5,
  answersADay: 30,
  /** So many first pieces of a person are looked at before readers see them. */
  reviewedFirst: 3,
  /** The same words of the same person within so many minutes are one piece. */
  duplicateMinutes: 10,
  /** After so many days an answer may no longer hold. */
  outdatedDays: 365,
  similar: 5,
} as const;
