import type { AuditEntry } from '@qihang/shared/audit/contract';
import { addDays, dayAt } from '@qihang/shared/time/shanghai';

/** How far back one looks. */
export const spans = ['all', 'today', 'week', 'month', 'year'] as const;
export type Span = (typeof spans)[number];

export const spanNames = {
  all: '全部时间',
  today: '今天',
  week: '近 7 天',
  month: '近 30 天',
  year: '近一年',
} as const satisfies Record<Span, string>;

const daysBack = { today: 0, week: 6, month: 29, year: 364 } as const satisfies Record<
  Exclude<Span, 'all'>,
  number
>;

export interface Filter {
  name: string;
  action: readonly string[];
  targetType: string | null;
  span: Span;
  /** One person or one thing, chosen from an entry. */
  actor: AuditEntry['actor'];
  target: AuditEntry['target'] | null;
}

export const noFilter: Filter = {
  name: '',
  action: [],
  targetType: null,
  span: 'all',
  actor: null,
  target: null,
};

export const isFiltered = ({ name, action, targetType, span, actor, target }: Filter): boolean =>
  name !== '' ||
  action.length > 0 ||
  targetType !== null ||
  span !== 'all' ||
  actor !== null ||
  target !== null;

/** The filter as the API takes it; days count back from the one of `now` in Shanghai. */
export function queryOf({ name, action, targetType, span, actor, target }: Filter, now: Date) {
  const type = target?.type ?? targetType;
  return {
    ...(name === '' ? {} : { name }),
    ...(action.length === 0 ? {} : { action: [...action] }),
    ...(type === null ? {} : { targetType: type }),
    ...(target === null ? {} : { targetId: target.id }),
    ...(actor === null ? {} : { actor: actor.id }),
    ...(span === 'all' ? {} : { from: addDays(dayAt(now.getTime()), -daysBack[span]) }),
  };
}
export type AuditQuery = ReturnType<typeof queryOf>;
