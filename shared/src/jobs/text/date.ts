import { type Day, toTime } from './calendar';
import { fold } from './fold';
import { readNumber } from './numbers';
import { resolve, type Written, writtenAt } from './written-date';

/** A date, or the end of a range of dates, written in a text. */
export interface DateMention {
  /** `null` when it is written like a date but no calendar holds it (2月30日). */
  day: Day | null;
  /** `HH:mm` where an hour is given; 24:00 reads 23:59. */
  time: string | null;
  /** The start of a written range (3.15-4.10). */
  from: Day | null;
  /** Bare 3.15 or 11/6, which may be another number: the words around it decide. */
  weak: boolean;
  start: number;
  end: number;
}

const weekdayNote = /^[ \t]*\(?\s*(?:周|星期|礼拜)[一二三四五六日天]\s*[,，]?\s*\)?/;
const zoneNote = /^[ \t]*\(\s*(?:北京时间|含当?[日天]|[\d./月日号]{3,8})\s*\)/;
const clock =
  /^[ \t]*,?\s*(?:当[天日]\s*)?(凌晨|早上|早晨|上午|早|中午|下午|傍晚|晚上|晚间|晚|夜里)?\s*(?:(\d{1,2})|([一二三四五六七八九十]{1,3})(?=[点时]))\s*(?::\s*(\d{2})(?::\d{2})?(?!\d)|[点时](?!间|[长段])(?:\s*(\d{1,2})分?|(半))?整?)/;
