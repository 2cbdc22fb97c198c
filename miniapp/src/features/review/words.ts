import type { CaseItem } from '@qihang/shared/cases/contract';
import type { CaseAction } from '@qihang/shared/cases/vocabulary';
import { returnReasonNames } from '@qihang/shared/content/decisions';
import type { ContentType } from '@qihang/shared/content/vocabulary';
import { momentWords } from '@/ui/date-words';

export const kindNames: Record<ContentType, string> = {
  job: '岗位',
  post: '文章',
  thread: '提问',
  answer: '回答',
};

/** `刘晨 同学（土木 2027 届）`, `匿名的提问者`, `匿名同学` */
export function authorWords({ name, about, anonymous }: CaseItem['author']): string {
  if (anonymous) return name.startsWith('匿名') ? name : `匿名的${name}`;
  return about ? `${name}（${about}）` : name;
}

/** `9 分 48 秒`, `48 秒` */
export function countdownWords(ms: number): string {
  const seconds = Math.max(1, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`;
}

const verdictHeads = {
  pass: '机器没看出问题',
  review: '机器判断：请人看一看',
  block: '机器判断：不建议通过',
  unavailable: '机器没能检查，请自己看一遍',
} as const;

export const verdictWords = ({ verdict }: NonNullable<CaseItem['verdict']>): string => verdictHeads[verdict];

/** `3 人举报：收费、广告` */
export const reportWords = ({ count, reasons }: NonNullable<CaseItem['reports']>): string =>
  `${count} 人举报：${reasons.map(({ reason }) => reason).join('、')}`;

const done: Record<CaseAction, string> = {
  approve: '通过',
  return: '退回',
  hide: '下架',
  dismiss: '结案，没问题',
  recheck: '标为待核实',
};
const doneOnAppeal: Partial<Record<CaseAction, string>> = { approve: '撤销原决定', dismiss: '维持原决定' };

export const actionWords = (kind: CaseItem['kind'], action: CaseAction): string =>
  (kind === 'appeal' && doneOnAppeal[action]) || done[action];

/** What a return or a removal says: its preset reasons, then its words. */
export const reasonWords = ({
  reasons,
  note,
}: Pick<NonNullable<CaseItem['decided']>, 'reasons' | 'note'>): string =>
  [reasons.map((reason) => returnReasonNames[reason]).join('、'), note ?? ''].filter(Boolean).join('：');

/** `陈一鸣 今天 08:05 退回：没写来源` */
export const decidedWords = ({ kind, decided }: Pick<CaseItem, 'kind' | 'decided'>, now: Date): string => {
  if (decided === null) return '';
  const why = reasonWords(decided);
  const what = actionWords(kind, decided.action);
  return `${decided.by} ${momentWords(new Date(decided.at), now)} ${what}${why ? `：${why}` : ''}`;
};
