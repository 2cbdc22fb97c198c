import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dayMs = 24 * 60 * 60 * 1000;
/** Jobs close as days pass: an older stock would hold fewer open ones than it says. */
const maxAgeMs = 7 * dayMs;

const folder = process.env.BENCH_DIR ?? join(tmpdir(), 'qihang-bench');

const isFresh = (file: string): boolean => {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  return Date.now() - mtimeMs < maxAgeMs;
};

/** Names the rows by what they are made with: the program that writes them, and the migrations it runs. */
function recipeOf(servers: string): string {
  const migrations = join(servers, '../../src/migrations/sqlite');
  const files = [
    join(servers, 'fill.cjs'),
    ...readdirSync(migrations)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => join(migrations, name)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}

function write(program: string, file: string, rows: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [file, String(rows)]);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('The rows could not be written')),
    );
  });
}

/**
 * A database of so many jobs, to be read only: made once, kept in BENCH_DIR or the system's temporary folder, and made anew
 * when the program that writes it or a migration has changed. Of each size one is kept.
 */
export async function dataset(servers: string, rows: number, say: (line: string) => void): Promise<string> {
  const name = `jobs-${rows}-`;
  const file = join(folder, `${name}${recipeOf(servers)}.db`);
  if (isFresh(file)) return file;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) {
    if (old.startsWith(name)) rmSync(join(folder, old), { force: true });
  }
  say(`Writing ${rows} jobs to ${file} …`);
  const started = Date.now();
  const unfinished = `${file}.${process.pid}`;
  await write(join(servers, 'fill.cjs'), unfinished, rows);
  renameSync(unfinished, file);
  const mebibytes = Math.round(statSync(file).size / 2 ** 20);
  say(`… ${mebibytes} MiB in ${Math.round((Date.now() - started) / 1000)} s`);
  return file;
}

/** A copy that may be written to, and a way to remove it. */
export function scratchCopy(file: string): { file: string; remove(): void } {
  const copy = join(folder, `scratch-${process.pid}.db`);
  copyFileSync(file, copy);
  return {
    file: copy,
    remove() {
      for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
    },
  };
}
