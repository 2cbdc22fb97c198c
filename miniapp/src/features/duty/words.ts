import type { AnswerStats, ChainLink } from '@qihang/shared/duty/clock';
import type { DutyDay, DutyWeek, Rota, Shift } from '@qihang/shared/duty/contract';
import { dayStart } from '@qihang/shared/duty/due';
import { termWarnings } from '@qihang/shared/people/vocabulary';
import { addDays } from '@qihang/shared/time/shanghai';
import { asApiError } from '@/platform/api-error';
import { clockWords, dateWords, daysFrom, leftWords, momentWords, weekdayWords } from '@/ui/date-words';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];

/** `周三` of a weekday from 1 (Monday) to 7. */
export const weekdayName = (weekday: number) => `周${weekdayNames[weekday - 1]}`;

const listed = (days: readonly number[]) => days.map(weekdayName).join('、');

/** `12月1日` */
export const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** `11月20日 至 26日`, `11月30日 至 12月6日`, `11月20日` where it is one day. */
export function rangeWords(from: string, until: string) {
  if (from === until) return dayWords(from);
  const end = from.slice(0, 7) === until.slice(0, 7) ? `${Number(until.slice(8))}日` : dayWords(until);
  return `${dayWords(from)} 至 ${end}`;
}

const nearDay: Record<number, string> = { 0: '今天', 1: '明天' };

/** `今天`, `明天`, `周六 21日` is said as `11月21日`. */
export const nearWords = (day: string, now: Date) =>
  nearDay[daysFrom(now, new Date(dayStart(day)))] ?? dayWords(day);

export const weekdayOfDay = (day: string) => weekdayWords(new Date(dayStart(day)));

/** What the head of the rota says of the person who reads it, and of today. */
export function todayWords({ mine, days }: DutyWeek, now: Date): string {
  if (mine.onDuty && mine.until !== null) {
    const until = new Date(mine.until);
    return daysFrom(now, until) === 0
      ? `今天你值班，到 ${clockWords(until)}`
      : `现在你值班，到 ${momentWords(until, now)}`;
  }
  const [today] = days;
  if (today?.person) return `${nearWords(today.day, now)} ${today.person.name} 值班`;
  return today ? `${nearWords(today.day, now)}还没有人值班` : '还没有排班';
}

const who = ({ name, self }: { name: string; self: boolean }) => (self ? '你' : name);

export const personWords = ({ person }: DutyDay) => (person ? who(person) : '还没有人');

const swapPart = (from: string | null) => (from === null ? '' : ` ${from} 后`);

/** What is asked of a day: `想换班：找人替 18:00 后`. */
function swapWords({ swap, viewer }: DutyDay): string | null {
  if (!swap) return null;
  const part = swapPart(swap.from);
  if (swap.mine) return swap.to ? `等 ${swap.to} 答应替${part}` : `在找人替${part}`;
  return viewer.can.includes('decline') ? `想请你替${part}` : `想换班：找人替${part}`;
}

/** Below the name of a day: what it is called, who comes later, the deputy, the swap, who answers where nobody is arranged. */
export const dayNotes = (day: DutyDay): string =>
  [
    day.called,
    day.later && `${day.later.from} 起 ${who(day.later)}`,
    day.person === null &&
      (day.fallback ? `没人排就由 ${day.fallback} 兜底` : '没人排就给手上问题最少的骨干'),
    swapWords(day) ?? (day.deputy && `替补 ${who(day.deputy)}`),
  ]
    .filter((part): part is string => Boolean(part))
    .join('，');

/** `今天的替补，本月值 3 天` */
export function colleagueWords(
  { on, deputyOn, days }: DutyWeek['colleagues'][number],
  day: string,
  now: Date,
): string {
  const next = on.find((one) => one !== day);
  return [
    deputyOn.includes(day) && `${nearWords(day, now)}的替补`,
    next !== undefined && `${nearWords(next, now)}值班`,
    `本月值 ${days} 天`,
  ]
    .filter(Boolean)
    .join('，');
}

