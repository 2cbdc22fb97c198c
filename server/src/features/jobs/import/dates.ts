import { type DateMention, findDates, formatDeadline, openEnded } from '@qihang/shared/jobs/text/date';
import { fold } from '@qihang/shared/jobs/text/fold';
import { addDays, dayAt, wallClockAt } from '@qihang/shared/time/shanghai';

const pad = (n: number) => String(n).padStart(2, '0');

/** Dates as machines print them, made readable: no midnight behind a day, instants as the clock in Shanghai shows. */
function asWritten(text: string): string {
  const source = fold(text).trim();
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(source)
    ? Date.parse(source)
    : Number.NaN;
  if (!Number.isNaN(instant)) {
    const { hour, minute } = wallClockAt(instant);
    return `${dayAt(instant)} ${pad(hour)}:${pad(minute)}`;
  }
  return source
    .replace(/^(\d{4}-\d{2}-\d{2})T(?=\d)/, '$1 ')
    .replace(/\s+0?0:00(?::00(?:\.0+)?)?$/, '')
    .replace(/^(2\d)([-/.])(\d{1,2})\2(\d{1,2})$/, '20$1-$3-$4');
}

const deadlineWords =
  /网申|报名|投递|申请|简历|应聘|收取|截止|截至|结束|有效期?|时间|日期|为止|之前|以前|前|至|到|日|止|于|在|为|[\s:,.;、。，()~-]/g;
/** A sentence of this length around a date says something else, as in 截至 8 月 8 日仅有上海的岗位. */
const maxWords = 8;
const maxAheadDays = 366;
const maxAssumedDays = 180;

export type ClosingText =
  | { kind: 'date'; deadline: string; yearAssumed: boolean }
  | { kind: 'open-ended' | 'closed' | 'unreadable' };

const yearWritten = /\d{4}|\d{2}\s*年|[零〇一二三四五六七八九]{4}/;
/** Words for a day that follow the day of writing; 12月20日（周日） and 12月底 do not. */
const relative = /[今明后本这]|下下?个?[周月星礼]|^(?:周|星期|礼拜)|^月底/;

/**
 * Reads a deadline field. `published` is the day the posting came out, which a date without a year follows; where that is
 * not known, only a date of the coming half year is taken, and 下周三 not at all.
 */
export function readClosing(text: string, published: string | null, today: string): ClosingText {
  const source = asWritten(text);
  const mentions = findDates(source, published ?? today);
  const [mention] = mentions;
  if (!mention) {
    if (openEnded.test(source) || /^(?:不限|随时|永久|常年)/.test(source)) return { kind: 'open-ended' };
    return { kind: /已截止|已结束|已停招|已过|过期|过了/.test(source) ? 'closed' : 'unreadable' };
  }
  const rest = (source.slice(0, mention.start) + source.slice(mention.end)).replace(deadlineWords, '');
  if (mentions.length > 1 || rest.length > maxWords || /\d/.test(rest)) return { kind: 'unreadable' };
  return closingOf(mention, source.slice(mention.start, mention.end), published, today);
}

function closingOf(
  { day, time }: DateMention,
  words: string,
  published: string | null,
  today: string,
): ClosingText {
  if (day === null || day > addDays(today, maxAheadDays)) return { kind: 'unreadable' };
  const deadline = formatDeadline({ day, time });
  if (yearWritten.test(words) || published !== null) return { kind: 'date', deadline, yearAssumed: false };
  if (relative.test(words) || day > addDays(today, maxAssumedDays)) return { kind: 'unreadable' };
  return { kind: 'date', deadline, yearAssumed: true };
}

const firstDay = '2000-01-01';

/** The instant a posting came out, where the text holds a whole date that is over; else null. */
export function readPublished(text: string, now: Date): Date | null {
  const [mention, second] = findDates(asWritten(text), dayAt(now.getTime()));
  if (!mention || second || mention.day === null || mention.day < firstDay) return null;
  if (!yearWritten.test(text) || mention.from !== null) return null;
  const at = new Date(`${mention.day}T${mention.time ?? '00:00'}:00+08:00`);
  return at <= now ? at : null;
}
