import { fold } from '../jobs/text/fold';

/** A text as the rules read it, and where each of its characters stands in the original. */
export interface Normalised {
  text: string;
  /** Offsets in the original, one for each UTF-16 unit of `text`, and its length at the end. */
  at: number[];
}

/** Signs that are drawn like a letter, or stand for a word in chats. What NFKC folds (𝐕, ①, ⅴ) needs no entry. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  ѵ: 'v',
  ν: 'v',
  ᴠ: 'v',
  '√': 'v',
  '∨': 'v',
  χ: 'x',
  ω: 'w',
  ш: 'w',
  '×': 'x',
  ı: 'i',
  '❤': '心',
  '♥': '心',
  '💕': '心',
  '💗': '心',
  '💚': '心',
  '➕': '+',
  '🐧': 'q',
  '👗': '裙',
  '🐶': '狗',
  '🐷': '猪',
  '🐖': '猪',
  '🐕': '狗',
  '💩': '屎',
  亻: '人',
  傻: '傻',
  '💰': '钱',
  '🧧': '红包',
  '📞': '电话',
  '📱': '手机',
  '＃': '#',
  妳: '你',
  您: '你',
  祢: '你',
  牠: '他',
  尓: '你',
  沵: '你',
  伱: '你',
  莪: '我',
};

const isIdeograph = (sign: string | undefined) => sign !== undefined && sign >= '\u3400' && sign <= '\u9fff';
const isDigit = (sign: string | undefined) => sign !== undefined && sign >= '0' && sign <= '9';

/** Marks that are put between the characters of a word so that no list of words finds it. */
const decoration = /[*·•∙・.．_~|^\\/`'′‘’\-−♡☆★※#&=○●◦。.]/;
const blank = /[ \t\u2800\u3164]/;
// Zero-width marks are folded to a blank; what else draws nothing by itself is dropped here.
const unseen =
  /[\u0300-\u036f]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\u00ad\u180e\ufeff]|[\u2060-\u206f\u200b-\u200f\u202a-\u202e]/;

function plain(sign: string): string {
  const alike = lookAlikes[sign];
  if (alike !== undefined) return alike;
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0x3000 && code < 0x3200)) return sign;
  // White letters and digits on black have no folding in Unicode.
  if (code >= 0x2776 && code <= 0x277e) return String(code - 0x2775);
  if (code >= 0x278a && code <= 0x2792) return String(code - 0x2789);
  if (code >= 0x24f5 && code <= 0x24fd) return String(code - 0x24f4);
  if (code === 0x24ff) return '0';
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(code - 0x1f150 + 97);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(code - 0x1f170 + 97);
  if (code >= 0x2010 && code < 0x2460) return code >= 0x2070 && code < 0x2190 ? sign.normalize('NFKC') : sign;
  const folded = sign.normalize('NFKC');
  // (1) and 1. of one sign are the number.
  return folded.length > 1 && /[0-9]/.test(folded) ? folded.replace(/[().]/g, '') : folded;
}

interface Unit {
  sign: string;
  at: number;
}

function unitsOf(original: string): Unit[] {
  const source = fold(original);
  const units: Unit[] = [];
  for (let i = 0; i < original.length; ) {
    const whole = original.codePointAt(i) ?? 0;
    const length = whole > 0xffff ? 2 : 1;
    const seen = original.slice(i, i + length);
    if (!unseen.test(seen)) {
      const sign = length === 2 ? plain(seen) : plain(source.charAt(i));
      for (const one of sign.toLowerCase()) units.push({ sign: one, at: i });
    }
    i += length;
  }
  return units;
}

/**
 * Width, case, script and look-alikes folded; blanks and marks between the characters of a word dropped. Line breaks and what
 * closes a sentence stay.
 */
export function normalise(original: string): Normalised {
  const units = unitsOf(original);
  let text = '';
  const at: number[] = [];
  let last: string | undefined;
  for (let i = 0; i < units.length; i += 1) {
    const { sign, at: offset } = units[i] as Unit;
    if (blank.test(sign)) {
      // Between digits a blank parts two numbers, or the groups of one.
      if (!(isDigit(last) && isDigit(units[i + 1]?.sign))) continue;
    } else if (sign !== '。' && decoration.test(sign) && isIdeograph(last)) {
      let next = i + 1;
      while (
        next < units.length &&
        next < i + 4 &&
        (decoration.test(units[next]?.sign ?? '') || blank.test(units[next]?.sign ?? '')) &&
        units[next]?.sign !== '。'
      )
        next += 1;
      if (isIdeograph(units[next]?.sign)) continue;
    }
    text += sign;
    for (let n = 0; n < sign.length; n += 1) at.push(offset);
    last = sign;
  }
  at.push(original.length);
  return { text, at };
}
