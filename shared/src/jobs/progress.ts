/** How far one is with a saved job, in the order it usually goes. */
export const progresses = ['saved', 'applied', 'written-test', 'interview', 'offer', 'dropped'] as const;
export type Progress = (typeof progresses)[number];

export const progressNames = {
  saved: '已收藏',
  applied: '已投递',
  'written-test': '笔试',
  interview: '面试',
  offer: 'Offer',
  dropped: '放弃',
} as const satisfies Record<Progress, string>;
