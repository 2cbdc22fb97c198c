import type { TextSpan } from '../text/link';
import { chineseNumber, readNumber } from '../text/numbers';
import { type Document, type Entry, entriesOf, type Line } from './document';
import { fromValue, jobEnding, type Post, pieces, toPost, unique } from './post';

const rowCount = new RegExp(
  `^[\\s|:,\\t-]*(?:招|各|共|需求|人数:?)?\\s*(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)`,
);
const rowEnd = /\s{2,}|[|\t:：,，。;]|--|\s(?=\d+\s*[名人个位])/;

/** The names at the head of a line below 招聘岗位: the rest of the line is about them. */
function fromRow(document: Document, line: Line): (Post | null)[] {
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

function asLine(document: Document, entry: Entry): Line {
  const { start, end } = entry;
  return { start, end, text: document.text.slice(start, end), heading: false, bulleted: true };
}

function fromSection(document: Document, entry: Entry): Post[] {
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

function fromTable(document: Document): Post[] {
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
function namedCounts(document: Document, start: number, end: number, strict: boolean): Post[] {
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

const recruit =
  /(?:诚聘|急聘|高薪聘|招聘|招募|急招|诚招|直招|热招|招收|招录|引进|现招|再招|(?:想|要|在|需要|打算|还)(?:再)?找|寻找|聘|招)(?!聘|募|商|生(?!活)|标|待|牌|呼|满|到|投|办|远|考|新|什么|多少|人$)/g;
const recruitStop =
  /[。;\n!！:：?？]|,(?!\s*[一-龥A-Za-z]{2,12}(?:\d|[,、]|$))|要求|的(?:通知|公告|启事)|公告|简章|启事|通知|若干名|答疑|如下|\s{2,}/;

function afterVerb(document: Document): Post[] {
  const { text } = document;
  const found: Post[] = [];
  recruit.lastIndex = 0;
  for (let match = recruit.exec(text); match; match = recruit.exec(text)) {
    const from = match.index + match[0].length;
    // 本行招聘不收费, 参与招聘: spoken about, not spoken out.
    if (
      /(?:本行|我司|正规|不|凡|参与|关注|自主|负责|组织|从事|智能|热门|竞|应|受|返|解|续)$/.test(
        text.slice(Math.max(0, match.index - 3), match.index),
      )
    )
      continue;
    const window = text.slice(from, from + 80);
    const stop = recruitStop.exec(window);
    let region = stop ? window.slice(0, stop.index) : window;
    // 学生馆员12名，其中流通岗8名: the parts are posts only where the whole has no name.
    const detail = region.search(/[,(]?其中|\((?=[^()]*\d+\s*[名人])/);
    const named = detail > 0 ? namedCounts(document, from, from + detail, false) : [];
    if (named.length > 0) region = region.slice(0, detail);
    const many = namedCounts(document, from, from + region.length, false);
    if (many.length >= 2) {
      found.push(...many);
      continue;
    }
    const count = new RegExp(`(?:\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)(?=[,，、。;\\s)(]|$)`).exec(
      region,
    );
    if (count && count.index > 0) region = region.slice(0, count.index + count[0].length);
    for (const span of pieces(text, from, from + region.length)) {
      const post = toPost(document, span.start, span.end, true);
      if (post) found.push(post);
    }
  }
  const posts = unique(found);
  // 图书馆学生馆员 in the headline and 学生馆员 in the text are one post.
  return posts.filter((post) => !posts.some((other) => other !== post && post.title.endsWith(other.title)));
}

/** 客户端、测试都缺人: the posts stand in front of the verb. */
function beforeVerb(document: Document): Post[] {
  const wanted = /([^,。;!?\n]{2,40}?)(?:都|还|均|全)?(?:缺人|在招|有坑|招人中|有hc|有HC)/g;
  const posts: (Post | null)[] = [];
  for (let match = wanted.exec(document.text); match; match = wanted.exec(document.text)) {
    const spans = pieces(document.text, match.index, match.index + (match[1] ?? '').length);
    for (const span of spans) posts.push(toPost(document, span.start, span.end, spans.length === 1));
  }
  return unique(posts);
}

/** Lines that are nothing but a name with a number, as bullets. */
function countedLines(document: Document): Post[] {
  const rows = rowsOf(document)
    .filter((line) => line.bulleted || /\d\s*[名人个位]/.test(line.text))
    .map((line) => {
      const head = countedHead.exec(line.text);
      if (!head) return null;
      const post = toPost(document, line.start, line.start + (head[1] ?? '').length, false);
      return post && { ...post, count: post.count ?? readNumber(head[2] ?? '') };
    });
  return unique(rows);
}

/** A name, perhaps its pay, and a number of people: 执业药师 6000-9000元 10人. */
const countedHead = new RegExp(
  `^((?:\\d[A-Za-z])?[^,、。;:|\\d]{2,24}?)(?:\\s+\\d[\\d.,~-]*\\s*[元kKwW万]?(?:/[月天年])?\\s)?\\s*[(:]?\\s*(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)\\s*\\)?\\s*(?:[:,|]|$|\\s)`,
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
function lineHeads(document: Document): Post[] {
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

/** 海外市场专员｜某集团, 某公司——医药专员（校招）, 某公司 · 2027届管培生“计划”: the post in the headline. */
function fromHeadline(document: Document, company: TextSpan | null): Post[] {
  const posts: (Post | null)[] = [];
  for (const line of document.lines.slice(0, 3)) {
    for (const span of splitHeadline(document.text, line)) {
      // 某某中学2027年教师招聘简章: the post is what is left behind the employer.
      const overlaps = company !== null && span.start < company.end && span.end > company.start;
      posts.push(toPost(document, overlaps ? company.end : span.start, span.end, true));
    }
    const kept = unique(posts);
    if (kept.length > 0) return kept;
  }
  return [];
}

function splitHeadline(text: string, line: Line): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = line.start;
  const mark = /\([^()]*\)|[|·:]|--+|-(?=[一-龥])|\s+|“[^”]*”|[【】[\]]|招聘|招募|选聘|诚聘|急聘|,/g;
  const body = text.slice(line.start, line.end);
  for (let match = mark.exec(body); match; match = mark.exec(body)) {
    // What stands in brackets stays with the name in front of it.
    if (match[0].startsWith('(')) continue;
    spans.push({ start: from, end: line.start + match.index });
    from = line.start + match.index + match[0].length;
  }
  spans.push({ start: from, end: line.end });
  return spans.filter((span) => span.end - span.start >= 2);
}

// Programmes that name their posts themselves.
const programmes: readonly (readonly [RegExp, string])[] = [
  [/选调/, '选调生'],
  [/特岗教师/, '特岗教师'],
  [/三支一扶/, '三支一扶'],
  [/西部计划/, '西部计划'],
  [/乡村医生/, '乡村医生'],
];

function fromProgramme(document: Document): Post[] {
  for (const [programme, title] of programmes) {
    const match = programme.exec(document.text);
    if (match)
      return [{ title, count: null, span: { start: match.index, end: match.index + match[0].length } }];
  }
  return [];
}

/** 运营方向：社区运营实习生 / 用户研究实习生: labels of our own making that hold nothing but posts. */
function fromDirections(document: Document): Post[] {
  const entries = document.entries.filter(
    (entry) =>
      !entry.section &&
      /(?:方向|类|序列|条线|部门?|中心|组)$/.test(entry.label) &&
      !/研究|培养|专业/.test(entry.label),
  );
  return unique(
    entries.flatMap((entry) =>
      fromValue(document, entry.start, entry.end).filter((post) => jobEnding.test(post.title)),
    ),
  );
}

function findPosts(document: Document, company: TextSpan | null): Post[] {
  const table = fromTable(document);
  if (table.length > 0) return table;
  const labelled = unique(
    entriesOf(document, 'title').flatMap((entry) => {
      if (entry.section) return fromSection(document, entry);
      // 岗位1：音乐教师，2人，本科…: one post and what is said of it.
      if (/[一二三四五六七八\d]$/.test(entry.label)) return fromRow(document, asLine(document, entry));
      return fromValue(document, entry.start, entry.end);
    }),
  );
  if (labelled.length > 0) return withCounts(document, labelled);
  const plan = unique(
    entriesOf(document, 'headcount').flatMap((entry) => namedCounts(document, entry.start, entry.end, false)),
  );
  if (plan.length > 0) return plan;
  const directions = fromDirections(document);
  if (directions.length > 0) return withCounts(document, directions);
  const lines = countedLines(document);
  if (lines.length >= 2) return lines;
  const heads = lineHeads(document);
  if (heads.length >= 2) return withCounts(document, heads);
  const verb = afterVerb(document);
  if (verb.length > 0) return withCounts(document, verb);
  if (lines.length > 0) return lines;
  const before = beforeVerb(document);
  if (before.length > 0) return before;
  const anywhere = namedCounts(document, 0, document.text.length, true);
  if (anywhere.length > 0) return anywhere;
  const headline = fromHeadline(document, company);
  return headline.length > 0 ? withCounts(document, headline) : fromProgramme(document);
}

/** 动画师、原画师各2人: the number behind the last stands for each. */
function spreadEach(document: Document, posts: Post[]): Post[] {
  const last = posts[posts.length - 1];
  if (posts.length < 2 || last === undefined || posts.slice(0, -1).some((post) => post.count !== null))
    return posts;
  const behind = document.text.slice(last.span.end, last.span.end + 10);
  const each = new RegExp(`^[\\s,、(]*各(?:招聘?|要|需)?\\s*(\\d{1,3}|${chineseNumber})\\s*[名人个位]`).exec(
    behind,
  );
  const count = each ? readNumber(each[1] ?? '') : null;
  return count === null ? posts : posts.map((post) => ({ ...post, count }));
}

/** The posts of an announcement in written order; empty when it names none. */
export function readPosts(document: Document, company: TextSpan | null): Post[] {
  return spreadEach(document, findPosts(document, company));
}

/** Numbers that stand with the name somewhere else: 课程顾问5 班主任助理2 below 人数. */
function withCounts(document: Document, posts: Post[]): Post[] {
  return posts.map((post) => {
    if (post.count !== null) return post;
    const name = document.text.slice(post.span.start, post.span.end);
    let at = document.text.indexOf(name);
    while (at >= 0) {
      const rest = document.text.slice(at + name.length, at + name.length + 14);
      const number = new RegExp(
        `^\\s*(?:\\([^()\\d]*\\))?\\s*[(:|]?\\s*(?:招|共)?\\s*(?:(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个(?!月)|位)|(\\d{1,4})(?:$|[\\s,、)]))`,
      ).exec(rest);
      const value = number ? readNumber(number[1] ?? number[2] ?? '') : null;
      if (value !== null && value > 0) return { ...post, count: value };
      at = document.text.indexOf(name, at + 1);
    }
    return post;
  });
}
