import { createHmac, timingSafeEqual } from 'node:crypto';
import { classCodeAlphabet, classCodeLength } from '@qihang/shared/verification/class-code';

/**
 * The code of a class, made of its id and the server's secret and kept nowhere. A teacher can be shown it again, which a
 * hash would not allow, and a stolen table holds neither codes nor anything they could be worked out from, which an
 * encrypted column would tie to the same secret for more code. Another secret means other codes for the same classes:
 * nothing is lost but the notes they were written on.
 */
export function classCodeOf(secret: string, id: string): string {
  const digest = createHmac('sha256', secret).update(`class-code:${id}`).digest('hex');
  let rest = BigInt(`0x${digest}`);
  const base = BigInt(classCodeAlphabet.length);
  let code = '';
  for (let i = 0; i < classCodeLength; i += 1) {
    code += classCodeAlphabet[Number(rest % base)];
    rest /= base;
  }
  return code;
}

/** True for the code of that id; `typed` is plain (see `plainClassCode`). */
export function isClassCode(secret: string, id: string, typed: string): boolean {
  const expected = Buffer.from(classCodeOf(secret, id));
  const given = Buffer.from(typed);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