const rangeMark = /^[ \t]*(?:起|开始)?[ \t]*(?:-{1,3}|~{1,2}|至|到|→)[ \t]*/;
const dayOnly = /^(\d{1,2})\s*[日号](?!\d)/;
const secondHalf = /^[ \t]*[,、;及和][ \t]*(?=[上下]午|晚)/;
const daily = /^[ \t,(;]*(?:每[日天]|工作日)\s*\(?/;

function timeAt(text: string): { time: string | null; length: number } | null {
  const match = clock.exec(text);
  if (!match) return null;
  let hour = readNumber(match[2] ?? match[3] ?? '') ?? 0;
  const minute = match[6] === undefined ? Number(match[4] ?? match[5] ?? 0) : 30;
  const part = match[1] ?? '';
  if (/下午|傍晚|晚|夜/.test(part) && hour < 12) hour += 12;
  else if (/晚|夜/.test(part) && hour === 12) hour = 24;
  else if (part === '中午' && hour < 3) hour += 12;
  return { time: toTime(hour, minute), length: match[0].length };
}

/** Reads one date or range that begins at `start` of folded text. */
function mentionAt(source: string, start: number, today: Day): DateMention | null {
  const rest = (from: number) => source.slice(from, from + 40);
  const first = writtenAt(rest(start), today);
  if (first === null) return null;
  let position = start + first.length;
  let time: string | null = null;
  const skip = (part: RegExp) => {
    const match = part.exec(rest(position));
    if (match) position += match[0].length;
    return match !== null;
  };
  const readTime = () => {
    const found = timeAt(rest(position));
    if (found === null) return;
    time = found.time;
    position += found.length;
    const mark = rangeMark.exec(rest(position));
    const until = mark ? timeAt(rest(position + mark[0].length)) : null;
    if (mark && until && writtenAt(rest(position + mark[0].length), today) === null) {
      time = until.time;
      position += mark[0].length + until.length;
    }
  };
  const readNotes = () => {
    skip(zoneNote);
    skip(weekdayNote);
    skip(zoneNote);
  };
  // 本周日(11.22): the date in brackets is the exact one.
  const exact = first.day === undefined ? null : /^\s*\(\s*/.exec(rest(position));
  const inBrackets = exact ? writtenAt(rest(position + exact[0].length), today) : null;
  readNotes();
  if (/今晚|明晚/.test(source.slice(start, start + 2)) && /^\s*\d/.test(rest(position))) {
    const found = timeAt(`晚${rest(position)}`);
    if (found) {
      time = found.time;
      position += found.length - 1;
    }
  } else readTime();
  let day = resolve(inBrackets ?? first, today, null);
  let from: Day | null = null;
  let weak = first.weak === true && inBrackets === null;
  const mark = rangeMark.exec(rest(position));
  if (mark) {
    const after = position + mark[0].length;
    const second = writtenAt(rest(after), today);
    const sameMonth = second === null ? dayOnly.exec(rest(after)) : null;
    const until: Written | null =
      second ??
      (sameMonth
        ? { year: null, month: first.month, date: Number(sameMonth[1]), length: sameMonth[0].length }
        : null);
    if (until !== null) {
      const start0 = first.year === null ? null : day;
      from = day;
      day = resolve(until, today, start0);
      if (from !== null && day !== null && first.year === null && from > day) from = null;
      weak = weak && until.weak === true;
      position = after + until.length;
      time = null;
      readNotes();
      readTime();
    }
  }
  // 上午9:00-12:00, 下午14:00-17:00: the day ends with the last of them.
  for (
    let half = secondHalf.exec(rest(position));
    half && time !== null;
    half = secondHalf.exec(rest(position))
  ) {
    const before = position;
    position += half[0].length;
    readTime();
    if (position === before + half[0].length) {
      position = before;
      break;
    }
  }
  const everyDay = daily.exec(rest(position));
  if (everyDay && from !== null) {
    position += everyDay[0].length;
    readTime();
  }
  return { day, time, from, weak, start, end: position };
}

const candidate =
  /\d|[零〇一二三四五六七八九十今明后本这下周星礼]|月底|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/gi;

/** Every date of `text`, ranges as one, left to right. A date without a year is the next such from `today`. */
export function findDates(text: string, today: Day): DateMention[] {
  const source = fold(text);
  const mentions: DateMention[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(source); match; match = candidate.exec(source)) {
    const start = match.index;
    const before = source.charAt(start - 1);
    const joined =
      /[0-9]/.test(match[0]) &&
      /[\d.A-Za-z@_-]/.test(before) &&
      !/[^\d]-$/.test(source.slice(Math.max(0, start - 2), start));
    const mention = joined ? null : mentionAt(source, start, today);
    if (mention) {
      mentions.push(mention);
      candidate.lastIndex = mention.end;
    } else if (/\d/.test(match[0])) {
      while (/\d/.test(source.charAt(candidate.lastIndex))) candidate.lastIndex += 1;
    }
  }
  return mentions;
}

/** `YYYY-MM-DD` or, where an hour is given, `YYYY-MM-DDTHH:mm`. */
export function formatDeadline(mention: { day: Day; time: string | null }): string {
  return mention.time === null ? mention.day : `${mention.day}T${mention.time}`;
}

/** Words that say a job is open until it is filled. */
export const openEnded =
  /长期(?:有效|招聘|招募|招收|招|需要)?|(?:招|额|录)(?:满|到|够)(?:为止|即止|即停|截止)?|常年(?:招|有效|进行)|滚动(?:招|录|筛)|随到随|不限(?:期|时)|一直招|无(?:期限|截止)|不设(?:截止|期限)/;

export type Deadline =
  | { kind: 'date'; value: string }
  | { kind: 'open-ended' | 'no-such-date' | 'none'; value: null };

/**
 * Reads a deadline field: `2026年12月5日17:30`, `12.25`, `11/1 - 12/6` (its end), `下周三`, `31 Dec 2026`;
 * 长期 and 招满即止 are open-ended, 2月30日 is no such date.
 */
export function readDeadline(text: string, today: Day): Deadline {
  const mention = findDates(text, today)[0];
  if (mention && mention.day !== null) {
    return { kind: 'date', value: formatDeadline({ day: mention.day, time: mention.time }) };
  }
  if (mention) return { kind: 'no-such-date', value: null };
  return { kind: openEnded.test(fold(text)) ? 'open-ended' : 'none', value: null };
}
