import type { TextSpan } from '../../text/link';

/** A line of the text without its bullet, emoji and number; offsets are those of the whole text. */
export interface Line extends TextSpan {
  text: string;
  /** Begins with 一、 or stands in 【】 alone: opens a section. */
  heading: boolean;
  /** Begins with a bullet, a number or an emoji. */
  bulleted: boolean;
}

const emoji =
  '[\\uD83C-\\uD83E][\\uDC00-\\uDFFF]|[\\u2190-\\u21FF\\u2300-\\u23FF\\u25A0-\\u27BF\\u2B00-\\u2BFF]|\\d?\\u20E3';
const number =
  '[一二三四五六七八九十]{1,3}\\s*[、.]|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}\\s*(?:[、)]|\\.(?!\\d))|[\\u2460-\\u2487]|第[一二三四五六]、|[A-Z](?:岗\\s*:|\\s*[.、:](?=[一-龥]))';
const decoration = new RegExp(`^(?:[QqAa问答]\\s*:\\s*|\\s|${emoji}|[·•*#>=_~+-](?!\\d)|${number})+`);
const sectionNumber =
  /^\s*(?:[【[「]?\s*)?(?:[一二三四五六七八九十]{1,3}\s*[、.]|第[一二三四五六]、|\([一二三四五六七八九十]{1,3}\))/;

export function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const raw of text.split('\n')) {
    const bullet = decoration.exec(raw);
    const skipped = bullet ? bullet[0].length : 0;
    const body = raw.slice(skipped).replace(new RegExp(`(?:\\s|${emoji})+$`), '');
    if (body !== '') {
      const start = offset + skipped;
      const heading = sectionNumber.test(raw) || /^[【[「][^】\]」]{2,12}[】\]」]$/.test(body);
      lines.push({
        text: body,
        start,
        end: start + body.length,
        heading,
        bulleted: bullet !== null && /\S/.test(bullet[0]),
      });
    }
    offset += raw.length + 1;
  }
  return lines;
}
