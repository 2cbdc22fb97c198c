import * as z from 'zod/mini';
import { instant } from '../contract/fields';

/** Reasons for which a piece is returned or taken from readers; a note may follow. */
export const returnReasons = [
  'fee',
  'contact',
  'source',
  'missing',
  'discrimination',
  'privacy',
  'abuse',
  'ad',
  'off-topic',
  'duplicate',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** As the author reads them. */
export const returnReasonNames = {
  fee: '涉嫌收费或诈骗',
  contact: '含有联系方式或引流',
  source: '来源不清，核实不了',
  missing: '要紧的信息没有写全',
  discrimination: '含有歧视性条件',
  privacy: '泄露个人信息',
  abuse: '不友善的话',
  ad: '广告或代写',
  'off-topic': '和这个栏目无关',
  duplicate: '和已有的重复',
  other: '其他原因',
} as const satisfies Record<ReturnReason, string>;

/** A passage that a reviewer marked: where it is (`body`, `title`, …), its words as they were, and what is wrong with them. */
export const mark = z.object({ path: z.string(), quote: z.string(), why: z.string() });
export type Mark = z.output<typeof mark>;

/** Where an appeal is: open, or decided; upheld means that the decision it was against remains. */
export const appealStates = ['open', 'upheld', 'overturned'] as const;

/** A decision against a piece, as its author reads it. */
export const decision = z.object({
  /** The name of the person; 系统 for the clock. */
  by: z.string(),
  at: instant,
  /** In words, with the reasons that were chosen. */
  note: z.string(),
  reasons: z.array(z.enum(returnReasons)),
  marks: z.array(mark),
  /** Its author may ask another person to look again: once, while the piece is as the decision left it. */
  appealable: z.boolean(),
  appeal: z.nullable(
    z.object({
      at: instant,
      text: z.string(),
      state: z.enum(appealStates),
      /** What the person who decided it wrote. */
      note: z.nullable(z.string()),
    }),
  ),
});
export type Decision = z.output<typeof decision>;

/** What a piece says of decisions on it, to its author and those who keep the board clean. Readers are answered null. */
export const decisionAnswers = {
  /** Who sent it back and what is to be changed, while it is returned. */
  returned: z.nullable(decision),
  /** Who took it from readers and why, while it is hidden. */
  takenDown: z.nullable(decision),
  /** While it is in review. */
  review: z.nullable(
    z.object({
      submittedAt: instant,
      /** Who looks at it, in words: 老师, or 另一位骨干或老师. */
      by: z.string(),
      /** What a review usually took on this board in the last 30 days, the median in minutes; null where there was none. */
      usualMinutes: z.nullable(z.int()),
    }),
  ),
};

export type Decisions = { [K in keyof typeof decisionAnswers]: z.output<(typeof decisionAnswers)[K]> };

/** Of what nobody decided about, and to readers. */
export const undecided: Decisions = { returned: null, takenDown: null, review: null };

/** Whether the author may appeal against what was decided. */
export const isAppealable = ({ returned, takenDown }: Decisions): boolean =>
  (returned ?? takenDown)?.appealable ?? false;
