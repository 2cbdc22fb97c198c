import type { MonthTotals, Report } from '@qihang/shared/reports/contract';
import { reportOutcomeNames, reportReasonNames } from '@qihang/shared/reports/vocabulary';
import { clockWords, dateWords, daysFrom, momentWords } from '@/ui/date-words';

/** The state of a report in a box. */
export function stateTag({ state, outcome }: Report): { text: string; tone: 'brand' | 'grey' | 'wait' } {
  if (state === 'open' || outcome === null) return { text: '处理中', tone: 'wait' };
  return { text: reportOutcomeNames[outcome.action], tone: state === 'upheld' ? 'brand' : 'grey' };
}

/** `你11月19日举报：收费或诈骗` */
export const saidWords = ({ at, reason }: Report, now: Date): string => {
  const said = new Date(at);
  const when = daysFrom(now, said) === 0 ? `今天 ${clockWords(said)} ` : ` ${dateWords(said, now)} `;
  return `你${when}举报：${reportReasonNames[reason]}`;
};

const stepNames = { reported: '举报', 'asked-teacher': '请老师再看', decided: '结案' } as const;

/** The stations of a report: what happened with its time, and what is still to come. */
export function stationsOf({ steps, state }: Report, now: Date) {
  const passed = steps.map(({ kind, at }) => ({
    text: `${momentWords(new Date(at), now)} ${stepNames[kind]}`,
    done: true,
  }));
  if (state !== 'open') return passed;
  const asked = steps.some(({ kind }) => kind === 'asked-teacher');
  return [...passed, { text: asked ? '老师处理' : '骨干或老师处理', done: false }];
}

/** `2026 年 11 月` */
export const monthWords = (month: string): string => {
  const [year = '', number = ''] = month.split('-');
  return `${year} 年 ${Number(number)} 月`;
};

export const isQuiet = ({ reports, measures }: MonthTotals): boolean =>
  reports.length === 0 && measures.every(({ n }) => n === 0);
