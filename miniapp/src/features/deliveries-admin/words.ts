import type { Delivery } from '@qihang/shared/deliveries/contract';
import { type DeliveryState, deliveryChannelNames } from '@qihang/shared/deliveries/vocabulary';
import { statusOf } from '@qihang/shared/notifications/kinds';
import { type Purpose, purposeNames } from '@qihang/shared/subscriptions/vocabulary';
import { momentWords } from '@/ui/date-words';

/** What a message was, without a word of what it said: 审核结果 · 已退回. */
export const nameParts = ({ purpose, kind, channel }: Delivery): (string | null)[] => [
  purposeNames[purpose],
  statusOf(kind),
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
