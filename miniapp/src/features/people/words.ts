import type { Board } from '@qihang/shared/boards/contract';
import type { Holding, Orphan, RoleTerm } from '@qihang/shared/people/contract';
import type { HoldingType } from '@qihang/shared/people/vocabulary';
import { dateWords, daysFrom, momentWords, startOfDay } from '@/ui/date-words';
import type { PillState } from '@/ui/pill';

type Named = Pick<Board, 'slug' | 'name'>;

/** `招聘信息、就业指导`; a board that is off bears its slug. */
export const boardWords = (boards: readonly string[] | null, known: readonly Named[]): string =>
  boards === null
    ? '全部栏目'
    : boards.map((slug) => known.find((board) => board.slug === slug)?.name ?? slug).join('、');

const dayWords = (day: string, now: Date) => dateWords(startOfDay(day), now);

/** `至 6月30日`, `没有期限`, `12月1日起，至 6月30日`, `11月30日结束`, `开始前撤回`. */
export function termWords({ state, startsAt, endsOn }: RoleTerm, now: Date): string {
  if (state === 'withdrawn') return '开始前撤回';
  if (state === 'ended') return endsOn === null ? '已结束' : `${dayWords(endsOn, now)}结束`;
  const end = endsOn === null ? '没有期限' : `至 ${dayWords(endsOn, now)}`;
  return state === 'upcoming' ? `${dateWords(new Date(startsAt), now)}起，${end}` : end;
}

/** Whole days until a term is over, today's counted. */
export const daysLeft = (endsAt: string, now: Date): number =>
  Math.max(daysFrom(now, new Date(Date.parse(endsAt) - 1)) + 1, 0);

/** Hotter as the end comes near. */
export const leftState = (days: number): PillState => (days <= 7 ? 'soon' : days <= 30 ? 'week' : 'far');

/** `3 个在招岗位、1 个待答问题` */
export function countWords({ job, thread }: Record<HoldingType, number>): string {
  const parts = [job > 0 && `${job} 个在招岗位`, thread > 0 && `${thread} 个待答问题`].filter(Boolean);
  return parts.length > 0 ? parts.join('、') : '没有负责的内容';
}

/** When a thing closes or is due. */
export function untilWords({ type, until }: Pick<Holding, 'type' | 'until'>, now: Date): string {
  const at = new Date(until);
  if (type === 'job') return `${dateWords(new Date(at.getTime() - 1), now)}截止`;
  return at < now ? '答复已超时' : `${momentWords(at, now)} 前答复`;
}

/** Why nobody looks after it. */
export function orphanWords({ owner, why, endedAt }: Orphan, now: Date): string {
  switch (why) {
    case 'ended':
      return `${owner?.name ?? ''}的任期${endedAt ? `${dateWords(new Date(Date.parse(endedAt) - 1), now)}` : ''}结束`;
    case 'none':
      return `${owner?.name ?? ''}没有职务`;
    case 'gone':
      return '原负责人已注销';
    case 'nobody':
      return '没有排到值班人';
  }
}
