import { fold } from './fold';
import { chineseNumber, readNumber } from './numbers';

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
