import { createHash, randomBytes } from 'node:crypto';

/** A new bearer token: 256 bits of chance, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: a leaked table opens no session. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
