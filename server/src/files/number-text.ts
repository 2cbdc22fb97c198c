import type { NumberFormat } from './number-format';

const minutesOfDay = 24 * 60;
const dayMs = 86_400_000;
/** 31 December 9999, the last day that a sheet can hold. */
const lastDay = 2_958_465;
// Excel has a 29 February 1900, so only later days count from the day before the century.
const leapBug = 60;

const two = (n: number) => String(n).padStart(2, '0');

const clockText = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/**
 * A serial day as whole days and minutes. A time of day is kept as a fraction, which is seldom exact: 10:00 may be 9:59:59.99.
 * So it is rounded to the minute; only the last second of a day, by which people mean that day, stays in it.
 */
function daysAndMinutes(serial: number): { days: number; minutes: number } {
  const days = Math.floor(serial);
  const exact = (serial - days) * minutesOfDay;
  const minutes = Math.round(exact);
  if (minutes < minutesOfDay) return { days, minutes };
  const halfSecond = 1 / 120;
  return minutesOfDay - exact > halfSecond
    ? { days, minutes: minutesOfDay - 1 }
    : { days: days + 1, minutes: 0 };
}

const dateOf = (days: number, date1904: boolean): Date => {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < leapBug ? 31 : 30);
  return new Date(epoch + days * dayMs);
};

function dateText(serial: number, parts: 'day' | 'month' | 'year', date1904: boolean): string {
  const { days, minutes } = daysAndMinutes(serial);
  const date = dateOf(days, date1904);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  // Which day it is inside the month is not what the author wrote.
  if (parts === 'year') return String(year);
  if (parts === 'month') return `${year}年${month}月`;
  const day = `${year}-${two(month)}-${two(date.getUTCDate())}`;
  return minutes === 0 ? day : `${day} ${clockText(minutes)}`;
}

/** Whether digits were lost: 15 is all that a spreadsheet keeps of a number. */
export const isLong = (value: number): boolean => Number.isInteger(value) && Math.abs(value) >= 1e15;

/** Digits in full, up to the 15 that a spreadsheet keeps; `0.1+0.2` is 0.3. */
export function plainNumber(value: number): string {
  if (isLong(value)) {
    // Its binary form has other digits where a sheet has zeros.
    const [digits = '', exponent] = Math.abs(value).toExponential(14).split('e');
    return `${value < 0 ? '-' : ''}${digits.replace('.', '').padEnd(Number(exponent) + 1, '0')}`;
  }
  const rounded = Number(value.toPrecision(15));
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(15).replace(/0+$/, '') : String(rounded);
}

function numberText(
  value: number,
  { prefix, suffix, digits, scale }: NumberFormat & { kind: 'number' },
): string {
  const text = plainNumber(Math.abs(value) * scale);
  const [whole = '', fraction] = text.split('.');
  const padded = whole.padStart(digits, '0') + (fraction === undefined ? '' : `.${fraction}`);
  return `${value < 0 ? '-' : ''}${prefix}${padded}${suffix}`;
}

/** The text of a number as its format shows it, without grouping; dates are `2026-12-05`, with a time `2026-12-05 18:00`. */
export function textOfNumber(value: number, format: NumberFormat, date1904: boolean): string {
  const isDay = value >= 0 && value <= lastDay;
  switch (format.kind) {
    case 'number':
      return numberText(value, format);
    case 'duration': {
      const minutes = Math.round(value * minutesOfDay);
      return value < 0 ? plainNumber(value) : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
    }
    case 'time':
    case 'date': {
      if (!isDay) return plainNumber(value);
      // A day of its own there is only from 1 on.
      if (value < 1 && !(date1904 && format.kind === 'date')) return clockText(daysAndMinutes(value).minutes);
      return dateText(value, format.kind === 'date' ? format.parts : 'day', date1904);
    }
    default:
      return plainNumber(value);
  }
}

/** A date that is written as text, as strict workbooks have it: `2026-12-05T18:00:00`. */
export function textOfIsoDate(text: string): string {
  const whole = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(text);
  const time = /^T?(\d\d:\d\d)/.exec(text);
  if (!whole) return time?.[1] ?? text;
  return whole[2] === undefined || whole[2] === '00:00' ? (whole[1] as string) : `${whole[1]} ${whole[2]}`;
}
