import { fold } from './fold';

const digits: Record<string, string> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((digit, value) => [digit, String(value)]),
);
const year = '(?:20\\d{2}|\\d{2})';
const between = '\\s*(?:届|年)?\\s*(?:[-~、,;/和及与或]|至|到)+\\s*';
const classes = new RegExp(
  `^(?:面向|限|仅限)?\\s*(${year}(?:${between}${year})*)\\s*(?:届|年|[年./-]\\d{1,2}月?)?\\s*(?:应届)?(?:毕业|届)?(?:生|班)?$`,
);
const graduation = /^(20\d{2})(?:年|[./-])(?:0?[1-9]|1[0-2])(?:[月./-](?:\d{1,2}日?)?)?(?:毕业)?$/;
const entry = /级/;

const whole = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/**
 * The classes that a field names: `27届`, `2027`, `二〇二七届`, `2027年毕业` give one, `2026/2027届` two and `2024-2026届`
 * three, `2027-06-30` the year of its day. 不限 gives an empty list; anything else, a year of entry (`2023级`) among it, null.
 */
export function readClassYears(text: string): number[] | null {
  const source = fold(text)
    .trim()
    .replace(/[〇零]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => digits[digit] ?? digit);
  if (/^(?:届别|届次|年级)?\s*(?:不限|均可|无要求|都可以?)/.test(source)) return [];
  if (entry.test(source)) return null;
  const day = graduation.exec(source);
  if (day) return [Number(day[1])];
  const match = classes.exec(source);
  if (!match) return null;
  const written = match[1] ?? '';
  const years = (written.match(/\d+/g) ?? []).map(whole);
  // A bare 27 may be anything; with 届 or 年 behind it, or next to a whole year, it is a class.
  if (!/20\d{2}|届|年/.test(source)) return null;
  // 2027-06-18 is a day; 2026/27届 names two classes.
  if (new Set((written.match(/\d+/g) ?? []).map(({ length }) => length)).size > 1 && !/届/.test(source))
    return null;
  const [first = 0, last = 0] = years;
  if (years.length === 2 && /[-~至到]/.test(written) && last > first && last - first < 10)
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return [...new Set(years)].sort((a, b) => a - b);
}
