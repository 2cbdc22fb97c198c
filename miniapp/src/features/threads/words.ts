import type { Answer, ThreadSummary } from '@qihang/shared/threads/contract';
import { threadStateNames } from '@qihang/shared/threads/vocabulary';
import { leftWords } from '@/ui/date-words';
import type { IconName } from '@/ui/icon/names';

type Author = ThreadSummary['author'];

/** `匿名同学「白鹭」`, `赵同学（电气 2023 级）`; "我" where the reader wrote it. */
export function authorWords({ anonymous, name, about, self }: Author): string {
  const words = anonymous ? `匿名同学「${name}」` : about ? `${name}（${about}）` : name;
  return self ? `${words} · 我` : words;
}

/** True once the time to answer has passed without an answer. */
export const isOverdue = ({ state, dueAt }: ThreadSummary, now: Date) =>
  state === 'open' && dueAt !== null && Date.parse(dueAt) < now.getTime();

interface StateTag {
  text: string;
  tone: 'wait' | 'late' | 'grey' | 'brand';
  icon?: IconName;
}

/** Only an overdue clock is warm. */
export function stateTag(thread: ThreadSummary, now: Date): StateTag {
  if (isOverdue(thread, now)) return { text: '已超时', tone: 'late' };
  if (thread.state === 'solved') return { text: threadStateNames.solved, tone: 'brand', icon: 'check' };
  return { text: threadStateNames[thread.state], tone: thread.state === 'open' ? 'wait' : 'grey' };
}

/** How much of the time to answer has passed, 0 to 1. */
export function waitedPart({ askedAt, dueAt }: ThreadSummary, now: Date): number {
  if (dueAt === null) return 1;
  const from = Date.parse(askedAt);
  const length = Date.parse(dueAt) - from;
  return length <= 0 ? 1 : Math.min(Math.max((now.getTime() - from) / length, 0), 1);
}

/** `用时 2 小时 8 分` */
export const tookWords = (askedAt: string, answeredAt: string) =>
  `用时 ${leftWords(new Date(askedAt), new Date(answeredAt))}`;

/** Accepted first, then official ones, then by time: as the server sends them. */
export const answerOrder = (answers: Answer[]) =>
  answers.some(({ accepted }) => accepted) ? '采纳的在最前' : '按时间排序';
