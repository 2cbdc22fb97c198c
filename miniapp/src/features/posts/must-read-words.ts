import type { MustRead } from '@qihang/shared/must-read/notice';
import { clockWords, dateWords, momentWords, startOfDay } from '@/ui/date-words';

/** `11月27日`, `11月27日 17:00`. */
export function dueWords(dueAt: string, now: Date): string {
  const [day = dueAt, time] = dueAt.split('T');
  const words = dateWords(startOfDay(day), now);
  return time === undefined ? words : `${words} ${clockWords(new Date(`${day}T${time}:00+08:00`))}`;
}

/** `你已读完，今天 10:24` */
export const doneWords = (readAt: string, now: Date) => `你已读完，${momentWords(new Date(readAt), now)}`;

/** What is left to do after reading: `11月27日 17:00 前还要：去学校就业系统核对一次`; empty for nothing. */
export function nextWords({ dueAt, todo }: Pick<MustRead, 'dueAt' | 'todo'>, now: Date): string {
  if (todo === '') return '';
  return dueAt === null
    ? `还要：${todo}`
    : `${dueWords(dueAt, now)}${dueAt.includes('T') ? ' ' : ''}前还要：${todo}`;
}
