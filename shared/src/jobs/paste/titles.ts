import type { TextSpan } from '../text/link';
import { chineseNumber, readNumber } from '../text/numbers';
import { type Document, type Entry, entriesOf, type Line, written } from './document';

/** A post of the announcement: its name, how many are wanted, and the stretch of text that speaks of it alone. */
export interface Post {
  title: string;
  count: number | null;
  span: TextSpan;
}

const jobEnding =
  /(?:工程师|专员|助理|经理|主管|总监|会计|出纳|审计|教师|老师|讲师|辅导员|顾问|代表|设计师?|编辑|记者|运营|开发|测试|产品|策划|美术|客服|销售|文员|护士|护理|技师|医师|医生|药师|技术员|施工员|造价员|安全员|资料员|质检员|检验员|化验员|管理员|调度员|业务员|操作工|普工|岗|员|师|生|助教|助管|助研|主播|翻译|律师|法务|分析|研究|博士后|干部|店长|教练|导师|柜员|司机|厨师|秘书|前台|行政|人事|HR|采购|仓管|学徒|保安|培训生|跟单|外贸|财务|市场|研发|工艺|质量|算法|前端|后端|架构|推广|直播|剪辑|摄影|文案|合伙人|负责人|店员|保育|班主任|社工|讲解|支教|支农|支医|工人|技工|机师|乘务|空乘|trainee|engineer|manager|analyst|developer|designer|intern|specialist|assistant|sales|operator)$/i;
const notTitle =
  /要求|负责|以上|不少于|至少|不超过|名额|人数|总数|学历|不限|薪|待遇|福利|地点|时间|简历|邮箱|联系|公司|有限|单位|报名|截止|我们|欢迎|优先|具体|详见|如下|附件|点击|链接|同学|共计|合计|总计|其中|另有|每个|每学科|服从|按照|根据|方式|面向|登录|专业$|本科|硕士|大专|博士(?!后)|招聘会|启事|公告|简章|通知|计划|^共|^全[县市省]|选调$|毕业生$|[。;:?？!！@=]/;
const genericTitle =
  /^(?:人员|工作人员|人才|英才|员工|学生|大学生|应届生?|毕业生|若干|多名|岗位|职位|远程|线下|线上|全职|兼职|校招|社招|实习|内推|急招|热招|以下|多个|各类|等|人|优秀.*|新人|伙伴|小伙伴|你|TA|正式员工|在校生|高校毕业生|应届毕业生|专业技术人员|高层次人才|编制外|编外人员|事业单位工作人员|\d*届.*毕业生|“?三支一扶”?人员|志愿者|岗位信息|工作|公务员)$/;
const modifiers =
  /^(?:(?:20)?\d\d届|20\d\d(?:-20\d\d)?年?(?:度|秋季|春季|第[一二]学期)?|远程\/?|线下|线上|寒假|暑[期假]|春季|秋季|冬季|夏季|日常|优秀|全职|兼职|急聘|急招|招聘|诚聘|以下|若干名?|多名|一批|专场|校园|校招|社招|(?:\d+|[一二两三四五六七八九十]+)\s*[名位个]|的|岗位?[:：])+/;
