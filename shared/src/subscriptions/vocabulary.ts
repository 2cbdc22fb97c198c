/**
 * What a message outside of the inbox is for, the most important first: each has a template of WeChat's, whose credits people
 * grant one by one. Where several share a template, an earlier one goes before a later one.
 */
export const purposes = ['deadline', 'answer', 'decision', 'digest'] as const;
export type Purpose = (typeof purposes)[number];

export const purposeNames = {
  deadline: '截止提醒',
  answer: '回答提醒',
  decision: '审核结果',
  digest: '岗位和每周汇总',
} as const satisfies Record<Purpose, string>;

/** What `wx.requestSubscribeMessage` answers for a template. */
export const grantResults = ['accept', 'reject', 'ban', 'filter', 'acceptWithAudio'] as const;
export type GrantResult = (typeof grantResults)[number];

/** Why a balance changed. */
export const creditCauses = ['granted', 'spent', 'returned', 'zeroed'] as const;
export type CreditCause = (typeof creditCauses)[number];

/** Where a change was learned: the mini-program, WeChat's pushes, a refusal of WeChat's, our own sending. */
export const creditSources = ['client', 'popup', 'change', '43101', 'send'] as const;

/** What a keyword of a template can say. */
export const messageSources = ['title', 'about', 'status', 'time', 'count', 'fixed'] as const;
export type MessageSource = (typeof messageSources)[number];

export const messageSourceNames = {
  title: '发生了什么',
  about: '关于哪条内容',
  status: '状态（快截止、有回答…）',
  time: '截止或发生的时间',
  count: '条数',
  fixed: '固定的文字',
} as const satisfies Record<MessageSource, string>;

export const subscriptionLimits = {
  /** Keywords of one template. */
  fields: 7,
  /** Templates asked for in one tap. */
  asked: 3,
  /** A result that the phone kept longer is not counted. */
  grantDays: 30,
} as const;
