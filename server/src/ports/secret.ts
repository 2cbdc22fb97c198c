import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';

/** Demo mode is refused in production, and its codes stand in the documentation. */
const demoSecret = 'the secret of the demo is none';

/**
 * The server's secret: `QIHANG_SECRET`, or a file in the data folder that is made on the first start. Whoever copies the
 * database does not have it, so it belongs into a backup of its own; processes on several machines share it by the setting.
 */
export function secretOf({ secret, demo, dataDir }: Config): string {
  if (secret !== null) return secret;
  if (demo) return demoSecret;
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
