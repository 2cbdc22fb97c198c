import type { TextSpan } from '../../text/link';
import { chineseNumber, readNumber } from '../text/numbers';
import { type Document, entriesOf } from './document';
import { fromValue, type Post, unique } from './post';
import { afterVerb, beforeVerb, fromDirections, fromHeadline, fromProgramme } from './title-prose';
import { asLine, countedLines, fromRow, fromSection, fromTable, lineHeads, namedCounts } from './title-rows';

interface Context {
  document: Document;
  /** Where the employer is named. */
  company: TextSpan | null;
}

/** One way to read the posts of an announcement. */
interface PostStrategy {
  name: string;
  /** The posts in written order; null where the text is not of this form. */
  read(context: Context): Post[] | null;
}

const found = (posts: Post[], atLeast = 1): Post[] | null => (posts.length >= atLeast ? posts : null);

function fromLabels(document: Document): Post[] {
  return unique(
    entriesOf(document, 'title').flatMap((entry) => {
      if (entry.section) return fromSection(document, entry);
      // 岗位1：音乐教师，2人，本科…: one post and what is said of it.
      if (/[一二三四五六七八\d]$/.test(entry.label)) return fromRow(document, asLine(document, entry));
      return fromValue(document, entry.start, entry.end);
    }),
  );
}

/** 招聘计划：教师20人、辅导员5人: the numbers name the posts. */
function fromPlan(document: Document): Post[] {
  return unique(
    entriesOf(document, 'headcount').flatMap((entry) => namedCounts(document, entry.start, entry.end, false)),
  );
}

/** From the form that is surest to the one that is most of a guess: the first that finds posts wins. */
const strategies = [
  { name: 'table', read: ({ document }) => found(fromTable(document)) },
  { name: 'labels', read: ({ document }) => found(withCounts(document, fromLabels(document))) },
  { name: 'headcount-plan', read: ({ document }) => found(fromPlan(document)) },
  { name: 'directions', read: ({ document }) => found(withCounts(document, fromDirections(document))) },
  { name: 'counted-lines', read: ({ document }) => found(countedLines(document), 2) },
  { name: 'line-heads', read: ({ document }) => found(withCounts(document, lineHeads(document)), 2) },
  { name: 'after-verb', read: ({ document }) => found(withCounts(document, afterVerb(document))) },
  { name: 'counted-line', read: ({ document }) => found(countedLines(document)) },
  { name: 'before-verb', read: ({ document }) => found(beforeVerb(document)) },
  {
    name: 'named-counts',
    read: ({ document }) => found(namedCounts(document, 0, document.text.length, true)),
  },
  {
    name: 'headline',
    read: ({ document, company }) => found(withCounts(document, fromHeadline(document, company))),
  },
  { name: 'programme', read: ({ document }) => found(fromProgramme(document)) },
] as const satisfies readonly PostStrategy[];

export type PostStrategyName = (typeof strategies)[number]['name'];
export const postStrategies: readonly PostStrategyName[] = strategies.map(({ name }) => name);

/** 动画师、原画师各2人: the number applies to each post before it in its clause. */
function spreadEach(document: Document, posts: Post[]): Post[] {
  const { text } = document;
  const each = new RegExp(`各(?:招聘?|要|需)?\\s*(\\d{1,3}|${chineseNumber})\\s*[名人个位]`, 'g');
  for (let match = each.exec(text); match; match = each.exec(text)) {
    const count = readNumber(match[1] ?? '');
    const start = Math.max(
      ...[';', '。', '\n', ':'].map((mark) => text.lastIndexOf(mark, match?.index ?? 0)),
    );
    for (const post of posts) {
      if (post.span.start > start && post.span.end <= match.index) post.count = post.count ?? count;
    }
  }
  return posts;
}

/** The posts of an announcement, and the strategy that read them; null with no posts where none applies. */
export function readPosts(
  document: Document,
  company: TextSpan | null,
): { posts: Post[]; strategy: PostStrategyName | null } {
  for (const { name, read } of strategies) {
    const posts = read({ document, company });
    if (posts !== null) return { posts: spreadEach(document, posts), strategy: name };
  }
  return { posts: [], strategy: null };
}

/** Numbers given with the name elsewhere: 课程顾问5 班主任助理2 below 人数. */
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
