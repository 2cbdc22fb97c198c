import { fold } from './fold';
import { chineseNumber, readApproximate, readNumber } from './numbers';

export type SalaryUnit = 'month' | 'day' | 'hour' | 'year';

/**
 * Pay in yuan as written: never converted between units. `max` is null for 起/以上/+, `min` for 以内;
 * `months` is the 14 of 14薪.
 */
export interface Salary {
  min: number | null;
  max: number | null;
  unit: SalaryUnit;
  months?: number;
}

export interface SalaryMention {
  salary: Salary;
  /** Whether a period (/月, 年薪, 每天…) or a currency is written, so that it is pay and no other number. */
  certain: boolean;
  /** Whether the unit was written; otherwise it follows from the size of the sum. */
  periodWritten: boolean;
  start: number;
  end: number;
}

const sums = new RegExp(`(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?|${chineseNumber}`, 'g');
const scalePart = /^[ \t]*(k|w|千|万)(?!(?!RMB|CNY)[a-z])/i;
const rangePart = /^[ \t]*(?:元|块)?\s*(?:-{1,2}|~|至|到)\s*[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?!\d)/;
const chineseRangePart = new RegExp(`^[ \\t]*(?:-{1,2}|~|至|到)\\s*(${chineseNumber})`);
const currencyPart = /^[ \t]*(?:元|块钱?|RMB|CNY|人民币)/i;
const mixedRangePart = new RegExp(`^[ \\t]*(?:-{1,2}|~|至|到)\\s*(\\d+(?:\\.\\d+)?|${chineseNumber})`);
const boundPart = /^[ \t]*(左右|上下|起步?|及?以上|往上|不等|\+(?![ \t]*[一-龥A-Za-z\d])|及?以下|以内|封顶)/;
const notePart = /^[ \t]*\(?(?:税前|税后|含税)\)?/;
const periodPart =
  /^[ \t]*(?:[/每一]\s*(?:个|每)?(?:(月|m(?![a-z])|month)|(天|日|day|d(?![a-z]))|(小时|时|h(?![a-z])|hour)|(年|year))|(月薪|monthly)|(年薪|年包))/i;
const monthsPart =
  /^[ \t]*[)·・,、;xX*/(+]*\s*(?:一年|每年|年底|全年|共)?(1[2-9]|2[0-4])(?:\s*-\s*(?:1[2-9]|2[0-4]))?\s*(?:个月)?薪/;
const leadPart =
  /(?:(月薪|月收入|月入|月均|月工资|月综合|每个?月|一个月)|(年薪|年收入|年包|年总包|年度综合收入|年综合收入|年综合|年均|每年)|(日薪|每天|每日|一天|日津贴|日补贴|日结)|(时薪|每小时|时给))[^\d\n。;!]{0,8}$/;
const floorBefore = /(?:不低于|不少于|至少|高于|超过|底线|≥|>)\s*$/;
// 3-5年, 10人, 30%, 2027届, 12月: a number of something else.
const otherMeasure =
  /^[ \t]*(?:[年届岁人名位个天日号月份级%‰分篇项平米台座亿余多种条期周门]|小时|课时|公里|周岁|[-/.:]\d|[a-z]{2}|\d)/i;

/**
 * Every sum of money in `text` that can be pay. The caller judges the words around it: a sum may be an
 * allowance, a fee or the registered capital. `inField`: the text is the cell of a column of pay, where a number in Chinese
 * writing (六千到八千) is money without 元 behind it.
 */
export function findSalaries(text: string, inField = false): SalaryMention[] {
  const source = fold(text);
  const mentions: SalaryMention[] = [];
  sums.lastIndex = 0;
  for (let match = sums.exec(source); match; match = sums.exec(source)) {
    // The 一 of 五千五一个月 counts the month.
    const digits = match[0].replace(/一$/, (one) => (source.startsWith('个月', sums.lastIndex) ? '' : one));
    const mention = digits === '' ? null : mentionAt(source, match.index, digits, inField);
    if (mention === null) continue;
    const before = mentions[mentions.length - 1];
    const range = before && rangeOf(before, mention, source.slice(before.end, mention.start));
    if (range) mentions[mentions.length - 1] = range;
    else mentions.push(mention);
    sums.lastIndex = mention.end;
  }
  return mentions;
}

/** A reader over the text behind a sum, so that each part is tried where the one before it ended. */
class Tail {
  constructor(
    private readonly source: string,
    public position: number,
  ) {}

