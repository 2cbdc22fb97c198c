const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

/** A whole number in Chinese writing, as a source for regular expressions. */
export const chineseNumber = '[零〇一二两三四五六七八九十百千万]{1,9}';

/**
 * Reads a whole number written with Arabic or Chinese digits: `12`, `1,200`, `十二`, `两`, `五千五` (5500).
 * `null` when it is not one.
 */
export function readNumber(text: string): number | null {
  const plain = text.replace(/,/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    let value = 0;
    for (const char of text) value = value * 10 + (digits[char] ?? 0);
    return value;
  }
  let total = 0;
  let section = 0;
  let digit = -1;
  let lastScale = 0;
  for (const char of text) {
    const value = digits[char];
    const scale = scales[char];
    if (value !== undefined) {
      // 五六千 names two numbers.
      if (digit > 0) return null;
      digit = value;
      if (value === 0) lastScale = 0;
    } else if (scale !== undefined) {
      if (scale === 10000) {
        total += (section + Math.max(digit, 0)) * scale;
        section = 0;
      } else {
        section += (digit < 0 ? 1 : digit) * scale;
      }
      digit = -1;
      lastScale = scale;
    } else {
      return null;
    }
  }
  // The last digit of 五千五 or 一万二 counts tenths of the scale before it.
  const tail = digit < 0 ? 0 : digit * (lastScale > 10 ? lastScale / 10 : 1);
  return text === '' ? null : total + section + tail;
}

const neighbours = new RegExp(
  `^(${chineseNumber.replace('{1,9}', '*?')})([一二两三四五六七八九])([一二两三四五六七八九])([十百千万]?)$`,
);

/** Two neighbouring digits that leave the number open: `三五` is 3 to 5, `五六千` 5000 to 6000, `十七八` 17 or 18. */
export function readApproximate(text: string): { low: number; high: number } | null {
  const match = neighbours.exec(text);
  if (!match) return null;
  const [, before = '', first = '', second = '', scale = ''] = match;
  const low = readNumber(before + first + scale);
  const high = readNumber(before + second + scale);
  const step = (digits[second] ?? 0) - (digits[first] ?? 0);
  return low !== null && high !== null && (step === 1 || step === 2) ? { low, high } : null;
}
