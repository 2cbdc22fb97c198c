import { dayMs, startOfDay as startOfDayAt, type WallClock, wallClockAt } from '@qihang/shared/time/shanghai';

// Instants as people say them, in Asia/Shanghai.

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const two = (number: number) => String(number).padStart(2, '0');
const shanghai = (instant: Date): WallClock => wallClockAt(instant.getTime());

/** Calendar days from `now` to `instant`: 0 today, 1 tomorrow, -1 yesterday. */
export const daysFrom = (now: Date, instant: Date) =>
  (startOfDayAt(instant.getTime()) - startOfDayAt(now.getTime())) / dayMs;

/** The first instant of a day written `2026-11-20`. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`);

/** `18:05` */
export const clockWords = (instant: Date) => {
  const { hour, minute } = shanghai(instant);
  return `${two(hour)}:${two(minute)}`;
};

/** `11/22` */
export const slashWords = (instant: Date) => {
  const { month, day } = shanghai(instant);
  return `${month}/${day}`;
};

/** `11月22日`, with the year where it is another than now's. */
export const dateWords = (instant: Date, now: Date) => {
  const { year, month, day } = shanghai(instant);
  return `${year === shanghai(now).year ? '' : `${year}年`}${month}月${day}日`;
};

/** `周日` */
export const weekdayWords = (instant: Date) => weekdays[shanghai(instant).weekday] ?? '';

const nearDays: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' };

/** `今天 08:12`, `昨天 21:40`, `明天 08:15`, `11月18日 08:12`. */
export const momentWords = (instant: Date, now: Date) =>
  `${nearDays[daysFrom(now, instant)] ?? dateWords(instant, now)} ${clockWords(instant)}`;

/** `刚刚`, `5 分钟前`, `2 小时前`, `昨天 21:40`, `11月18日`. */
export function agoWords(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  const days = daysFrom(now, instant);
  if (days === 0) return `${Math.floor(minutes / 60)} 小时前`;
  return days === -1 ? momentWords(instant, now) : dateWords(instant, now);
}

/** How long until `end`: `2 天 13 小时`, `7 小时 36 分`, `12 分钟`. */
export function leftWords(now: Date, end: Date): string {
  const minutes = Math.max(Math.floor((end.getTime() - now.getTime()) / 60_000), 0);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours === 0) return `${minutes} 分钟`;
  return minutes % 60 > 0 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`;
}