  take(part: RegExp): RegExpExecArray | null {
    const match = part.exec(this.source.slice(this.position, this.position + 24));
    if (match) this.position += match[0].length;
    return match;
  }
}

/** 8000元/月-12000元/月: the period written behind both ends of a range. */
function rangeOf(low: SalaryMention, high: SalaryMention, between: string): SalaryMention | null {
  const [a, b] = [low.salary, high.salary];
  if (!/^\s*(?:-{1,2}|~|至|到)\s*$/.test(between) || a.unit !== b.unit) return null;
  if (a.min === null || a.min !== a.max || b.min === null || b.min !== b.max || b.min < a.min) return null;
  return { ...high, salary: { ...b, min: a.min }, start: low.start };
}

function mentionAt(source: string, start: number, digits: string, inField: boolean): SalaryMention | null {
  if (
    /[\d.A-Za-z@_#]|\d,/.test(
      source.slice(Math.max(0, start - 2), start).slice(source.charAt(start - 1) === ',' ? -2 : -1),
    ) &&
    !/(?:RMB|CNY|base)$/i.test(source.slice(start - 4, start))
  )
    return null;
  const chinese = !/^\d/.test(digits);
  const tail = new Tail(source, start + digits.length);
  const lowScale = tail.take(scalePart)?.[1];
  // 1万5 is 15,000, as one says it.
  const tenthsOf = (scale: string | undefined) =>
    inField && scale !== undefined && /[千万]/.test(scale)
      ? tail.take(/^\d(?![\d.kw百千万险])/i)?.[0]
      : undefined;
  const lowTenths = tenthsOf(lowScale);
  const plus = tail.take(/^[ \t]*\+(?![ \t]*[一-龥A-Za-z\d])/) !== null;
  const range =
    tail.take(chinese ? chineseRangePart : rangePart) ?? (inField ? tail.take(mixedRangePart) : null);
  const high = range === null ? null : (range[1] ?? '') + (range[2] ?? '');
  const highScale = high === null ? undefined : tail.take(scalePart)?.[1];
  const highTenths = tenthsOf(highScale);
  let money = /[¥￥]\s*$|RMB\s*$/i.test(source.slice(Math.max(0, start - 5), start));
  let bound = tail.take(boundPart)?.[1];
  if (tail.take(currencyPart) || /元|块/.test(range?.[0] ?? '')) money = true;
  bound = bound ?? tail.take(boundPart)?.[1];
  tail.take(notePart);
  const period = tail.take(periodPart);
  if (tail.take(currencyPart)) money = true;
  bound = bound ?? tail.take(boundPart)?.[1];
  const months = tail.take(monthsPart)?.[1];
  const lead = leadPart.exec(source.slice(Math.max(0, start - 18), start));
  const written = unitOf(period?.slice(1)) ?? unitOf(lead?.slice(1), leadUnits);

  if (otherMeasure.test(source.slice(tail.position, tail.position + 4)) && !money && !period && !months)
    return null;
  if (chinese && (!written || !period) && !money && !inField) return null;
  // 元/课时, 元/件: paid by a measure that is none of ours.
  if (!written && money && /^[ \t]*[/每]/.test(source.slice(tail.position, tail.position + 2))) return null;
  const about = chinese && high === null ? readApproximate(digits) : null;
  const low =
    about?.low ?? toYuan(withTenths(digits, lowTenths), lowScale ?? sharedScale(digits, high, highScale));
  const top =
    high === null
      ? (about?.high ?? null)
      : toYuan(
          withTenths(high, highTenths),
          highScale ?? (lowScale && Number(high) < 1000 ? lowScale : undefined),
        );
  if (low === null || low <= 0 || (top !== null && top < low)) return null;
  const largest = top ?? low;
  const unit = written ?? unitBySize(largest, highScale ?? lowScale, months !== undefined);
  if (unit === null || largest > 99999999) return null;
  const floor =
    /起|以上|往上|\+/.test(bound ?? '') ||
    floorBefore.test(source.slice(Math.max(0, start - 5), start)) ||
    plus;
  const ceiling = /以下|以内|封顶/.test(bound ?? '');
  const salary: Salary = {
    min: ceiling && top === null ? null : low,
    max: top ?? (floor ? null : low),
    unit,
  };
  if (months !== undefined) salary.months = Number(months);
  return {
    salary,
    certain: written !== null || money || months !== undefined,
    periodWritten: written !== null,
    start: lead ? start - lead[0].length : start,
    end: tail.position,
  };
}

