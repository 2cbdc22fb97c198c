import type { TextSpan } from '../../text/link';
import { chineseNumber, readNumber } from '../text/numbers';
import { type Document, written } from './document';

/** A post of the announcement: its name, how many are wanted, and the stretch of text that speaks of it alone. */
export interface Post {
  title: string;
  count: number | null;
  span: TextSpan;
  /** Named by the programme (选调生), not by a list of posts: weak evidence of an offer. */
  implied?: boolean;
}

export const jobEnding =
  /(?:工程师|专员|助理|经理|主管|总监|会计|出纳|审计|教师|老师|讲师|辅导员|顾问|代表|设计师?|编辑|记者|运营|开发|测试|产品|策划|美术|客服|销售|文员|护士|护理|技师|医师|医生|药师|技术员|施工员|造价员|安全员|资料员|质检员|检验员|化验员|管理员|调度员|业务员|操作工|普工|岗|员|师|生|助教|助管|助研|主播|翻译|律师|法务|分析|研究员|研究岗|工作者|内勤|外勤|师傅|博士后|干部|店长|教练|导师|柜员|司机|厨师|秘书|前台|行政|人事|HR|采购|仓管|学徒|保安|培训生|跟单|外贸|财务|市场|研发|工艺|质量|算法|前端|后端|架构|推广|直播|剪辑|摄影|文案|合伙人|负责人|店员|保育|班主任|接待|导医|收银|社工|讲解|支教|支农|支医|工人|技工|机师|乘务|空乘|trainee|engineer|manager|analyst|developer|designer|intern|specialist|assistant|sales|operator)$/i;
const notTitle =
  /^各|^几|多少|[的了将让把很更您你]|具备|拥有|从事|热爱|喜欢|积极|提升|致力|结束|录用|扎实|爱心|耐心|责任心|吃苦|要求|负责|以上|不少于|至少|不超过|名额|人数|总数|学历|不限|薪|待遇|福利|地点|时间|简历|邮箱|联系|公司|有限责任|单位|报名|截止|我们|欢迎|优先|具体|详见|如下|附件|点击|链接|同学|共计|合计|总计|其中|另有|每个|每学科|服从|按照|根据|方式|面向|登录|专业$|本科|硕士|大专|博士(?!后)|招聘会|启事|公告|简章|通知|计划|^共|^全[县市省]|选调$|机关$|^基层$|党员|团员|毕业生$|[。;:?？!！@=]/;
const genericTitle =
  /^(?:人员|工作人员|人才|英才|员工|学生|大学生|应届生?|毕业生|若干|多名|岗位|职位|远程|线下|线上|全职|兼职|校招|社招|实习|内推|急招|热招|以下|多个|各类|等|人|优秀.*|新人|伙伴|小伙伴|你|TA|正式员工|在校生|高校毕业生|应届毕业生|专业技术人员|高层次人才|编制外|编外人员|事业单位工作人员|\d*届.*毕业生|“?三支一扶”?人员|志愿者|岗位信息|工作|公务员)$/;
const modifiers =
  /^(?:招(?![商生标待牌])|岗位是|职位是|岗位为|(?:20)?\d\d届|20\d\d(?:-20\d\d)?年?(?:度|秋季|春季|第[一二]学期)?|远程\/?|线下|线上|寒假|暑[期假]|春季|秋季|冬季|夏季|日常|优秀|全职|兼职|急聘|急招|招聘|诚聘|以下|若干名?|多名|一批|专场|校园|校招|社招|(?:\d+|[一二两三四五六七八九十]+)\s*[名位个]|的|岗位?[:：])+/;
