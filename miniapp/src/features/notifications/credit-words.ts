import type { Subscriptions } from '@qihang/shared/subscriptions/contract';
import { type Purpose, purposeNames } from '@qihang/shared/subscriptions/vocabulary';
import { lackOf, type Template } from '@/common/reach/credits';
import { momentWords } from '@/ui/date-words';

/** A template with the purposes that share its credits. */
export interface CreditRow {
  id: string;
  /** 截止提醒、回答提醒 */
  name: string;
  /** What the next one is for, or what becomes of it without one. */
  use: string;
  credits: number;
}

const without: Record<Purpose, string> = {
  deadline: '没有了，快截止时只在消息里提醒',
  answer: '没有了，有回答只在消息里提醒',
  decision: '没有了，结果会留在消息里',
  digest: '没有了，汇总会留在消息里',
};

const idle: Record<Purpose, string> = {
  deadline: '收藏岗位后，截止前用',
  answer: '提问后，有人回答时用',
  decision: '送审后，有结果时用',
  digest: '有新的汇总时用',
};

const several = (n: number, one: string, more: string) => (n === 1 ? one : more);

const expecting: Record<Purpose, (n: number) => string> = {
  deadline: (n) => `${n} 个收藏的岗位等截止`,
  answer: (n) => several(n, '等你的问题有人回答', `等你的 ${n} 个问题有人回答`),
  decision: (n) => several(n, '等审核有结果', `${n} 条在等审核结果`),
  digest: () => idle.digest,
};

function useOf({ purpose, credits, next, waiting }: Template, now: Date): string {
  if (credits === 0) return without[purpose];
  if (next) return `下一条：${next.at ? `${momentWords(new Date(next.at), now)}，` : ''}${next.title}`;
  return waiting > 0 ? expecting[purpose](waiting) : idle[purpose];
}

/** One row a template: of those purposes that share it, the one that needs it next says what for. */
export function creditRows({ templates }: Subscriptions, now: Date): CreditRow[] {
  const ids = [...new Set(templates.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const sharing = templates.filter((one) => one.id === id);
    const first = sharing.find(({ next, waiting }) => next !== null || waiting > 0) ?? sharing[0];
    if (!first) return [];
    const name = sharing.map(({ purpose }) => purposeNames[purpose]).join('、');
    return [{ id, name, use: useOf(first, now), credits: first.credits }];
  });
}

export const leftWords = (credits: number): string =>
  credits === 0 ? '微信提醒用完了' : `还能收到 ${credits} 条微信提醒`;

const counted = ['', '', '两', '三'];

/** What the button adds, for so many templates. */
export const refillWords = (templates: number): string =>
  templates > 1 ? `补充，${counted[templates]}种各加 1 条` : '补充 1 条';

const lacking: Record<Purpose, (n: number) => string> = {
  deadline: (n) => `收藏里还有 ${n} 个没投`,
  answer: (n) => `有 ${n} 个问题在等回答`,
  decision: (n) => `有 ${n} 条在等审核`,
  digest: () => '每周的汇总发不到微信',
};

/** The line over the inbox, where something waits that no message is left for; null where there is nothing to say. */
export function lineOf(state: Subscriptions): { credits: number; why: string } | null {
  const short =
    state.configured && state.linked
      ? state.templates.find(({ id, waiting }) => waiting > 0 && lackOf(state, id) > 0)
      : undefined;
  if (!short) return null;
  return {
    credits: state.credits,
    why: state.credits === 0 ? '消息只在这里显示' : lacking[short.purpose](short.waiting),
  };
}
