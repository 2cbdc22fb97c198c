import type { Thread, ThreadSummary } from '@qihang/shared/threads/contract';
import { askerAlias, threadStateNames, unseenAlias } from '@qihang/shared/threads/vocabulary';
import { leftWords } from '@/ui/date-words';
import type { IconName } from '@/ui/icon/names';

type Author = ThreadSummary['author'];

/** `匿名提问者`, `匿名同学B`, `匿名同学「白鹭」` of an older question. */
function aliasWords(alias: string): string {
  if (alias === unseenAlias) return alias;
  return alias === askerAlias || /^同学[A-Z]+$/.test(alias) ? `匿名${alias}` : `匿名同学「${alias}」`;
}

/** An alias, or `赵同学（电气 2023 级）`; "我" where the reader wrote it. */
export function authorWords({ anonymous, name, about, self }: Author): string {
  const words = anonymous ? aliasWords(name) : about ? `${name}（${about}）` : name;
  return self ? `${words} · 我` : words;
}

/** The same without what stands in a line of its own. */
export const nameWords = (author: Author): string => authorWords({ ...author, about: '' });

/** True while somebody is expected to answer. */
export const isWaiting = ({ state, dueAt }: Pick<ThreadSummary, 'state' | 'dueAt'>): boolean =>
  (state === 'open' || state === 'unsolved') && dueAt !== null;

/** True once the time to answer has passed without an answer. */
export const isOverdue = (
  { state, dueAt, overdue }: Pick<ThreadSummary, 'state' | 'dueAt' | 'overdue'>,
  now: Date,
) => isWaiting({ state, dueAt }) && (overdue || Date.parse(dueAt ?? '') < now.getTime());

interface StateTag {
  text: string;
  tone: 'wait' | 'late' | 'grey' | 'brand' | 'red';
  icon?: IconName;
}

const tones: Record<ThreadSummary['state'], StateTag['tone']> = {
  pending: 'wait',
  open: 'wait',
  answered: 'grey',
  solved: 'brand',
  unsolved: 'wait',
  closed: 'grey',
};

/** Only an overdue clock is warm. */
export function stateTag(thread: ThreadSummary, now: Date): StateTag {
  const { state, onDuty, life } = thread;
  if (life === 'returned') return { text: '已退回', tone: 'red' };
  if (isOverdue(thread, now))
    return { text: onDuty === null ? '已超时' : `已超时，转${onDuty}`, tone: 'late' };
  if (state === 'solved') return { text: threadStateNames.solved, tone: 'brand', icon: 'check' };
  return { text: threadStateNames[state], tone: tones[state] };
}

/** How much of the time to answer has passed, 0 to 1. */
export function waitedPart(askedAt: string, dueAt: string, now: Date): number {
  const from = Date.parse(askedAt);
  const length = Date.parse(dueAt) - from;
  return length <= 0 ? 1 : Math.min(Math.max((now.getTime() - from) / length, 0), 1);
}

/** `用时 2 小时 8 分` */
export const tookWords = (askedAt: string, answeredAt: string) =>
  `用时 ${leftWords(new Date(askedAt), new Date(answeredAt))}`;

/** What the answers of a thread are ordered by, as the server sends them. */
export const answerOrder = ({ answers }: Pick<Thread, 'answers'>) =>
  answers.some(({ accepted }) => accepted) ? '按采纳、有用排序' : '按有用排序';
