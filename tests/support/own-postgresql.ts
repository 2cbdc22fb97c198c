import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Postgresql } from './postgresql';

const tests = join(__dirname, '..');

/** A PostgreSQL for one test file alone, which may stop it; the one of the run serves the others. */
export async function startOwnPostgresql(): Promise<Postgresql> {
  const folder = mkdtempSync(join(tests, 'node_modules/.own-postgresql-'));
  const program = join(folder, 'postgresql-process.cjs');
  execFileSync(join(tests, 'node_modules/.bin/esbuild'), [
    join(__dirname, 'postgresql-process.ts'),
    `--outfile=${program}`,
    '--bundle',
    '--platform=node',
    '--format=cjs',
    '--packages=external',
    '--log-level=warning',
  ]);
  const child = fork(program);
  const [url] = (await once(child, 'message')) as [string];
  const command = async (name: 'halt' | 'resume') => {
    const done = once(child, 'message');
    child.send(name);
    await done;
  };
  return {
    url,
    halt: () => command('halt'),
    resume: () => command('resume'),
    async stop() {
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
