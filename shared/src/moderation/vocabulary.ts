import { contentTypes } from '../content/vocabulary';

export const moderationTargets = contentTypes;
export type ModerationTarget = (typeof moderationTargets)[number];

/** Reasons a moderator chooses from; a free note may follow. */
export const hideReasons = [
  'expired',
  'fee',
  'discrimination',
  'privacy',
  'duplicate',
  'abuse',
  'other',
] as const;
export type HideReason = (typeof hideReasons)[number];

export const hideReasonNames = {
  expired: '信息已失效',
  fee: '涉嫌收费或诈骗',
  discrimination: '含有歧视性条件',
  privacy: '泄露个人信息',
  duplicate: '重复发布',
  abuse: '不友善或违规内容',
  other: '其他原因',
} as const satisfies Record<HideReason, string>;

/** What a moderator may do with the author of a thing; `mute-long` for longer than a lead may. */
export const muteActions = ['mute', 'mute-long'] as const;
export type MuteAction = (typeof muteActions)[number];

export const muteLimits = {
  /** Days a lead may mute for; teachers and admins may for longer. */
  leadDays: 7,
  days: 180,
  reason: 200,
} as const;

export const muteStates = ['active', 'lifted', 'over'] as const;
export type MuteState = (typeof muteStates)[number];
