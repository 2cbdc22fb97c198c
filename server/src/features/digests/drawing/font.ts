import { readFile } from 'node:fs/promises';

/** Noto Sans SC under the SIL Open Font License, from its package; the licence lies next to it there. */
export const fontFamily = 'Noto Sans SC';

const files = {
  400: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  600: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
} as const;
export type Weight = keyof typeof files;

const pathOf = (weight: Weight): string => require.resolve(files[weight]);

export const fontFiles = (): string[] => [pathOf(400), pathOf(600)];

/** Widths of the characters a font has, by code point, in parts of the font's size. */
type Widths = ReadonlyMap<number, number>;

/** Where each table of a TrueType file begins, by its name. */
function offsetsOf(font: Buffer): Map<string, number> {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = 12 + 16 * i;
      return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
}

/** Groups of the character map for all of Unicode (format 12): first and last code point, glyph of the first. */
function* groupsOf(font: Buffer, cmap: number): Generator<[first: number, last: number, glyph: number]> {
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) =>
    font.readUInt32BE(cmap + 4 + 8 * i + 4),
  );
  const offset = subtables.find((at) => font.readUInt16BE(cmap + at) === 12);
  if (offset === undefined) throw new Error('The font has no character map of format 12');
  const groups = cmap + offset + 16;
  const count = font.readUInt32BE(groups - 4);
  for (let i = 0; i < count; i += 1) {
    const at = groups + 12 * i;
    yield [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
  }
}

async function readWidths(weight: Weight): Promise<Widths> {
  const font = await readFile(pathOf(weight));
  const offsets = offsetsOf(font);
  const tableAt = (name: string) => {
    const at = offsets.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}`);
    return at;
  };
  const unitsPerEm = font.readUInt16BE(tableAt('head') + 18);
  const longMetrics = font.readUInt16BE(tableAt('hhea') + 34);
  const hmtx = tableAt('hmtx');
  // Glyphs beyond the last metric have its width.
  const widthOf = (glyph: number) =>
    font.readUInt16BE(hmtx + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm;
  const widths = new Map<number, number>();
  for (const [first, last, glyph] of groupsOf(font, tableAt('cmap')))
    for (let code = first; code <= last; code += 1) widths.set(code, widthOf(glyph + code - first));
  return widths;
}

export interface Fonts {
  /** Width of a line in pixels. */
  measure(text: string, size: number, weight: Weight): number;
  /** Whether the font has every character of the text. */
  has(text: string): boolean;
}

let read: Promise<Fonts> | undefined;

/** Measures of the two weights, read once: what is drawn is cut and broken before, since an SVG breaks no lines. */
export function loadFonts(): Promise<Fonts> {
  read ??= Promise.all([readWidths(400), readWidths(600)]).then(([regular, strong]) => {
    const widths = { 400: regular, 600: strong };
    return {
      measure: (text, size, weight) =>
        [...text].reduce((sum, sign) => sum + (widths[weight].get(sign.codePointAt(0) ?? 0) ?? 1), 0) * size,
      has: (text) => [...text].every((sign) => strong.has(sign.codePointAt(0) ?? 0)),
    };
  });
  return read;
}
