import type { TextSpan } from '../../text/link';
import { chineseNumber } from '../text/numbers';
import type { Document, Line } from './document';
import { fromValue, jobEnding, type Post, pieces, toPost, unique } from './post';
import { namedCounts } from './title-rows';

const recruit =
  /(?:诚聘|急聘|高薪聘|招聘|招募|急招|诚招|直招|热招|招收|招录|引进|现招|再招|(?:想|要|在|需要|打算|还)(?:再)?找|寻找|聘|招)(?!聘|募|商|生(?!活)|标|待|牌|呼|满|到|投|办|远|考|新|什么|多少|人$)/g;
const recruitStop =
  /[。;\n!！:：?？]|,(?!\s*[一-龥A-Za-z]{2,12}(?:\d|[,、]|$))|要求|的(?:通知|公告|启事)|公告|简章|启事|通知|若干名|答疑|如下|\s{2,}/;

/** 诚聘车工、钳工各2名: the posts follow the verb. */
export function afterVerb(document: Document): Post[] {
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
    // 销售内勤/外贸跟单: up to the first comma one that is surely a post vouches for the rest.
    const comma = region.indexOf(',');
    const sure = pieces(text, from, from + region.length).map((span) =>
      toPost(document, span.start, span.end, true),
    );
    const head = pieces(text, from, from + (comma < 0 ? region.length : comma)).map((span) =>
      toPost(document, span.start, span.end, false),
    );
    found.push(...unique(sure.some((post) => post !== null) ? [...head, ...sure] : []));
  }
  const posts = unique(found);
  // 图书馆学生馆员 in the headline and 学生馆员 in the text are one post.
  return posts.filter((post) => !posts.some((other) => other !== post && post.title.endsWith(other.title)));
}

/** 客户端、测试都缺人: the posts come before the verb. */
export function beforeVerb(document: Document): Post[] {
  const wanted = /([^,。;!?\n]{2,40}?)(?:都|还|均|全)?(?:缺人|在招|有坑|招人中|有hc|有HC)/g;
  const posts: (Post | null)[] = [];
  for (let match = wanted.exec(document.text); match; match = wanted.exec(document.text)) {
    const spans = pieces(document.text, match.index, match.index + (match[1] ?? '').length);
    for (const span of spans) posts.push(toPost(document, span.start, span.end, spans.length === 1));
  }
  return unique(posts);
}

/** 海外市场专员｜某集团, 某公司——医药专员（校招）, 某公司 · 2027届管培生“计划”: the post in the headline. */
export function fromHeadline(document: Document, company: TextSpan | null): Post[] {
  const posts: (Post | null)[] = [];
  for (const line of document.lines.slice(0, 3)) {
    if (document.entries.some((entry) => entry.labelStart === line.start && entry.field !== 'other'))
      continue;
    for (const span of splitHeadline(document.text, line)) {
      // 某某中学2027年教师招聘简章: the post is what is left behind the employer.
      const overlaps = company !== null && span.start < company.end && span.end > company.start;
      const start = overlaps ? company.end : span.start;
      const several = pieces(document.text, start, span.end).map((part) =>
        toPost(document, part.start, part.end, false),
      );
      // Java开发、算法、产品运营: one that is surely a post vouches for the rest.
      if (several.some((post) => post !== null && jobEnding.test(post.title))) posts.push(...several);
      else posts.push(toPost(document, start, span.end, true));
    }
    const kept = unique(posts);
    if (kept.length > 0) return kept;
  }
  return [];
}

function splitHeadline(text: string, line: Line): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = line.start;
  const mark = /\([^()]*\)|[|·:]|--+|-(?=[一-龥])|\s+|“[^”]*”|[【】[\]]|招聘|招募|招人|选聘|诚聘|急聘|,/g;
  const body = text.slice(line.start, line.end);
  for (let match = mark.exec(body); match; match = mark.exec(body)) {
    // Text in brackets stays with the name before it.
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

export function fromProgramme(document: Document): Post[] {
  for (const [programme, title] of programmes) {
    const match = programme.exec(document.text);
    if (match)
      return [
        {
          title,
          count: null,
          implied: true,
          span: { start: match.index, end: match.index + match[0].length },
        },
      ];
  }
  return [];
}

/** 运营方向：社区运营实习生 / 用户研究实习生: labels of our own making that hold nothing but posts. */
export function fromDirections(document: Document): Post[] {
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
