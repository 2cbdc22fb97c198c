import { type Degree, degrees } from '../vocabulary';
import { fold } from './fold';

export const degreeNames: Readonly<Record<Degree, string>> = {
  any: '不限',
  associate: '大专',
  bachelor: '本科',
  master: '硕士',
  doctor: '博士',
};

/** The lower of two requirements: what at least one of the posts accepts. */
export function lowerDegree(a: Degree | null, b: Degree | null): Degree | null {
  if (a === null || b === null) return a ?? b;
  return degrees.indexOf(a) < degrees.indexOf(b) ? a : b;
}

export interface DegreeMention {
  degree: Degree;
  start: number;
  end: number;
}

// 初中, 高中 and 中专 ask for less than any reader of a university's board has: for them the job is open to all.
const degreeWords = [
  '(不限学历|学历不限|不限制学历|学历无要求|无学历要求|对学历无|不要求学历|学历要求\\s*[:】]?\\s*不限|学历\\s*[:】|]\\s*不限)',
  '(高职高专|大专|专科(?!医|护|门诊|疾病|联盟)|高职(?!院校|业))',
  "(本科|学士|(?:bachelor)(?:'s)?)",
  '(博士(?!后)(?:研究生)?|Ph\\.?D|doctorate)',
  "(硕士(?:研究生)?|研究生|master(?:'s)?(?= degree| or| and|$))",
  '((?:初中|高中|中专|中技|职高|技校)(?:及以上|以上|或以上|\\(|学历|毕业|及以下|/|$))',
].join('|');

const codes: readonly Degree[] = ['any', 'associate', 'bachelor', 'doctor', 'master', 'any'];

/** Names of two degrees in one word, by the lower. */
const pairs: readonly (readonly [RegExp, Degree])[] = [
  [/专本科/, 'associate'],
  [/本硕|大本/, 'bachelor'],
  [/硕博|硕研/, 'master'],
];

/** Every degree named in `text`, left to right; what the sentence means by it is the caller's matter. */
export function findDegrees(text: string): DegreeMention[] {
  const source = fold(text);
  const mentions: DegreeMention[] = [];
  const pattern = new RegExp(degreeWords, 'gi');
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const group = match.slice(1).findIndex((part) => part !== undefined);
    const degree = codes[group];
    if (degree) mentions.push({ degree, start: match.index, end: match.index + match[0].length });
  }
  return mentions;
}

/**
 * The lowest degree that a degree field accepts: `大专、本科` → associate, `本科及以上` → bachelor, `学历不限`,
 * `不限/未提及` and `高中` → any, anything else → null.
 */
export function readDegree(text: string): Degree | null {
  const source = fold(text);
  let lowest: Degree | null = null;
  for (const { degree, end } of findDegrees(source)) {
    // 硕士优先 prefers and asks for nothing.
    if (!/^(?:学历|学位)?(?:者)?优先/.test(source.slice(end))) lowest = lowerDegree(lowest, degree);
  }
  for (const [pair, degree] of pairs) if (pair.test(source)) lowest = lowerDegree(lowest, degree);
  if (lowest !== null) return lowest;
  return /^\s*(?:学历)?(?:不限|无要求|均可)/.test(source) ? 'any' : null;
}
