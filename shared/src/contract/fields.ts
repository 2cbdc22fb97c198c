import * as z from 'zod/mini';
import { visibleLength } from '../text/visible';
import { isWebAddress } from '../text/web-address';
import { foldWidth } from '../text/width';

// Control characters are refused: they are never meant, and PostgreSQL cannot store U+0000.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const line = /^[^\u0000-\u001f\u007f]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point; tab and line breaks may stand.
const lines = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** What has characters enough, and yet nothing to be seen: zero-width marks, fillers, accents without a letter. */
const visible = (min: number) =>
  z.refine<string>(
    (text) => text.length < min || visibleLength(text) >= min,
    min === 1 ? '只有看不见的字符，请填写内容' : `看得见的字至少要有 ${min} 个`,
  );

/** One line of text, trimmed, `min` to `max` characters, of which `min` can be seen. */
export const lineText = (min: number, max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min),
      z.maxLength(max),
      z.regex(line, '不能含有换行或控制字符'),
      visible(min),
    );

/**
 * What an input method in full-width mode types (２０２６－１２－３１, ａ＠ｂ．ｃｏｍ) is what it means. For every value that is
 * compared or read by a machine, wherever it comes in; never for passwords, whose every character counts.
 */
const halfWidth = z.overwrite((text: string) => foldWidth(text).trim());

/** One line that things are found by: a query, a name to filter by. Half-width, trimmed, `min` to `max` characters. */
export const queryText = (min: number, max: number) =>
  z.string().check(z.regex(line, '不能含有换行或控制字符'), halfWidth, z.minLength(min), z.maxLength(max));

/** The number that a person typed, in either width; null for nothing, NaN for what is none. */
export const readTyped = (text: string): number | null => {
  const typed = foldWidth(text).trim();
  return typed === '' ? null : Number(typed);
};

/** Text of several lines, trimmed, `min` to `max` characters, of which `min` can be seen. */
export const longText = (min: number, max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(min),
      z.maxLength(max),
      z.regex(lines, '含有不能保存的控制字符'),
      visible(min),
    );

/** One line as far as it is typed: it may be empty, or what becomes no value yet. Kept as it is, at most `max` characters. */
export const unfinishedLine = (max: number) =>
  z.string().check(z.maxLength(max), z.regex(line, '不能含有换行或控制字符'));

/** Text of several lines as far as it is typed, at most `max` characters. */
export const unfinishedText = (max: number) =>
  z.string().check(z.maxLength(max), z.regex(lines, '含有不能保存的控制字符'));

/** Opaque id: at most 16 URL-safe characters, so that two fit into a WeChat scene of 32. */
export const id = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,16}$/, '编号的格式不对'));

/** ISO 8601 instant in UTC, with `Z`. */
export const instant = z.iso.datetime('时间的格式不对');

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first and the last day that anything here can be about: every database holds them, and what is beyond is a slip. */
export const dayRange = { first: '2000-01-01', last: '2100-12-31' } as const;

/** True for a date or minute that exists, within `dayRange`: `2026-02-30` and `T24:00` do not. */
export function isWallClock(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/.exec(text);
  if (!found) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const date = text.slice(0, 10);
  return exists && hour < 24 && minute < 60 && date >= dayRange.first && date <= dayRange.last;
}

/** `YYYY-MM-DD` in Asia/Shanghai. */
export const day = z.string().check(
  halfWidth,
  z.refine((text) => text.length === 10 && isWallClock(text), '没有这一天，请写成 2026-12-31'),
);

/** Wall-clock time in Asia/Shanghai: `YYYY-MM-DD` (to the end of that day) or `YYYY-MM-DDTHH:mm`. */
export const wallClock = z
  .string()
  .check(halfWidth, z.refine(isWallClock, '没有这个时间，请写成 2026-12-31 或 2026-12-31T18:00'));

/** An http(s) address; `javascript:` and the like are refused. */
export const webUrl = z
  .string()
  .check(z.trim(), z.maxLength(500), z.refine(isWebAddress, '请填 http:// 或 https:// 开头的网址'));

/** An address on this service (`/api/v1/media/…` of an upload, `/media/…` of the demo) or on the web. */
export const mediaUrl = z
  .string()
  .check(z.maxLength(500), z.regex(/^((?:\/api\/v1)?\/media\/[\w./-]+|https?:\/\/[^\s]+)$/, '图片地址不对'));

export const email = z
  .string()
  .check(halfWidth, z.maxLength(120), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/, '邮箱的格式不对'));

/** What the reader may do with the thing, decided on the server; clients ignore words they do not know. */
export const viewer = <const A extends readonly [string, ...string[]]>(actions: A) =>
  z.object({ can: z.array(z.enum(actions)) });

/** An answer that is a file: no schema says more of it than its media type. */
export const bytes: z.ZodMiniType<Uint8Array> = z.any();
