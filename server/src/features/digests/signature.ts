import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ShareType } from '@qihang/shared/digests/vocabulary';

/** What a picture shows, and for which group. */
export interface Pictured {
  type: ShareType;
  id: string;
  group: string | null;
}

/** Proves that a poster's address was made here: each one costs a drawing, and a code of WeChat's. */
export const signatureOf = (secret: string, { type, id, group }: Pictured): string =>
  createHmac('sha256', secret)
    .update(`poster:${type}:${id}:${group ?? ''}`)
    .digest('base64url')
    .slice(0, 22);

export function isSigned(secret: string, pictured: Pictured, sign: string | undefined): boolean {
  const due = Buffer.from(signatureOf(secret, pictured));
  const given = Buffer.from(sign ?? '');
  return given.length === due.length && timingSafeEqual(given, due);
}
