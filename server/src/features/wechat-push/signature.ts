import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** SHA-1 of the words, sorted and joined: how WeChat signs a push, with the token as one of them. */
export const signatureOf = (...words: string[]): string =>
  createHash('sha1').update(words.sort().join('')).digest('hex');

export function isSigned(signature: string, ...words: string[]): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(...words));
  return given.length === right.length && timingSafeEqual(given, right);
}

const blockSize = 32;
const randomSize = 16;
const lengthSize = 4;

// PKCS#7 with blocks of 32 bytes, twice those of AES: Node's own padding takes only 16.
function unpadded(bytes: Buffer): Buffer | null {
  const pad = bytes.at(-1) ?? 0;
  return pad >= 1 && pad <= blockSize && pad <= bytes.length ? bytes.subarray(0, bytes.length - pad) : null;
}

/**
 * The message in `Encrypt` and the mini-program it was meant for; null for what is not encrypted with this key.
 * 16 bytes of chance, the length of the message as 4 bytes, the message, the appid; AES-256-CBC, whose IV is the key's beginning.
 */
export function decrypted(encrypted: string, key: Buffer): { message: string; appid: string } | null {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const bytes = unpadded(
      Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]),
    );
    if (!bytes || bytes.length < randomSize + lengthSize) return null;
    const start = randomSize + lengthSize;
    const end = start + bytes.readUInt32BE(randomSize);
    if (end > bytes.length) return null;
    return { message: bytes.toString('utf8', start, end), appid: bytes.toString('utf8', end) };
  } catch {
    // Bytes that are no whole number of blocks.
    return null;
  }
}