const periodUnits: readonly SalaryUnit[] = ['month', 'day', 'hour', 'year', 'month', 'year'];
const leadUnits: readonly SalaryUnit[] = ['month', 'year', 'day', 'hour'];

function unitOf(groups: (string | undefined)[] | undefined, units = periodUnits): SalaryUnit | null {
  const index = groups?.findIndex((group) => group !== undefined) ?? -1;
  return units[index] ?? null;
}

const withTenths = (digits: string, tenths: string | undefined) =>
  tenths === undefined ? digits : `${digits}.${tenths}`;

function toYuan(digits: string, scale: string | undefined): number | null {
  const plain = digits.replace(/,/g, '');
  const base = /^\d/.test(plain) ? Number(plain) : readNumber(plain);
  if (base === null || Number.isNaN(base)) return null;
  const factor = scale === undefined ? 1 : /[k千]/i.test(scale) ? 1000 : 10000;
  return Math.round(base * factor * 100) / 100;
}

/** 15-22K, 0.8-1.3万 and 六到八千 say the scale once; 4500-1w says two different ones. */
function sharedScale(low: string, high: string | null, highScale: string | undefined): string | undefined {
  const scale = highScale ?? (high === null || /^\d/.test(low) ? undefined : /[千万]$/.exec(high)?.[0]);
  if (high === null || scale === undefined) return undefined;
  return (/^\d/.test(low) ? Number(low.replace(/,/g, '')) : (readNumber(low) ?? 0)) >= 1000
    ? undefined
    : scale;
}

/** Nobody writes /月 behind 8K or 4500, nor /年 behind 12万: the size of the sum says it. */
function unitBySize(largest: number, scale: string | undefined, counted: boolean): SalaryUnit | null {
  if (counted) return 'month';
  if (scale && /[w万]/i.test(scale)) return largest > 50000 ? 'year' : 'month';
  if (largest < 1000) return null;
  return largest > 60000 && scale === undefined ? 'year' : 'month';
}

const foreign = /USDT?|SGD|HKD|EUR|GBP|JPY|美元|美金|港[币元]|欧元|英镑|日元|新币|[$€£]|[\dwk]\s*U(?![a-z])/i;
const domestic = /RMB|CNY|人民币|[¥￥]|(?:^|[^美港欧日])元/i;

/** Whether a pay field says that pay is to be agreed. */
export function isNegotiable(text: string): boolean {
  return /面议|面谈|可谈|待议|negotiable/i.test(text);
}

/**
 * Reads a pay field: `6K-8K/月`, `0.8-1.3万/月`, `1-1.5千`, `2000-40000`, `18-30K·14薪`, `150-300/天`,
 * `年薪20-30万`, `月薪不低于6000`, `3000+`. `null` for 面议, for other currencies and for anything that holds
 * no sum; a sum is never invented or converted.
 */
export function readSalary(text: string, inField = false): Salary | null {
  const source = fold(text);
  if (foreign.test(source) && !domestic.test(source)) return null;
  return findSalaries(source, inField)[0]?.salary ?? null;
}

function digitsOf(value: number, scale: number): string {
  return String(Math.round((value / scale) * 100) / 100);
}

function range(salary: Salary, scale: number, suffix: string): string {
  const { min, max } = salary;
  if (min === null) return max === null ? '面议' : `${digitsOf(max, scale)}${suffix}以内`;
  if (max === null) return `${digitsOf(min, scale)}${suffix}起`;
  if (min === max) return `${digitsOf(min, scale)}${suffix}`;
  return `${digitsOf(min, scale)}–${digitsOf(max, scale)}${suffix}`;
}

const unitWords: Record<SalaryUnit, string> = {
  month: '元/月',
  day: '元/天',
  hour: '元/小时',
  year: '元/年',
};

/** Pay as a card shows it: `12–18K`, `10–15K·14薪`, `150 元/天`, `10–14 万/年`, `8.5K起`; `面议` for null. */
export function formatSalary(salary: Salary | null): string {
  if (salary === null) return '面议';
  const sums = [salary.min, salary.max].filter((sum): sum is number => sum !== null);
  const inSteps = (step: number) => sums.every((sum) => sum >= step * 10 && sum % step === 0);
  const months = salary.months === undefined ? '' : `·${salary.months}薪`;
  if (salary.unit === 'month' && inSteps(100)) return range(salary, 1000, 'K') + months;
  if (salary.unit === 'year' && inSteps(1000)) return range(salary, 10000, ' 万/年') + months;
  return range(salary, 1, ` ${unitWords[salary.unit]}`) + months;
}
