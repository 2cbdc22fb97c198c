import { type DateMention, findDates, formatDeadline, openEnded } from '../text/date';
import { type Document, entriesOf } from './document';
import type { Found } from './found';

/** `openEnded`: 长期, 招满即止. `noSuchDate`: the deadline is written with a date no calendar holds. */
export interface DeadlineReading {
  value: string | null;
  openEnded: boolean;
  noSuchDate: boolean;
}

const ends =
  /截止|截至|ddl|deadline|有效期|报名|网申|投递|申请|应聘|收简历|简历|接收|报考|招聘(?!会)[^,。]{0,6}到|招聘时间|招募时间|征集|填报|apply|before|最晚|最迟|为止|即日起|前完成|延[长期]|顺延/i;
const otherEvent =
  /笔试|面试|考试|考核|体检|资格(?:审查|复审|初审)|缴费|打印|准考证|宣讲|培训|入职|到岗|报到|出生|成立|创建|公示|开学|毕业|取得|实习(?:时间|期)|录用|聘期|三方|讲座|通知|offer|查询|确认|服务期|发布(?!之日)|答疑|初试|复试|结果|开班|双选|招聘会|直播|放假|试讲|评议|考察|寒假|暑假|工作时间|上岗|发证|期间|回复|答复|电话|例[:：]/i;
// 缴费截止, 笔试时间: the event, not the word behind it, says what ends.
const eventWithEnd = new RegExp(`(?:${otherEvent.source})(?:[^,。;、\\s]{0,3}(?:截止|时间|日期|报名))?`, 'i');
const endsAfter =
  /^[\s)）]*(?:\([^)]*\))?\s*(?:[,，]?\s*(?:截止|截至|止|结束|为止|关闭|前|之前|以前|之内|内)|(?:网申|报名|投递)|[^,。;\n]{0,3}(?:逾期|过期|过时))/;
const beforeAction =
  /^[^。;\n]{0,6}(?:前|之前|以前)[^。;\n]{0,30}(?:发|投|寄|报名|简历|提交|申请|登录|填|交|定下来|送|联系|报|apply)/;

interface Scored {
  mention: DateMention;
  score: number;
}

/** Position of the last match of `pattern` in `text`, or -1. */
function lastIndex(text: string, pattern: RegExp): number {
  const global = new RegExp(pattern.source, 'gi');
  let index = -1;
  for (let match = global.exec(text); match; match = global.exec(text)) {
    index = match.index + match[0].length;
    if (match[0] === '') global.lastIndex += 1;
  }
  return index;
}

function score(document: Document, mention: DateMention, previousEnd: number): number {
  const { text } = document;
  const lineStart = text.lastIndexOf('\n', mention.start - 1) + 1;
  const lineEnd = text.indexOf('\n', mention.end);
  const from = Math.max(lineStart, previousEnd, mention.start - 40);
  const clause =
    text
      .slice(from, mention.start)
      .split(/[。;!?]/)
      .pop() ?? '';
  const after = text.slice(mention.end, Math.min(lineEnd < 0 ? text.length : lineEnd, mention.end + 48));
  let points = 0;
  const good = lastIndex(clause, ends);
  const bad = lastIndex(clause, eventWithEnd);
  if (good > bad || /^\s*[到至]\s*$/.test(clause)) points += 4;
  else if (bad >= 0) points -= 5;
  // The label of the line, then the head of the section, speak where the clause itself is silent.
  if (good < 0 && bad < 0) {
    const holders = document.entries.filter(
      (entry) => mention.start >= entry.start && mention.end <= entry.end,
    );
    const inner = holders[holders.length - 1];
    // 时间： below 报名办法 is the time to apply.
    const holder =
      inner && /^(?:起止)?(?:时间|日期)$/.test(inner.label) ? (holders[holders.length - 2] ?? inner) : inner;
    if (holder?.field === 'deadline') points += 4;
    // A bare 时间： may be that of anything; what stands behind the date decides.
    else if (holder?.field === 'schedule' && !/^(?:时间|日期)$/.test(holder.label)) points -= 5;
    else if (holder?.field === 'apply') points += holder === inner ? 2 : 4;
  }
  if (endsAfter.test(after))
    points +=
      /^[\s)）]*(?:[,，]?\s*(?:截止|截至|止|结束|网申|报名|投递|之?前(?:有效|报名|投递|联系|截止)))/.test(
        after,
      )
        ? 4
        : 2;
  if (beforeAction.test(after)) points += 3;
  if (mention.from !== null && /^[^。;,\n]{0,16}(?:报名|投递|申请|登记)/.test(after)) points += 4;
  if (
    /^[^。;,，\n)→]{0,4}(?:笔试|面试|宣讲|考试|体检|开始|发布|入职|到岗|讲座|举办|答疑|双选|成立|出生|后出生|通知|收到|前收到|毕业|取得|培训)/.test(
      after,
    )
  )
    points -= 6;
  if (good > bad && /截止|截至|ddl|deadline/i.test(clause)) points += 3;
  if (/原定|原为|原计划/.test(clause)) points -= 4;
  if (/延[长期]|顺延|推迟|调整(?:为|至)|改[为到至]/.test(clause.slice(-8))) points += 4;
  if (/开始|启动|开放|自$|^起/.test(clause.slice(-4)) && mention.from === null) points -= 3;
  if (/^\s*起(?!止)/.test(after) && mention.from === null) points -= 4;
  if (mention.weak && points < 4) points -= 4;
  return points;
}

/** 简历投递截止：宣讲会结束当日 → the day of the talk. */
function dayOfEvent(document: Document, dates: DateMention[]): DateMention | null {
  const reference = /(宣讲会?|招聘会|双选会|面试)[^。;\n]{0,6}(?:当[日天]|结束)/;
  for (const entry of entriesOf(document, 'deadline')) {
    const event = reference.exec(entry.value)?.[1]?.slice(0, 2);
    if (event === undefined) continue;
    const held = dates.find((mention) => {
      const line = document.lines.find((item) => mention.start >= item.start && mention.end <= item.end);
      return line?.text.includes(event) === true && mention.day !== null;
    });
    if (held) return { ...held, time: null };
  }
  return null;
}

/** When applications end: not the exam, the payment or the talk. */
export function readDeadline(document: Document, today: string): Found<DeadlineReading> {
  const dates = findDates(document.text, today);
  const scored: Scored[] = [];
  let previousEnd = 0;
  for (const mention of dates) {
    scored.push({ mention, score: score(document, mention, previousEnd) });
    previousEnd = mention.end;
  }
  let best: Scored | null = null;
  for (const item of scored) if (item.score >= 3 && (best === null || item.score > best.score)) best = item;
  const event = best === null ? dayOfEvent(document, dates) : null;
  const mention = best?.mention ?? event;
  const open = openEnded.exec(document.text);
  if (mention === null || mention === undefined) {
    const span = open ? { start: open.index, end: open.index + open[0].length } : { start: 0, end: 0 };
    return { value: { value: null, openEnded: open !== null, noSuchDate: false }, span };
  }
  const span = { start: mention.start, end: mention.end };
  if (mention.day === null) return { value: { value: null, openEnded: false, noSuchDate: true }, span };
  const value = formatDeadline({ day: mention.day, time: mention.time });
  return { value: { value, openEnded: false, noSuchDate: false }, span };
}