/** `陈一鸣 没答`, `王嘉，到 14:00`, `张立群 老师`: the last that let it pass, the one who has it, the next. */
export function chainStops(chain: readonly ChainLink[], now: Date) {
  const at = chain.findIndex(({ passed }) => !passed);
  const current = at < 0 ? chain.length : at;
  return chain
    .slice(Math.max(current - 1, 0), current + 2)
    .map(({ who: name, until, passed }, index, all) => {
      const isCurrent = !passed && (index === 0 || all[index - 1]?.passed === true);
      return {
        text: passed ? `${name} 没答` : isCurrent ? `${name}，到 ${untilWords(until, now)}` : name,
        done: passed || isCurrent,
        current: isCurrent,
      };
    });
}

/** `14:00` today, else with its day. */
export function untilWords(until: string, now: Date) {
  const at = new Date(until);
  return daysFrom(now, at) === 0 ? clockWords(at) : momentWords(at, now);
}

/** `超时 2 小时 24 分` */
export const lateWords = (promisedAt: string, now: Date) => `超时 ${leftWords(new Date(promisedAt), now)}`;

const tookWords = (minutes: number) => leftWords(new Date(0), new Date(minutes * 60_000));

/** `98 个问题，首答中位 4 小时 50 分，按时 91 个。超时 7 个里 5 个在周末，周日常没人排。` */
export function statsWords(stats: AnswerStats): string {
  if (stats.asked === 0) return '没有新问题。';
  const first = [
    `${stats.asked} 个问题`,
    stats.medianMinutes !== null && `首答中位 ${tookWords(stats.medianMinutes)}`,
    `按时 ${stats.onTime} 个`,
  ];
  const second = [
    stats.overdue === 0
      ? '没有超时'
      : stats.overdueAtWeekends > 0
        ? `超时 ${stats.overdue} 个里 ${stats.overdueAtWeekends} 个在周末`
        : `超时 ${stats.overdue} 个`,
    stats.emptyWeekdays.length > 0 && `${listed(stats.emptyWeekdays)}没人排`,
  ];
  const sentence = (parts: readonly (string | false)[]) => `${parts.filter(Boolean).join('，')}。`;
  return sentence(first) + sentence(second);
}

/** What the one who arranges should see of the rota as it stands on the screen, saved or not. */
export function draftWarnings(
  shifts: readonly Shift[],
  people: Rota['people'],
  startsOn: string,
  today: string,
): string[] {
  const last = addDays(today > startsOn ? today : startsOn, termWarnings[0]);
  const ending = people.flatMap(({ id, name, endsOn }) => {
    const mine = shifts.filter(({ personId, deputyId }) => personId === id || deputyId === id);
    const on = [...new Set(mine.map(({ weekday }) => weekday))].sort((a, b) => a - b);
    if (endsOn === null || on.length === 0 || endsOn > last) return [];
    return endsOn < today
      ? [`${name} 的任期已经结束，${listed(on)}要换人`]
      : [`${name} ${dayWords(endsOn)}任期结束，那之后的${listed(on)}要换人`];
  });
  const general = shifts.filter(({ category }) => category === null).map(({ weekday }) => weekday);
  const empty = weekdays.filter((weekday) => !general.includes(weekday));
  return [...ending, ...(empty.length > 0 ? [`${listed(empty)}还没有人，由老师兜底`] : [])];
}

/** `从下周一起这样排`, `从 12月7日起这样排`. */
export const saveWords = (startsOn: string | null, nextMonday: string) =>
  startsOn === nextMonday ? '从下周一起这样排' : `从 ${startsOn ? dayWords(startsOn) : '今天'}起这样排`;

/** What a refusal says, of a field where it names one. */
export function refusalWords(error: Error): string {
  const { fields, message } = asApiError(error);
  return fields[0]?.message ?? message;
}

export const fullDayWords = (day: string, now: Date) => {
  const at = new Date(dayStart(day));
  return `${dateWords(at, now)} ${weekdayWords(at)}`;
};
