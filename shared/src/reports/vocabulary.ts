import { contentTypes } from '../content/vocabulary';

export const reportTargets = contentTypes;

/** Reasons a reader chooses from; a free note may follow. */
export const reportReasons = [
  'fee',
  'false',
  'closed',
  'discrimination',
  'privacy',
  'abuse',
  'ad',
  'copied',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportReasonNames = {
  fee: '收费或诈骗',
  false: '内容不实',
  closed: '已停招或失效',
  discrimination: '含有歧视',
  privacy: '泄露个人信息',
  abuse: '辱骂或不友善',
  ad: '广告',
  copied: '抄袭或搬运',
  other: '其他',
} as const satisfies Record<ReportReason, string>;

/** `gone`: the piece left for another reason before it was decided. */
export const reportStates = ['open', 'upheld', 'dismissed', 'gone'] as const;
export type ReportState = (typeof reportStates)[number];

/** What was done about it: the piece was taken down, marked 待核实, left as it is; or its author had removed it. */
export const reportOutcomes = ['hide', 'recheck', 'dismiss', 'gone'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export const reportOutcomeNames = {
  hide: '已下架',
  recheck: '已标待核实',
  dismiss: '没有成立',
  gone: '作者已下架',
} as const satisfies Record<ReportOutcome, string>;

/** Words of `viewer.can` of one's own report. */
export const reportActions = ['ask-teacher'] as const;

export const reportLimits = {
  note: 300,
  /** Reports of one person within 24 hours. */
  aDay: 30,
  /** Distinct verified people who report a job as 收费或诈骗, from which on it is held until somebody has looked at it. */
  holds: 2,
} as const;

/** What keepers of a board do, as it is counted in public. */
export const measureKinds = ['hide', 'restore', 'return', 'lock', 'move', 'merge', 'mute'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureNames = {
  hide: '下架',
  restore: '恢复',
  return: '退回',
  lock: '锁定',
  move: '移到别的栏目',
  merge: '合并',
  mute: '禁言',
} as const satisfies Record<MeasureKind, string>;

export const totalsMonths = { default: 6, max: 12 } as const;