const leading =
  /^(?:[\s“”"'‘’《》<>[\]【】·•*#]+|[①-⑳]|\d{1,2}\s*(?:[、)]|\.(?!\d))|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2}、)+/;
const counted = new RegExp(
  `[\\s(:x×*-]*(?:约|各|共|招聘?|拟招|若干|需求)?\\s*(?:(\\d{1,4})\\s*(?:余|多)?\\s*(?:名|人|个|位|hc|HC)?|(${chineseNumber})\\s*(?:名|人|个|位)|若干\\s*(?:名|人)?|多名)\\s*(?:左右|以上)?\\s*\\)?\\s*$`,
);
const bracketNote =
  /\s*\((?:[^()]*(?:勤工|固定岗|临时岗|编制|员额|合同制|派遣|实习$|校招|社招|应届|急[招聘]|若干|兼职|全职|人数|名$|\d+人)[^()]*|实习)\)\s*$/;

/** One post from a piece of an enumeration, or null when the piece names no post. */
function toPost(document: Document, start: number, end: number, strict: boolean): Post | null {
  const { text } = document;
  let from = start;
  let to = end;
  const trim = () => {
    while (to > from && /[\s“”"'’》>\]】,，、。;]/.test(text.charAt(to - 1))) to -= 1;
    from += leading.exec(text.slice(from, to))?.[0].length ?? 0;
  };
  trim();
  let count: number | null = null;
  for (let round = 0; round < 3; round += 1) {
    const piece = text.slice(from, to);
    const number = counted.exec(piece);
    // Web3 and Java8 end in a figure that counts nobody.
    if (
      number &&
      number.index > 0 &&
      !(/[A-Za-z]$/.test(piece.slice(0, number.index)) && /^\d+$/.test(number[0]))
    ) {
      count = count ?? readNumber(number[1] ?? number[2] ?? '');
      to = from + number.index;
    }
    const note = bracketNote.exec(text.slice(from, to));
    if (note && note.index > 0) {
      const inside = /(\d{1,4})\s*[人名]/.exec(note[0]);
      if (inside) count = count ?? Number(inside[1]);
      to = from + note.index;
    }
    trim();
  }
  const modifier = modifiers.exec(text.slice(from, to));
  if (modifier && modifier[0].length < to - from) from += modifier[0].length;
  else if (modifier) return null;
  const tail = /(?:等(?:岗位|职位)?|的?岗位|职位|数名|若干)$/;
  const trailing = tailOf(text.slice(from, to), tail);
  to -= trailing;
  trim();
  const title = text.slice(from, to);
  if (title.length < 2 || title.length > 30 || genericTitle.test(title) || notTitle.test(title)) return null;
  if (/^[\d\s.,%-]+$/.test(title) || !/[一-龥A-Za-z]/.test(title)) return null;
  if (strict && !jobEnding.test(title.replace(/\([^()]*\)$/, ''))) return null;
  return { title: written(document, { start: from, end: to }), count, span: { start: from, end: to } };
}

function tailOf(text: string, pattern: RegExp): number {
  const match = pattern.exec(text);
  return match && match.index >= 2 ? match[0].length : 0;
}

/** Cuts an enumeration at 、，;/ and wide blanks outside brackets; offsets are kept. */
function pieces(text: string, start: number, end: number): TextSpan[] {
  const spans: TextSpan[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i += 1) {
    const char = text.charAt(i);
    if (/[([【]/.test(char)) depth += 1;
    else if (/[)\]】]/.test(char)) depth = Math.max(0, depth - 1);
    const blank =
      char === ' ' &&
      /[一-龥)\d]/.test(text.charAt(i - 1)) &&
      /[一-龥A-Z]/.test(text.charAt(i + 1)) &&
      !/^\s*\d/.test(text.slice(i + 1, i + 3));
    if (
      depth === 0 &&
      ((/[、,;/|\n\t&+]/.test(char) && !/[CcJ]\+?$/.test(text.slice(Math.max(0, i - 2), i))) || blank)
    ) {
      spans.push({ start: from, end: i });
      from = i + 1;
    }
  }
  spans.push({ start: from, end });
  return spans.filter((span) => text.slice(span.start, span.end).trim() !== '');
}

function unique(posts: (Post | null)[]): Post[] {
  const kept: Post[] = [];
  for (const post of posts) {
    if (post === null) continue;
    const same = kept.find((item) => item.title === post.title);
    if (same) same.count = same.count ?? post.count;
    else kept.push(post);
  }
  return kept;
}

/** Of “Graduate Trainee / 管理培训生” the Chinese name stays. */
function dropTranslations(posts: Post[], value: string): Post[] {
  const chinese = posts.filter((post) => /[一-龥]{2,}/.test(post.title));
  return /\//.test(value) && chinese.length > 0 && chinese.length * 2 === posts.length && !/[、,]/.test(value)
    ? chinese
    : posts;
}

function fromValue(document: Document, start: number, end: number): Post[] {
  const { text } = document;
  const value = text.slice(start, end);
  const stop = /[。;]|,(?=\s*(?:要求|本科|大专|学历|专业|共|薪|负责|地点|以上))/.exec(value);
  const until = stop && !/;/.test(stop[0]) ? start + stop.index : end;
  return dropTranslations(
    unique(pieces(text, start, until).map((span) => toPost(document, span.start, span.end, false))),
    value,
  );
}

const rowEnd = /\s{2,}|[|\t:：,，。;]|--|\s(?=\d+\s*[名人个位])/;

/** The name at the head of a line below 招聘岗位: the rest of the line is about it. */
function fromRow(document: Document, line: Line, strict: boolean): Post | null {
  const { text } = document;
  const match = rowEnd.exec(line.text);
  const end = line.start + (match ? match.index : line.text.length);
  const post = toPost(document, line.start, end, strict);
  if (post === null) return null;
  if (post.count === null && match) {
    const rest = text.slice(end, Math.min(line.end, end + 24));
    const number = new RegExp(
      `^[\\s|:,，\\t-]*(?:招|各|共|需求|人数:?)?\\s*(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)`,
    ).exec(rest);
    if (number) post.count = readNumber(number[1] ?? '');
  }
  return { ...post, span: post.span };
}

function fromSection(document: Document, entry: Entry): Post[] {
  const lines = document.lines.filter((line) => line.start >= entry.start && line.end <= entry.end);
  const rows = lines.filter(
    (line) =>
      !document.entries.some(
        (other) =>
          other !== entry &&
          other.labelStart === line.start &&
          other.field !== 'title' &&
          other.field !== 'other',
      ),
  );
  const many = rows.filter((line) => line.bulleted || /\||\t|\s{2,}|\d+\s*[名人个位]/.test(line.text));
  const posts = unique((many.length > 0 ? many : rows).map((line) => fromRow(document, line, false)));
  if (posts.length > 1 || rows.length !== 1) return posts;
  const only = rows[0];
  return only
    ? fromValue(document, only.start, only.end).filter((post) => jobEnding.test(post.title))
    : posts;
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
  `([一-龥A-Za-z][一-龥A-Za-z0-9+#/]{1,18}?(?:\\([^()\\d]{1,12}\\))?)\\s*[(:]?\\s*(\\d{1,4}|${chineseNumber.replace('+', '{1,3}')})\\s*(?:名|人|个(?!月|工作日|岗位|部门|百分点)|位)\\s*\\)?`,
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
      /^(?:其中|另有|招聘?|招募|和|及|与|包括|含|拟招|现招|需|计划)+/,
      '',
    );
    const from = start + match.index + (match[1] ?? '').length - name.length;
    const post = toPost(document, from, from + name.length, strict);
    if (post) posts.push({ ...post, count: readNumber(match[2] ?? '') });
  }
  return unique(posts);
}

const recruit =
  /(?:诚聘|急聘|高薪聘|招聘|招募|急招|诚招|直招|热招|招收|招录|引进|现招|再招|聘|招)(?!聘|募|商|生(?!活)|标|待|牌|呼|满|到|投|办|远|考|新|什么|多少|人$)/g;
const recruitStop =
  /[。;\n!！:：?？]|,(?!\s*[一-龥A-Za-z]{2,12}(?:\d|[,、]|$))|要求|的(?:通知|公告|启事)|公告|简章|启事|通知|若干名|答疑|如下|一名|数名|多名|\s{2,}/;

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
    const detail = region.search(/[,(]?其中/);
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

/** Lines that are nothing but a name with a number, as bullets. */
function countedLines(document: Document): Post[] {
  const rows = document.lines
    .filter((line) => line.bulleted || /\d\s*[名人个位]/.test(line.text))
    .map((line) => {
      const head = new RegExp(
        `^([^,，、。;:：|]{2,24}?)\\s*[(:：]?\\s*(?:\\d{1,4}|${chineseNumber})\\s*(?:名|人|个|位)\\s*\\)?\\s*(?:[:：,，|]|$|\\s)`,
      ).exec(line.text);
      if (!head) return null;
      return toPost(document, line.start, line.start + head[0].replace(/[:：,，|\s]+$/, '').length, false);
    });
  return unique(rows);
}

/** 海外市场专员｜某集团, 某公司——医药专员（校招）, 某公司 · 2027届管培生“计划”: the post in the headline. */
function fromHeadline(document: Document, company: TextSpan | null): Post[] {
  const posts: (Post | null)[] = [];
  for (const line of document.lines.slice(0, 3)) {
    for (const span of splitHeadline(document.text, line)) {
      if (company && span.start < company.end && span.end > company.start) continue;
      posts.push(toPost(document, span.start, span.end, true));
    }
    const kept = unique(posts);
    if (kept.length > 0) return kept;
  }
  return [];
}

function splitHeadline(text: string, line: Line): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = line.start;
  const mark = /[|·:]|--+|\s+|“[^”]*”|[【】[\]]|招聘|诚聘|急聘|,/g;
  const body = text.slice(line.start, line.end);
  for (let match = mark.exec(body); match; match = mark.exec(body)) {
    spans.push({ start: from, end: line.start + match.index });
    from = line.start + match.index + match[0].length;
  }
  spans.push({ start: from, end: line.end });
  return spans.filter((span) => span.end - span.start >= 2);
}

const programmes: readonly RegExp[] = [/选调生/, /特岗教师/, /三支一扶/, /西部计划志愿者/];

function fromProgramme(document: Document): Post[] {
  for (const programme of programmes) {
    const match = programme.exec(document.text);
    if (match)
      return [
        { title: match[0], count: null, span: { start: match.index, end: match.index + match[0].length } },
      ];
  }
  return [];
}

/** The posts of an announcement in written order; empty when it names none. */
export function readPosts(document: Document, company: TextSpan | null): Post[] {
  const table = fromTable(document);
  if (table.length > 0) return table;
  const labelled = unique(
    entriesOf(document, 'title').flatMap((entry) =>
      entry.section ? fromSection(document, entry) : fromValue(document, entry.start, entry.end),
    ),
  );
  if (labelled.length > 0) return withCounts(document, labelled);
  const plan = unique(
    entriesOf(document, 'headcount').flatMap((entry) => namedCounts(document, entry.start, entry.end, false)),
  );
  if (plan.length > 0) return plan;
  const lines = countedLines(document);
  if (lines.length >= 2) return lines;
  const verb = afterVerb(document);
  if (verb.length > 0) return withCounts(document, verb);
  if (lines.length > 0) return lines;
  const anywhere = namedCounts(document, 0, document.text.length, true);
  if (anywhere.length > 0) return anywhere;
  const headline = fromHeadline(document, company);
  return headline.length > 0 ? withCounts(document, headline) : fromProgramme(document);
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
        `^\\s*(?:\\([^()\\d]*\\))?\\s*[(:]?\\s*(?:招|共)?\\s*(?:(\\d{1,4}|${chineseNumber})\\s*(?:名|人|个(?!月)|位)|(\\d{1,4})(?:$|[\\s,、)]))`,
      ).exec(rest);
      const value = number ? readNumber(number[1] ?? number[2] ?? '') : null;
      if (value !== null && value > 0) return { ...post, count: value };
      at = document.text.indexOf(name, at + 1);
    }
    return post;
  });
}
