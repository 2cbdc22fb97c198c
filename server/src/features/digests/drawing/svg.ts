import { charactersOf, clipped, plain } from '@qihang/shared/digests/width';
import type { DeadlinePill, DeadlineState } from '@qihang/shared/jobs/pill';
import { type Fonts, fontFamily, type Weight } from './font';
import { type Colour, palette, pillColours } from './palette';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

interface Look {
  size: number;
  weight?: Weight;
  colour: Colour;
}

interface Line extends Look {
  /** Left end, or the right one with `right`. */
  x: number;
  /** The line that letters rest on. */
  y: number;
  right?: boolean;
  /** Pixels it may take; what is longer ends with …. */
  width: number;
}

const closing = /^[，。、；：！？”’）》】…,.;:!?)\]]/;

/** What pictures are drawn with: everything ends up as one SVG. */
export function pen(fonts: Fonts) {
  /** The text without invisible marks and without what the font cannot draw, such as emoji. */
  const drawable = (text: string): string =>
    plain(
      charactersOf(text)
        .filter((character) => fonts.has(character))
        .join(''),
    );

  const widthOf = (text: string, { size, weight = 400 }: Pick<Look, 'size' | 'weight'>) =>
    fonts.measure(text, size, weight);

  const fitted = (text: string, width: number, look: Pick<Look, 'size' | 'weight'>): string =>
    clipped(drawable(text), width, (character) => widthOf(character, look));

  /** Breaks a text into at most `max` lines, between characters or Latin words; the last ends with … where more would follow. */
  function wrapped(text: string, width: number, max: number, look: Pick<Look, 'size' | 'weight'>): string[] {
    const words = drawable(text).match(/[\w.+#@/-]+|./gu) ?? [];
    const lines: string[] = [];
    let line = '';
    for (const [i, word] of words.entries()) {
      if (line !== '' && !closing.test(word) && widthOf(line + word, look) > width) {
        if (lines.length === max - 1) {
          lines.push(fitted(line + words.slice(i).join(''), width, look));
          return lines;
        }
        lines.push(line.trimEnd());
        line = word.trimStart();
      } else line += word;
    }
    return [...lines, fitted(line, width, look)].filter((one) => one !== '');
  }

  const line = (text: string, { x, y, right, size, weight = 400, colour, width }: Line): string =>
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${palette[colour]}"${
      right ? ' text-anchor="end"' : ''
    } xml:space="preserve">${escaped(fitted(text, width, { size, weight }))}</text>`;

  return { widthOf, wrapped, line };
}

export type Pen = ReturnType<typeof pen>;

export const box = (
  {
    x,
    y,
    width,
    height,
    radius = 0,
  }: { x: number; y: number; width: number; height: number; radius?: number },
  colour: Colour,
): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${palette[colour]}"/>`;

/** How far the hand is round, as in the icons of the phone. */
const dials: Record<DeadlineState, string> = {
  far: '<circle cx="6" cy="6" r="4.75"/>',
  open: '<path d="M1.5 6a4.5 4.5 0 0 1 8-2.8M10.5 6a4.5 4.5 0 0 1-8 2.8M9.8 1v2.4H7.4M2.2 11V8.6h2.4"/>',
  recheck: '<circle cx="6" cy="6" r="4.75" stroke-dasharray="2.5 2.47"/>',
  closed: '<circle cx="6" cy="6" r="4.75"/><path d="M2.7 6h6.6"/>',
  week: '<circle cx="6" cy="6" r="4.75"/><path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" stroke="none"/>',
  soon: '<circle cx="6" cy="6" r="4.75"/><path d="M6 1.25A4.75 4.75 0 1 1 1.25 6H6z" fill="currentColor" stroke="none"/>',
  today: '<circle cx="6" cy="6" r="5.4" fill="currentColor" stroke="none"/>',
};

interface PillPlace {
  x: number;
  /** Its middle. */
  y: number;
  /** `x` is its right end. */
  right?: boolean;
  size: number;
}

/** Height, room at the ends, dial and gap, by the size of its words. */
const pillOfSize = (size: number) => ({
  height: Math.round(size * 1.84),
  left: Math.round(size * 0.62),
  end: Math.round(size * 0.75),
  dial: Math.round(size * 0.92),
  gap: Math.round(size * 0.42),
});

export function pillWidth({ widthOf }: Pen, { state, words }: DeadlinePill, size: number): number {
  const { left, end, dial, gap } = pillOfSize(size);
  const weight = state === 'far' || state === 'open' || state === 'closed' ? 400 : 600;
  return left + dial + gap + widthOf(words.join(' · '), { size, weight }) + end;
}

/** The deadline: colour, dial and words, as on the phone. */
export function pill(drawn: Pen, of: DeadlinePill, { x, y, right, size }: PillPlace): string {
  const { height, left, dial, gap } = pillOfSize(size);
  const { ink, ground } = pillColours[of.state];
  const weight = of.state === 'far' || of.state === 'open' || of.state === 'closed' ? 400 : 600;
  const width = pillWidth(drawn, of, size);
  const from = right ? x - width : x;
  const frame = ground
    ? `fill="${palette[ground]}"`
    : `fill="none" stroke="${palette[ink]}" stroke-width="2" stroke-dasharray="6 5"`;
  return [
    `<rect x="${from}" y="${y - height / 2}" width="${width}" height="${height}" rx="${height / 2}" ${frame}/>`,
    `<svg x="${from + left}" y="${y - dial / 2}" width="${dial}" height="${dial}" viewBox="0 0 12 12" color="${
      palette[ink]
    }" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">${dials[of.state]}</svg>`,
    drawn.line(of.words.join(' · '), {
      x: from + left + dial + gap,
      y: y + size * 0.36,
      size,
      weight,
      colour: ink,
      width,
    }),
  ].join('');
}

/** The whole picture. */
export const picture = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">${parts.join('')}</svg>`;
