/** A number of a person, however its digits are written. */
export interface NumberFound {
  kind: 'phone' | 'identity' | 'account';
  start: number;
  end: number;
}

const written = '零〇一二三四五六七八九';
const formal = '零〇壹贰叁肆伍陆柒捌玖';
const digitOf: Record<string, string> = { 幺: '1', 两: '2', o: '0' };
for (let i = 0; i < written.length; i += 1) {
  const value = String(Math.max(0, i - 1));
  digitOf[written.charAt(i)] = value;
  digitOf[formal.charAt(i)] = value;
}

const run =
  /[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[ .-]?[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖o]){5,19}x?/g;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: a birthday that exists, and the check digit of ISO 7064. */
export function isIdentityNumber(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]$/.test(digits))
    return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return '10x98765432'.charAt(sum % 11) === digits.charAt(17);
}

function kindOf(digits: string): NumberFound['kind'] | null {
  if (isIdentityNumber(digits)) return 'identity';
  const local = digits.replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(local)) return 'phone';
  return /^[1-9]\d{5,11}$/.test(digits) ? 'account' : null;
}

/** Phone numbers, identity numbers, and whatever else may be a number of an account, in a normalised text. */
export function findNumbers(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  run.lastIndex = 0;
  for (let match = run.exec(text); match; match = run.exec(text)) {
    const digits = match[0].replace(/[ .-]/g, '').replace(/[^0-9x]/g, (sign) => digitOf[sign] ?? '');
    const before = text.charAt(match.index - 1);
    const kind = /[0-9a-z]/.test(before)
      ? null
      : kindOf(digits.endsWith('x') && digits.length < 18 ? digits.slice(0, -1) : digits);
    if (kind !== null) found.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
