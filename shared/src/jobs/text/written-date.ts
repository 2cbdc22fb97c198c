import { addDays, type Day, monthLength, nextDay, partsOf, toDay, weekday } from './calendar';
import { readNumber } from './numbers';

export interface Written {
  year: number | null;
  month: number;
  date: number | 'last';
  weak?: boolean;
  /** Already a day: 下周三. */
  day?: Day;
  length: number;
}

const cn = '[零〇一二三四五六七八九十]';
const fullDate = new RegExp(
  `^(20\\d{2}|\\d{2}|${cn}{4})\\s*年\\s*(\\d{1,2}|${cn}{1,3})\\s*月\\s*(?:(\\d{1,2}|${cn}{1,3})(?:\\s*[日号]|(?!\\d))|(底|末|月底))`,
);
const numericDate = /^(20\d{2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)(?: *日)?/;
const packedDate = /^(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/;
const monthDate = new RegExp(
  `^(\\d{1,2}|${cn}{1,3})\\s*月\\s*(?:(\\d{1,2}|${cn}{1,3})(?:\\s*[日号]|(?![\\d个月]))|(底|末))`,
);
const bareDate =
  /^(\d{1,2})([./])(\d{1,2})(?![\d%％kKwW万千元倍米岁折分亿]|\.\d|\s*(?:[kKwW万千元]|[-~至到]\s*\d+(?:\.\d+)?\s*[kKwW万千]))(?: *[日号])?/;
const dashDate = /^(0?[1-9]|1[0-2])(-)([0-3]\d)(?![\d-]|\s*[a-z元万千%人名个年岁天周月位薪])/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const englishMonth = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+${englishMonth},?\\s*(20\\d{2})?`, 'i');
const monthFirst = new RegExp(
  `^${englishMonth}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s*(20\\d{2}))?`,
  'i',
);
const relativeDay = /^(今天|今日|今晚|明天|明日|明晚|后天)/;
const relativeWeek = /^(本|这|下下|下)?个?(?:周|星期|礼拜)([一二三四五六日天])/;
const relativeMonth = /^(本月|这个月|下个?月)\s*(?:(\d{1,2})\s*[日号]|(底|末))/;
const monthEnd = /^月底/;

const wordDays: Record<string, number> = { 今天: 0, 今日: 0, 今晚: 0, 明天: 1, 明日: 1, 明晚: 1, 后天: 2 };

function relativeAt(text: string, today: Day): Written | null {
  const word = relativeDay.exec(text);
  if (word) return { year: null, month: 0, date: 0, day: addDays(today, wordDays[word[0]] ?? 0), length: 2 };
  const week = relativeWeek.exec(text);
  if (week) {
    const target = '一二三四五六日天'.indexOf(week[2] ?? '') + 1;
    const wanted = Math.min(target, 7);
    const offset = wanted - weekday(today);
    const ahead = { 下: 7, 下下: 14 }[week[1] ?? ''] ?? (week[1] === undefined && offset < 0 ? 7 : 0);
    return {
      year: null,
      month: 0,
      date: 0,
      day: addDays(today, offset + ahead),
      length: week[0].length,
      weak: week[1] === undefined,
    };
  }
  const { year, month } = partsOf(today);
  const named = relativeMonth.exec(text);
  if (named) {
    const next = named[1]?.startsWith('下') ?? false;
    const shifted = next ? (month % 12) + 1 : month;
    const date = named[2] === undefined ? 'last' : Number(named[2]);
    return { year: next && month === 12 ? year + 1 : year, month: shifted, date, length: named[0].length };
  }
  return monthEnd.test(text) ? { year, month, date: 'last', weak: true, length: 2 } : null;
}

export function writtenAt(text: string, today: Day): Written | null {
  let match = fullDate.exec(text);
  if (match) {
    const year = readNumber(match[1] ?? '') ?? 0;
    return {
      year: year < 100 ? 2000 + year : year,
      month: readNumber(match[2] ?? '') ?? 0,
      date: match[3] === undefined ? 'last' : (readNumber(match[3]) ?? 0),
      length: match[0].length,
    };
  }
  match = numericDate.exec(text);
  if (match)
    return {
      year: Number(match[1]),
      month: Number(match[3]),
      date: Number(match[4]),
      length: match[0].length,
    };
  match = packedDate.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]), length: 8 };
  match = monthDate.exec(text);
  if (match) {
    const date = match[2] === undefined ? 'last' : (readNumber(match[2]) ?? 0);
    return { year: null, month: readNumber(match[1] ?? '') ?? 0, date, length: match[0].length };
  }
  match = dayFirst.exec(text);
  if (match) return english(match[3], match[2], match[1], match[0].length);
  match = monthFirst.exec(text);
  if (match) return english(match[3], match[1], match[2], match[0].length);
  match = bareDate.exec(text) ?? dashDate.exec(text);
  if (match) {
    const [month, date] = [Number(match[1]), Number(match[3])];
    if (month < 1 || month > 12 || date < 1 || date > 31) return null;
    return { year: null, month, date, weak: !/[日号]$/.test(match[0]), length: match[0].length };
  }
  return relativeAt(text, today);
}

function english(year: string | undefined, month = '', date = '', length = 0): Written {
  const index = months.indexOf(month.slice(0, 3).toLowerCase());
  return { year: year === undefined ? null : Number(year), month: index + 1, date: Number(date), length };
}

export function resolve(written: Written, today: Day, start: Day | null): Day | null {
  if (written.day !== undefined) return written.day;
  const base = start === null ? null : partsOf(start);
  const year = written.year ?? (base === null ? null : base.year + (written.month < base.month ? 1 : 0));
  if (written.date === 'last') {
    const here = year ?? partsOf(today).year;
    const day = toDay(here, written.month, monthLength(here, written.month));
    return day !== null && year === null && day < today
      ? toDay(here + 1, written.month, monthLength(here + 1, written.month))
      : day;
  }
  return year === null
    ? nextDay(written.month, written.date, today)
    : toDay(year, written.month, written.date);
}
