import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';

/** Public, so that the class codes of docs/verification.md are right everywhere; a demo holds invented people only. */
const demoSecret = 'the secret of the demo is none';

/**
 * The server's secret: `QIHANG_SECRET`, which production and PostgreSQL demand (config.ts), or else a file in the data folder,
 * made on the first start. A copy of the database alone does not have it, so it belongs into a backup of its own.
 */
export function secretOf({ secret, demo, dataDir }: Config): string {
  if (secret !== null) return secret;
  if (demo) return demoSecret;
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // Of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** 128 bits by which a database recognises its secret and from which the secret cannot be worked out. */
export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('qihang: fingerprint of the secret').digest('base64url').slice(0, 22);
