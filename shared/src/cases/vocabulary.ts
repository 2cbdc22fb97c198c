/** Why a piece is in the queue: it waits for review, people or the machine reported it, its author appeals. */
export const caseKinds = ['review', 'report', 'appeal'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** `gone`: what it was about changed without a decision, so that nothing is left to decide. */
export const caseStates = ['open', 'decided', 'gone'] as const;
export type CaseState = (typeof caseStates)[number];

/** The tabs of the queue: 待审, 已过, 已退, 举报, 申诉. */
export const queueStates = ['pending', 'approved', 'returned', 'reported', 'appealed'] as const;
export type QueueState = (typeof queueStates)[number];

export const queueStateNames = {
  pending: '待审',
  approved: '已过',
  returned: '已退',
  reported: '举报',
  appealed: '申诉',
} as const satisfies Record<QueueState, string>;

/**
 * What is decided: of a review approve or return; of a report hide, dismiss, or recheck, which marks a job as 待核实; of an
 * appeal approve, which brings the piece before readers, or dismiss.
 */
export const caseActions = ['approve', 'return', 'hide', 'dismiss', 'recheck'] as const;
export type CaseAction = (typeof caseActions)[number];

/** Words of `viewer.can` of a case. */
export const caseWords = ['claim', 'release', ...caseActions, 'undo'] as const;
export type CaseWord = (typeof caseWords)[number];

/** What the content check said of the piece, see `content-check`. */
export const verdicts = ['pass', 'review', 'block', 'unavailable'] as const;
export type Verdict = (typeof verdicts)[number];

export const caseLimits = {
  /** A person who claims a case has so long to decide it; claiming again prolongs it. */
  claimMinutes: 10,
  /** A decision can be taken back for so long; screens offer it for half of that. */
  undoSeconds: 10,
  note: 300,
  marks: 20,
  quote: 200,
  why: 100,
  appeal: 500,
  /** Cases that one request decides. */
  batch: 20,
  /** Decided cases are listed for so many days. */
  listedDays: 90,
} as const;
