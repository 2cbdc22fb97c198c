import { visibleLength } from '../text/visible';
import { wallClockAt } from '../time/shanghai';
import type { KeywordType } from './keywords';
import type { MessageSource } from './vocabulary';

/** What a keyword is to say: words, a number or an instant. */
export type Said = string | number | Date;

const pad = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** `2026年12月1日 09:05`, as WeChat writes a moment. */
function moment(at: Date): string {
  const { year, month, day, hour, minute } = wallClockAt(at.getTime());
  return `${year}年${month}月${day}日 ${pad(hour)}:${pad(minute)}`;
}

const textOf = (said: Said): string => (said instanceof Date ? moment(said) : String(said));

const isHalf = (sign: string): boolean =>
  sign.length === 1 && sign.charCodeAt(0) >= 0xd800 && sign.charCodeAt(0) <= 0xdfff;

/** One line, without control characters and halves of characters, which WeChat refuses. */
const line = (text: string): string =>
  Array.from(text)
    .filter((sign) => !isHalf(sign))
    .join('')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();

const thingLength = 20;

/** At most 20 characters, of which an emoji counts two: WeChat does not say how it counts them. */
function thing(text: string): string {
  const words = line(text);
  if (visibleLength(words) === 0) return '打开小程序查看';
  if (words.length <= thingLength) return words;
  let kept = '';
  for (const sign of Array.from(words)) {
    if (kept.length + sign.length > thingLength - 1) break;
    kept += sign;
  }
  return `${kept.trim()}…`;
}

/** The text itself where it is as WeChat wants it; what was cut or changed would say something else. */
const only =
  (pattern: RegExp) =>
  (said: Said): string | null => {
    const text = line(textOf(said));
    return pattern.test(text) ? text : null;
  };

const instantOnly = (said: Said): string | null => (said instanceof Date ? moment(said) : null);

const formatters: Record<KeywordType, (said: Said) => string | null> = {
  thing: (said) => thing(textOf(said)),
  number: only(/^-?\d{1,28}(\.\d{1,3})?$/),
  letter: only(/^[A-Za-z]{1,32}$/),
  symbol: only(/^[!-/:-@[-`{-~¥￥]{1,5}$/),
  character_string: only(/^[!-~]([ -~]{0,30}[!-~])?$/),
  time: instantOnly,
  date: instantOnly,
  amount: only(/^[¥￥$]?\d{1,10}(\.\d{1,2})?元?$/),
  phone_number: only(/^[\d+\-()]([\d+\-() ]{0,15}[\d+\-()])?$/),
  car_number: only(/^[\u4e00-\u9fa5A-Z][A-Z0-9]{4,6}[\u4e00-\u9fa5A-Z0-9]$/),
  name: only(/^([\u4e00-\u9fa5]([\u4e00-\u9fa5·]{0,9})|[A-Za-z]([A-Za-z ]{0,18}[A-Za-z])?)$/),
  phrase: only(/^[\u4e00-\u9fa5]{1,5}$/),
};

/** The value of a keyword by the rules of its type; null for what that type cannot say. Never empty. */
export const formatValue = (type: KeywordType, said: Said): string | null => formatters[type](said);

/** What each type can say besides fixed words that fit it. */
const sourcesByType: Partial<Record<KeywordType, readonly MessageSource[]>> = {
  thing: ['title', 'about', 'status', 'time', 'count', 'fixed'],
  number: ['count', 'fixed'],
  character_string: ['count', 'fixed'],
  time: ['time'],
  date: ['time'],
  phrase: ['status', 'fixed'],
};

/** The sources that a keyword of this type can have. */
export const sourcesOf = (type: KeywordType): readonly MessageSource[] => sourcesByType[type] ?? ['fixed'];

/** In a word what a value of each type must be, for the form. */
export const valueRules: Record<KeywordType, string> = {
  thing: '20 个字以内，超出的会截断',
  number: '数字',
  letter: '32 个以内的字母',
  symbol: '5 个以内的符号',
  character_string: '32 个以内的字母、数字或符号',
  time: '时间',
  date: '日期',
  amount: '金额，如 100.5元',
  phone_number: '电话号码，17 位以内',
  car_number: '车牌号',
  name: '10 个以内的汉字，或 20 个以内的字母',
  phrase: '5 个以内的汉字',
};
