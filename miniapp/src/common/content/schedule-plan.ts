import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import { addDays, dayAt, deadlineInstant, wallClockAt } from '@qihang/shared/time/shanghai';
import { dateWords, daysFrom, weekdayWords } from '@/ui/date-words';

/** When a piece comes before readers and when it leaves them; instants in ISO 8601, null where that is not planned. */
export interface Plan {
  publishAt: string | null;
  unpublishAt: string | null;
}

const yearMs = 365 * 24 * 3600 * 1000;

/** What is wrong with a plan, by field; the server says the same of what it is sent. */
export function planProblems(
  { publishAt, unpublishAt }: Plan,
  now: Date,
): Partial<Record<keyof Plan, string>> {
  const problems: Partial<Record<keyof Plan, string>> = {};
  const from = publishAt === null ? now.getTime() : Date.parse(publishAt);
  if (publishAt !== null) {
    if (from <= now.getTime()) problems.publishAt = '这个时间已经过了，请选以后的时间';
    else if (from > now.getTime() + yearMs) problems.publishAt = '最多定到一年以后';
  }
  if (unpublishAt !== null) {
    const to = Date.parse(unpublishAt);
    if (to <= now.getTime()) problems.unpublishAt = '这个时间已经过了，请选以后的时间';
    else if (to <= from) problems.unpublishAt = '下架要晚于发布';
    else if (to > now.getTime() + yearMs) problems.unpublishAt = '最多定到一年以后';
  }
  return problems;
}

const two = (number: number) => String(number).padStart(2, '0');
const nearDays: Record<number, string> = { 0: '今天', 1: '明天', 2: '后天' };

/** `今天`, `11月28日`. */
export const dayWords = (day: string, now: Date): string => {
  const date = new Date(`${day}T00:00:00+08:00`);
  return nearDays[daysFrom(now, date)] ?? `${dateWords(date, now)} ${weekdayWords(date)}`;
};

/** A planned instant as day and time of its field; midnight that ends something belongs to the day it closes. */
export function partsOf(instant: string, ends: boolean): { day: string; time: string } {
  const at = Date.parse(instant);
  const { hour, minute } = wallClockAt(at);
  if (ends && hour === 0 && minute === 0) return { day: dayAt(at - 1), time: '24:00' };
  return { day: dayAt(at), time: `${two(hour)}:${two(minute)}` };
}

/** The instant of a day and a time; `24:00` is the end of the day. */
export const instantOf = (day: string, time: string): string =>
  new Date(deadlineInstant(time === '24:00' ? day : `${day}T${time}`)).toISOString();

const momentOf = (instant: string, ends: boolean, now: Date): string => {
  const { day, time } = partsOf(instant, ends);
  const date = new Date(`${day}T00:00:00+08:00`);
  return `${nearDays[daysFrom(now, date)] ?? dateWords(date, now)} ${time}`;
};

const reviewers: Record<Exclude<ReviewPolicy, 'direct'>, string> = {
  'second-person': '另一位负责人',
  teacher: '老师',
};

/** One sentence that says what will happen. */
export function planWords(plan: Plan, now: Date, review: ReviewPolicy, published: boolean): string {
  const { publishAt, unpublishAt } = plan;
  const off = unpublishAt === null ? '' : `${momentOf(unpublishAt, true, now)} 下架`;
  if (published) return off === '' ? '读者一直看得到，直到你下架。' : `读者现在看得到，${off}。`;
  const reviewed = review === 'direct' ? null : reviewers[review];
  const on =
    publishAt === null
      ? reviewed
        ? `${reviewed}审核通过后，读者马上看得到`
        : '读者马上看得到'
      : `${momentOf(publishAt, false, now)} 起读者看得到`;
  const end = off === '' ? '' : `，${off}`;
  return `${on}${end}。${publishAt !== null && reviewed ? `要先过${reviewed}审核。` : ''}`;
}

/** Times that are chosen most, with the day they mean now. */
export function usualMoments(now: Date): { text: string; day: string; time: string }[] {
  const today = dayAt(now.getTime());
  const { hour, weekday } = wallClockAt(now.getTime());
  const monday = addDays(today, (8 - weekday) % 7 || 7);
  return [
    ...(hour < 20 ? [{ text: '今晚 20:00', day: today, time: '20:00' }] : []),
    { text: '明早 08:00', day: addDays(today, 1), time: '08:00' },
    ...(monday === addDays(today, 1) ? [] : [{ text: '周一 08:00', day: monday, time: '08:00' }]),
  ];
}
