import { findHeadcounts } from '../text/headcount';
import { chineseNumber, readNumber } from '../text/numbers';
import { type Document, entriesOf } from './document';
import type { Found } from './found';
import { spanOf } from './found';
import type { Post } from './post';

const stated = new RegExp(
  `(?:共计?|合计|总计|总共|一共|总(?:人数|名额)[:为]?|计划(?:招[聘募收录]|选调|引进|录用)?|拟(?:招[聘募收录]|选调|引进|录用)|(?:招[聘募收录]|需求|引进|录用|选调)(?:总)?(?:人数|名额)[:为]?)\\s*(?:约|共)?\\s*(?:[^\\d,。;\\n]{0,14}?)(\\d{1,5}|${chineseNumber})\\s*(?:余|多)?\\s*(?:名|人|个(?!月|岗位|职位|部门)|位)`,
  'g',
);

/** The number of people over all posts: the stated total, else the sum over the posts; 若干 is null. */
export function readHeadcountOf(document: Document, posts: readonly Post[]): Found<number> | null {
  const { text } = document;
  const sum = posts.every((post) => post.count !== null)
    ? posts.reduce((total, post) => total + (post.count ?? 0), 0)
    : null;
  const entries = entriesOf(document, 'headcount');
  const total =
    /(?:共计?|合计|总计|总共|一共)\s*(?:约|招聘?)?\s*(\d{1,5}|[一二两三四五六七八九十百]+)\s*(?:名|人|个(?!月|岗位|职位|部门|校区|城市)|位)/.exec(
      text,
    );
  if (
    total &&
    !/(?:员工|教师|职工|学生|现有|团队|会员|客户)[^,。;\n]{0,12}$/.test(
      text.slice(Math.max(0, total.index - 16), total.index),
    )
  ) {
    const value = readNumber(total[1] ?? '');
    if (value !== null) return { value, span: { start: total.index, end: total.index + total[0].length } };
  }
  for (const entry of entries) {
    const found = inEntry(text.slice(entry.start, entry.end), posts.length);
    if (found !== null) return { value: found, span: { start: entry.start, end: entry.end } };
  }
  if (sum !== null && posts.length > 0) return { value: sum, span: spanOf(posts.map((post) => post.span)) };
  const each = findHeadcounts(text).find((mention) => mention.each && mention.count !== null);
  if (each?.count && posts.length > 0 && posts.every((post) => post.count === null)) {
    return { value: each.count * posts.length, span: { start: each.start, end: each.end } };
  }
  const wanted = wantedIn(document);
  const known = posts.reduce((count, post) => count + (post.count ?? 0), 0);
  return wanted !== null && wanted.value >= known ? wanted : null;
}

function inEntry(value: string, posts: number): number | null {
  if (/\d\s*(?:-|~|至|到)\s*\d/.test(value.slice(0, 12))) return null;
  const plain = /^\s*(?:约|不少于|≥|至少|拟招)?\s*(\d{1,5})\s*(?:\+|$|[,，。;(\s])/.exec(value);
  if (plain) return Number(plain[1]) || null;
  const mentions = findHeadcounts(value);
  const first = mentions[0];
  if (first?.each && first.count !== null) return first.count * Math.max(posts, 1);
  const beforeDetail = value.search(/其中|包括|含/);
  const counted = mentions.filter(
    (mention) => mention.count !== null && (beforeDetail < 0 || mention.start < beforeDetail),
  );
  if (counted.length > 0) return counted.reduce((sum, mention) => sum + (mention.count ?? 0), 0);
  // 课程顾问5 班主任助理2
  const bare = value.match(/[一-龥)]\s*\d{1,3}(?=\s|$|[、,，;])/g);
  return bare ? bare.reduce((sum, item) => sum + Number(/\d+/.exec(item)?.[0] ?? 0), 0) : null;
}

/** 计划招聘20名, 招募讲解员15人: a number that belongs to a verb of recruiting. */
function wantedIn(document: Document): Found<number> | null {
  const { text } = document;
  stated.lastIndex = 0;
  for (let match = stated.exec(text); match; match = stated.exec(text)) {
    const value = readNumber(match[1] ?? '');
    if (value !== null && value > 0)
      return { value, span: { start: match.index, end: match.index + match[0].length } };
  }
  for (const mention of findHeadcounts(text)) {
    if (mention.count === null || mention.each) continue;
    const before =
      text
        .slice(Math.max(0, mention.start - 30), mention.start)
        .split(/[。;!?\n]/)
        .pop() ?? '';
    if (
      /招[聘募收录]?|聘|引进|选调|录用|需要?|还有|名额/.test(before) &&
      !/员工|现有|团队|平均|超过|毕业\d|其中|已|限报|规模|年龄/.test(before)
    ) {
      return { value: mention.count, span: { start: mention.start, end: mention.end } };
    }
  }
  return null;
}
