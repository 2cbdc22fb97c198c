// Tells whether something must be built again: its inputs, by name, size and time, are compared with those of the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Taro keeps a cache of its own in `.swc` while it builds; demo data and migrations are read when the service starts.
const skipped = new Set(['node_modules', 'dist', 'data', 'migrations', 'demo', '.swc']);

function* filesOf(path) {
  const stat = statSync(path);
  if (stat.isFile()) {
    yield `${path}:${stat.size}:${stat.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!skipped.has(name)) yield* filesOf(join(path, name));
}

export function fingerprint(inputs, salt = '') {
  const hash = createHash('sha256').update(`${process.version}${salt}`);
  for (const input of inputs) if (existsSync(input)) for (const line of filesOf(input)) hash.update(line);
  return hash.digest('hex');
}

/** Runs `build` when `inputs` changed since the run that wrote `stamp`. */
export async function whenStale(stamp, inputs, build) {
  const now = fingerprint(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
