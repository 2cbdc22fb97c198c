import { fold } from './fold';
import { chineseNumber, readApproximate, readNumber } from './numbers';

/** A number of people in a text: 6名, 3人, 两个, 约20位, 若干 (then `count` is null). */
export interface HeadcountMention {
  count: number | null;
  /** 每个岗位3人, 各2名: per post. */
  each: boolean;
  start: number;
  end: number;
}

const people = new RegExp(
  `(每个?(?:岗位|职位|学科|方向|岗|科)?|各(?:招聘|招|要|需)?)?\\s{0,2}(\\d{1,5}|${chineseNumber}|若干)\\s{0,2}(?:余|多)?\\s{0,2}(名|人(?!次|以上团队|民|格|们|均)|位(?!于|列|居)|个(?!月|小时|工作日|岗位|职位|部门|方向|专业|城市|学科|品牌|自然|人|百|千|万|研究|野外|项目|星期|交易|季度)|hc|HC|员(?!工))`,
  'g',
);

/** Every number of people in `text`; whether they are wanted or already there is the caller's to judge. */
export function findHeadcounts(text: string): HeadcountMention[] {
  const source = fold(text);
  const mentions: HeadcountMention[] = [];
  people.lastIndex = 0;
  for (let match = people.exec(source); match; match = people.exec(source)) {
    const [whole, each, digits = ''] = match;
    if (/[\d.,~-]/.test(source.charAt(match.index - 1)) && each === undefined) continue;
    const count = digits === '若干' ? null : readNumber(digits);
    if (count !== null && (count < 1 || count > 99999)) continue;
    mentions.push({ count, each: each !== undefined, start: match.index, end: match.index + whole.length });
  }
  return mentions;
}

/** Reads a head-count field: `5`, `5人`, `两名`, `共12人`, `不少于20人` (20); 若干 and ranges give null. */
export function readHeadcount(text: string): number | null {
  const source = fold(text).trim();
  if (/\d\s*[-~至到]\s*\d/.test(source)) return null;
  const plain = /^(?:约|共|计|合计|总计|不少于|≥)?\s*(\d{1,5})\s*(?:人|名|位|个)?\+?$/.exec(source);
  if (plain) return Number(plain[1]) || null;
  const mentions = findHeadcounts(source);
  return mentions.length === 1 && !mentions[0]?.each ? (mentions[0]?.count ?? null) : null;
}

/** What a head-count field says. */
export type HeadcountField =
  /** `exact: false` for a least or rough number: `3-5人` (3), `2名以上`, `10余人`. */
  | { kind: 'count'; count: number; exact: boolean }
  /** It is said that no number is meant: 若干, 不限, 待定. */
  | { kind: 'open' };

const number = `(\\d{1,5}(?:\\.0+)?|${chineseNumber})`;
const field = new RegExp(
  '^(?:(?:拟|计划)?(?:招[聘募收录]?|需求?)(?:人数)?|人数|名额|共计?|合计|总计|hc)?\\s*[::]?\\s*(约|近|不少于|不超过|至少|最多|≥|≤)?\\s*' +
    `${number}\\s*(?:名|人|位|个)?\\s*(?:(?:-|~|至|到)+\\s*${number})?\\s*(余|多|来|几)?\\s*(?:名|人|位|个|员|hc)?\\s*` +
    '(左右|上下|及?以上|起|\\+|及?以[内下])?\\s*(?:[/每](?:个?岗位?|职位))?\\s*(?:\\([^()\\d]*\\))?$',
  'i',
);
const open =
  /^(?:招聘?|人数|名额)?\s*[::]?\s*(?:若干|[多数几]|不限|不定|不固定|待定|无限制|批量|少量|大量|招满|满额|择优)/;

const numberOf = (text: string) => readNumber(text.replace(/\.0+$/, ''));

/** Reads a head-count field, the cell of a table; null when it says something else (`本科2人，硕士1人`). */
export function readHeadcountField(text: string): HeadcountField | null {
  const source = fold(text).trim();
  if (open.test(source)) return { kind: 'open' };
  const match = field.exec(source);
  if (match) {
    const [, rough, first = '', second, more, bound] = match;
    const between = second === undefined ? readApproximate(first) : null;
    const count = between?.low ?? numberOf(first);
    const high = second === undefined ? between?.high : numberOf(second);
    if (!count || high === null || (high !== undefined && high < count)) return null;
    return { kind: 'count', count, exact: !rough && high === undefined && !more && !bound };
  }
  const mentions = findHeadcounts(source);
  const [mention] = mentions;
  return mentions.length === 1 && mention?.count && !mention.each && !/\d\s*[-~至到]\s*\d/.test(source)
    ? { kind: 'count', count: mention.count, exact: false }
    : null;
}
