import type { Delivery } from '@qihang/shared/deliveries/contract';
import { type DeliveryState, deliveryChannelNames } from '@qihang/shared/deliveries/vocabulary';
import { type Purpose, purposeNames } from '@qihang/shared/subscriptions/vocabulary';
import { momentWords } from '@/ui/date-words';

/**
 * What a kind is about, by its first part. Not its own words: they would bring the table of all kinds into the first load of the
 * browser, which reads the same contract.
 */
const subjects: Partial<Record<string, string>> = {
  job: '岗位',
  thread: '问答',
  piece: '内容审核',
  case: '待审内容',
  appeal: '申诉',
  care: '关怀',
  report: '举报',
  'must-read': '必读',
  term: '任期',
  duty: '值班',
  follow: '关注',
  weekly: '每周汇总',
};

/** What a message was, without a word of what it said: 审核结果 · 申诉 · 微信. */
export const nameParts = ({ purpose, kind, channel }: Delivery): (string | undefined)[] => [
  purposeNames[purpose],
  subjects[kind.split('.')[0] ?? ''],
  deliveryChannelNames[channel],
];

/** How each state looks: what waits is dashed, what failed is red. */
export const stateTones: Record<DeliveryState, 'brand' | 'grey' | 'wait' | 'red' | 'late'> = {
  waiting: 'wait',
  sending: 'wait',
  sent: 'brand',
  skipped: 'grey',
  failed: 'red',
  unknown: 'late',
};

/** When it happened, when it is due or settled, and how often it was tried. */
export function timeParts({ at, dueAt, settledAt, state, attempts }: Delivery, now: Date): string[] {
  const moment = (instant: string) => momentWords(new Date(instant), now);
  const then =
    settledAt !== null
      ? `${moment(settledAt)} 有结果`
      : state === 'waiting'
        ? `${moment(dueAt)} 发`
        : `${moment(dueAt)} 起发`;
  return [`${moment(at)} 发生`, then, ...(attempts > 1 ? [`试了 ${attempts} 次`] : [])];
}

export const usedFor: Record<Purpose, string> = {
  deadline: '收藏的岗位快截止、必读快到期',
  answer: '问题有回答；值班的人有问题要答',
  decision: '送审、举报和申诉的结果',
  digest: '新岗位和每周汇总',
};
