import type { DigestPiece } from '@qihang/shared/digests/contract';
import { deadlineInstant } from '@qihang/shared/time/shanghai';

export const jobPiece = (change: Partial<DigestPiece> = {}): DigestPiece => {
  const deadline = change.deadline === undefined ? '2026-11-25' : change.deadline;
  return {
    type: 'job',
    id: 'job',
    title: '嵌入式软件工程师',
    from: '澄江汽车电子',
    place: '江州',
    pay: '10–15K',
    degree: '本科及以上',
    headcount: 12,
    state: 'open',
    summary: null,
    apply: 'hr@chengjiang.example',
    publishedAt: '2026-11-19T02:00:00.000Z',
    ...change,
    deadline,
    deadlineAt: deadline === null ? null : new Date(deadlineInstant(deadline)).toISOString(),
  };
};

export const postPiece = (change: Partial<DigestPiece> = {}): DigestPiece => ({
  ...jobPiece({ deadline: null }),
  type: 'post',
  id: 'post',
  title: '三方协议网上签约的通知',
  from: '通知公告',
  place: null,
  pay: null,
  degree: null,
  headcount: null,
  state: null,
  summary: '推荐表和三方协议自 11 月 23 日起在就业系统网上申领。',
  apply: null,
  ...change,
});
