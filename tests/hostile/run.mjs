// `pnpm test:hostile [--bombs] [--loop]`: sends files made to hurt to the service, and prints what each one cost. The service should have
// the machine for itself: the bounds are those that are promised.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from '../../scripts/build.mjs';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The parts by the word that asks for one; without any, all of them run. */
const parts = { '--bombs': 'tests/hostile/bombs', '--loop': 'tests/hostile/loop' };

function hostile(suite) {
  return new Promise((resolve) => {
    const options = ['--config', 'jest.config.cjs', suite];
    const child = spawn(join(tests, 'node_modules/.bin/jest'), options, {
      cwd: tests,
      stdio: 'inherit',
      env: { ...process.env, HOSTILE: '1' },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const asked = Object.keys(parts).filter((word) => process.argv.includes(word));
await buildServer();
for (const word of asked.length > 0 ? asked : Object.keys(parts)) {
  process.exitCode = Math.max(process.exitCode ?? 0, await hostile(parts[word]));
}
