import { chineseNumber, readNumber } from '../text/numbers';
import type { Document, Entry, Line } from './document';
import { fromValue, type Post, toPost, unique } from './post';

const rowCount = new RegExp(
  `^[\\s|:,\\t-]*(?:招|各|共|需求|人数:?)?\\s*(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)`,
);
const rowEnd = /\s{2,}|[|\t:：,，。;]|--|\s(?=\d+\s*[名人个位])/;

/** The names at the head of a line below 招聘岗位: the rest of the line is about them. */
export function fromRow(document: Document, line: Line): (Post | null)[] {
  const { text } = document;
  const match = rowEnd.exec(line.text);
  const end = line.start + (match ? match.index : line.text.length);
  // 工艺设计 12人　设备管理 8人: a line of several.
  const several = namedCounts(document, line.start, line.end, false);
  if (several.length > 1) return several;
  if (/、/.test(text.slice(line.start, end))) return fromValue(document, line.start, end);
  const post = toPost(document, line.start, end, false);
  if (post === null || post.count !== null || !match) return [post];
  const number = rowCount.exec(text.slice(end, Math.min(line.end, end + 24)));
  return [number ? { ...post, count: readNumber(number[1] ?? '') } : post];
}

export function asLine(document: Document, entry: Entry): Line {
  const { start, end } = entry;
  return { start, end, text: document.text.slice(start, end), heading: false, bulleted: true };
}

export function fromSection(document: Document, entry: Entry): Post[] {
  const others = document.entries.filter(
    (other) => other !== entry && other.field !== 'title' && other.field !== 'other',
  );
  const rows = document.lines.filter(
    (line) =>
      line.start >= entry.start &&
      line.end <= entry.end &&
      !others.some((other) => other.labelStart === line.start),
  );
  const many = rows.filter((line) => line.bulleted || /\||\t|\s{2,}|\d+\s*[名人个位]/.test(line.text));
  return unique((many.length > 0 ? many : rows).flatMap((line) => fromRow(document, line)));
}

export function fromTable(document: Document): Post[] {
  const { table } = document;
  if (table === null) return [];
  const at = table.columns.indexOf('title');
  const countAt = table.columns.indexOf('headcount');
  return table.rows.flatMap((row) => {
    const cell = row.cells[at];
    if (!cell || cell.text === '' || /合计|总计|小计/.test(cell.text)) return [];
    const post = toPost(document, cell.start, cell.end, false);
    const count = readNumber(/\d+/.exec(row.cells[countAt]?.text ?? '')?.[0] ?? '');
    return post ? [{ ...post, count: post.count ?? count }] : [];
  });
}

const namedCount = new RegExp(
  `([一-龥A-Za-z][一-龥A-Za-z0-9+#/]{1,18}?(?:\\([^()\\d]{1,24}\\))?)\\s*[(:]?\\s*(\\d{1,4}|${chineseNumber.replace('9', '3')})\\s*(?:名|人|个(?!月|工作日|岗位|部门|百分点)|位)\\s*\\)?`,
  'g',
);

/** 柜员20人、客户经理5人: names with their numbers, wherever they stand together. */
export function namedCounts(document: Document, start: number, end: number, strict: boolean): Post[] {
  const { text } = document;
  const region = text.slice(start, end);
  const posts: (Post | null)[] = [];
  namedCount.lastIndex = 0;
  for (let match = namedCount.exec(region); match; match = namedCount.exec(region)) {
    const name = (match[1] ?? '').replace(
      /^(?:其中|另有|招聘?|招募|招收|和|及|与|包括|含|拟招|现招|急需|需要?|要|计划)+/,
      '',
    );
    const from = start + match.index + (match[1] ?? '').indexOf(name);
    const post = toPost(document, from, from + name.length, strict);
    if (post) posts.push({ ...post, count: readNumber(match[2] ?? '') });
  }
  return unique(posts);
}

/** Lines that are nothing but a name with a number, as bullets. */
export function countedLines(document: Document): Post[] {
  const rows = rowsOf(document)
    .filter((line) => line.bulleted || /\d\s*[名人个位]/.test(line.text))
    .map((line) => {
      const head = countedHead.exec(line.text);
      if (!head) return null;
      const post = toPost(document, line.start, line.start + (head[1] ?? '').length, false);
      return post && { ...post, count: post.count ?? readNumber(head[2] ?? head[3] ?? '') };
    });
  return unique(rows);
}

/** A name, perhaps its pay, and a number of people: 执业药师 6000-9000元 10人. */
const countedHead = new RegExp(
  `^((?:\\d[A-Za-z])?[^,、。;:|\\d]{2,24}?)(?:\\s+\\d[\\d.,~-]*\\s*[元kKwW万]?(?:/[月天年])?\\s)?\\s*[(:]?\\s*(?:(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)|[x×*]\\s*(\\d{1,3})(?=\\s*$))\\s*\\)?\\s*(?:[:,|]|$|\\s)`,
);

/** The lines, and the numbered parts of those that hold several: 诚聘：1.编程员2名；2.钳工5名. */
function rowsOf(document: Document): Line[] {
  return document.lines.flatMap((line) => {
    const rows = [line];
    const mark = /[:;。]\s*(?:\d{1,2}\s*(?:[、)]|\.(?!\d))|[①-⑳]|\(\d{1,2}\))\s*/g;
    for (let match = mark.exec(line.text); match; match = mark.exec(line.text)) {
      const start = line.start + match.index + match[0].length;
      const previous = rows[rows.length - 1] as Line;
      rows[rows.length - 1] = {
        ...previous,
        end: start - match[0].length,
        text: previous.text.slice(0, start - match[0].length - previous.start),
      };
      rows.push({ ...line, start, text: line.text.slice(start - line.start), bulleted: true });
    }
    return rows;
  });
}

/** 机械工程师，本科，12-18K； or 投行部·研究员｜上海｜硕士: lines that begin with a post and go on about it. */
export function lineHeads(document: Document): Post[] {
  const rows = rowsOf(document).map((line) => {
    const end = line.text.search(/[,|\t:(;]|\s{2,}/);
    const rest = end < 2 ? '' : line.text.slice(end);
    if (!/\d\s*[kK元万名人]|本科|硕士|大专|博士|学历|薪/.test(rest)) return null;
    const head = toPost(document, line.start, line.start + end, true);
    // 北京｜直播运营实习生｜5人: the place may come first.
    const second = /^[^|\t]{2,10}[|\t]([^|\t]{2,20})[|\t]/.exec(line.text);
    if (head !== null || second === null) return head;
    const start = line.start + second[0].length - 1 - (second[1] ?? '').length;
    return toPost(document, start, start + (second[1] ?? '').length, true);
  });
  return unique(rows);
}
