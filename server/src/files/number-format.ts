/** What the format of a cell says of its number. */
export type NumberFormat =
  | { kind: 'plain' }
  /** Digits with what is written around them: 万, ¥, %; `scale` is what the shown number is multiplied with. */
  | { kind: 'number'; prefix: string; suffix: string; digits: number; scale: number }
  | { kind: 'date'; parts: 'day' | 'month' | 'year' }
  | { kind: 'time' }
  | { kind: 'duration' };

const plain: NumberFormat = { kind: 'plain' };

// Formats that are known by number only. Those of a Chinese Excel are 27–36 and 50–58.
const builtIn = new Map<number, string>([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy-m-d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  ...[18, 19, 20, 21].map((id) => [id, 'h:mm:ss'] as const),
  [22, 'yyyy-m-d h:mm'],
  ...[27, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, 'h"时"mm"分"'] as const),
  [36, 'yyyy"年"m"月"'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
]);

// The longest that Excel takes.
const maxCode = 255;

/** A format code in pieces: what is written as it is, brackets, and the signs in between. */
type Piece = { literal: string } | { bracket: string } | { sign: string };

function piecesOf(code: string): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < code.length; i += 1) {
    const sign = code[i] as string;
    const closing = sign === '"' ? '"' : sign === '[' ? ']' : undefined;
    const end = closing === undefined ? -1 : code.indexOf(closing, i + 1);
    if (end > 0) {
      const inside = code.slice(i + 1, end);
      pieces.push(sign === '"' ? { literal: inside } : { bracket: inside });
      i = end;
    } else if (sign === '\\') {
      i += 1;
      pieces.push({ literal: code[i] ?? '' });
    } else if (sign === '_' || sign === '*') {
      // The width of a sign, and a sign to fill up with.
      i += 1;
    } else pieces.push({ sign });
  }
  return pieces;
}

const isSection = (piece: Piece) => 'sign' in piece && piece.sign === ';';

const signsOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('sign' in piece ? piece.sign : ' ')).join('');

function dateFormat(pieces: readonly Piece[]): NumberFormat | undefined {
  if (pieces.some((piece) => 'bracket' in piece && /^(?:h+|m+|s+)$/i.test(piece.bracket))) {
    return { kind: 'duration' };
  }
  const signs = signsOf(pieces)
    .replace(/AM\/PM|A\/P|上午\/下午/gi, 'h')
    .toLowerCase();
  if (/[ye]/.test(signs) || /[d]/.test(signs)) {
    if (signs.includes('d')) return { kind: 'date', parts: 'day' };
    return { kind: 'date', parts: signs.includes('m') ? 'month' : 'year' };
  }
  if (/[hs]/.test(signs)) return { kind: 'time' };
  return signs.includes('m') ? { kind: 'date', parts: 'month' } : undefined;
}

function numberFormat(pieces: readonly Piece[]): NumberFormat {
  let prefix = '';
  let suffix = '';
  let digits = 0;
  let scale = 1;
  let begun = false;
  let inFraction = false;
  let commas = 0;
  for (const piece of pieces) {
    if ('bracket' in piece) {
      const currency = /^\$([^-]*)/.exec(piece.bracket)?.[1] ?? '';
      if (begun) suffix += currency;
      else prefix += currency;
      continue;
    }
    const text = 'literal' in piece ? piece.literal : piece.sign;
    if ('sign' in piece && /[0#?]/.test(text)) {
      begun = true;
      commas = 0;
      if (text === '0' && !inFraction) digits += 1;
    } else if ('sign' in piece && text === '.' && begun) inFraction = true;
    else if ('sign' in piece && text === ',') commas += 1;
    else if ('sign' in piece && text === '/' && begun) return plain;
    else {
      if ('sign' in piece && text === '%') scale *= 100;
      // A minus in front belongs to the number.
      if ('sign' in piece && /[-+@]/.test(text)) continue;
      if (begun) suffix += text;
      else prefix += text;
    }
  }
  // Commas behind the last digit: each a thousand less.
  scale /= 1000 ** commas;
  return { kind: 'number', prefix: prefix.trim(), suffix: suffix.trim(), digits, scale };
}

/** Reads a format code; only the section for positive numbers counts. */
export function formatOf(id: number, custom: string | undefined): NumberFormat {
  const code = custom ?? builtIn.get(id);
  if (code === undefined || code.length > maxCode) return plain;
  const pieces = piecesOf(code);
  const first = pieces.findIndex(isSection);
  const section = first < 0 ? pieces : pieces.slice(0, first);
  const signs = signsOf(section);
  if (/general|g\/通用格式/i.test(signs)) {
    const words = section.flatMap((piece) => ('literal' in piece ? piece.literal : []));
    // Seldom more than General"元", so what is written is taken to follow.
    return words.length === 0
      ? plain
      : { kind: 'number', prefix: '', suffix: words.join('').trim(), digits: 0, scale: 1 };
  }
  if (/[0#?]\.?[0#?]*E[+-]/i.test(signs)) return plain;
  return dateFormat(section) ?? (/[0#?]/.test(signs) ? numberFormat(section) : plain);
}