const leading =
  /^(?:[【[][^】\]]{1,20}[】\]]|[一-龥]{0,8}(?:部|分公司|中心|事业群|分行)\s*[·|]\s*|[\s“”"'‘’《》<>[\]【】·•*#]+|[①-⑳]|\d{1,2}\s*(?:[、)]|\.(?!\d))|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2}、)+/;
const counted = new RegExp(
  `[\\s(:x×*-]*(?:约|各|共计?|合计|招聘?|拟招|若干|需求)?\\s*(?:(\\d{1,4}\\s*(?:-|~|至|到)\\s*)?(?:(\\d{1,4})\\s*(?:余|多)?\\s*(?:名|人|个|位|hc|HC)?|(${chineseNumber})\\s*(?:名|人|个|位)|若干\\s*(?:名|人)?|多名))\\s*(?:左右|以上)?\\s*\\)?\\s*$`,
);
const bracketNote =
  /\s*\((?:[^()]*(?:勤工|固定岗|临时岗|编制|员额|合同制|派遣|实习$|校招|社招|应届|急[招聘]|若干|兼职|全职|人数|名$|\d+人)[^()]*|实习)\)\s*$/;

/** One post from a piece of an enumeration, or null when the piece names no post. */
export function toPost(document: Document, start: number, end: number, strict: boolean): Post | null {
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
      !(/[A-Za-z\d]$/.test(piece.slice(0, number.index)) && /^\d+\)?$/.test(number[0]))
    ) {
      // 2-3名 is no number.
      if (number[1] === undefined) count = count ?? readNumber(number[2] ?? number[3] ?? '');
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
  const ahead = new RegExp(`^(\\d{1,3}|${chineseNumber})\\s*[名位个](?=[一-龥A-Za-z])`).exec(
    text.slice(from, to),
  );
  if (ahead) count = count ?? readNumber(ahead[1] ?? '');
  const modifier = modifiers.exec(text.slice(from, to));
  if (modifier && modifier[0].length < to - from) from += modifier[0].length;
  else if (modifier) return null;
  const tail =
    /(?:等(?:岗位|职位)?|的?岗位|职位|数名|若干|各若干|\s*[一二三四五六七八九十\d]+[类种](?:岗位)?|共|约|各)$/;
  const trailing = tailOf(text.slice(from, to), tail);
  to -= trailing;
  trim();
  // Quality Engineer 质量工程师: the Chinese name stays; the Java of Java 后端 is part of it.
  const english = /^[A-Za-z][A-Za-z&.-]*(?:\s+[A-Za-z&.-]+)+\s+(?=[一-龥])/.exec(text.slice(from, to));
  if (english && jobEnding.test(english[0].trim())) from += english[0].length;
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
export function pieces(text: string, start: number, end: number): TextSpan[] {
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
      ((/[、,;/|\n\t&+①-⑳]/.test(char) && !/[CcJ]\+?$/.test(text.slice(Math.max(0, i - 2), i))) || blank)
    ) {
      spans.push({ start: from, end: i });
      from = i + 1;
    }
  }
  spans.push({ start: from, end });
  return spans
    .flatMap((span) => atConjunction(text, span))
    .filter((span) => text.slice(span.start, span.end).trim() !== '');
}

/** 前台接待及护士助理 are two; 行政与人事专员 is one. */
function atConjunction(text: string, span: TextSpan): TextSpan[] {
  const pair = /^([^()]{2,12}[师员生岗理管问表辑者待服手长工])(?:以及|[及和与])([^()]{2,14})$/.exec(
    text.slice(span.start, span.end),
  );
  if (!pair || !jobEnding.test(pair[1] ?? '') || !jobEnding.test(pair[2] ?? '')) return [span];
  const end = span.start + (pair[1] ?? '').length;
  return [
    { start: span.start, end },
    { start: span.end - (pair[2] ?? '').length, end: span.end },
  ];
}

export function unique(posts: (Post | null)[]): Post[] {
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

export function fromValue(document: Document, start: number, end: number): Post[] {
  const { text } = document;
  const value = text.slice(start, end);
  const stop = /[。;]|,(?=\s*(?:要求|本科|大专|学历|专业|共|薪|负责|地点|以上))/.exec(value);
  const until = stop && !/;/.test(stop[0]) ? start + stop.index : end;
  return dropTranslations(
    unique(pieces(text, start, until).map((span) => toPost(document, span.start, span.end, false))),
    value,
  );
}
