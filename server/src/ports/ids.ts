import { randomBytes } from 'node:crypto';

export interface Ids {
  /** A new opaque id: 16 characters, sorting by `at`. */
  next(at: Date): string;
}

const timeDigits = 9;
const randomDigits = 7;
const alphabet = '0123456789abcdefghijkmnpqrstvwxy';

const digits = (value: number, count: number): string =>
  Array.from({ length: count }, (_, i) => alphabet[Math.floor(value / 32 ** (count - 1 - i)) % 32]).join('');

/**
 * 45 bits of milliseconds and 35 of chance in base 32: rows lie on disk in the order they were made, and two of one
 * millisecond meet once in 34 thousand million.
 */
export const randomIds: Ids = {
  next: (at) =>
    digits(at.getTime(), timeDigits) +
    digits(randomBytes(5).readUIntBE(0, 5) % 32 ** randomDigits, randomDigits),
};
