// `pnpm test:hostile [--bombs] [--uploads] [--loop] [--fuzz]`: sends files made to hurt to the service and prints what each one cost; finds how long
// the largest inputs hold it; and sends 50,000 requests that are nearly right on each engine. It should have the machine for itself:
// the bounds are those that are promised.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from '../../scripts/build.mjs';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The parts by the word that asks for one; without any, all of them run. */
const parts = {
  '--bombs': [['tests/hostile/bombs', {}]],
  '--uploads': [['tests/hostile/uploads', {}]],
  '--loop': [['tests/hostile/loop', {}]],
  '--fuzz': ['sqlite', 'postgresql'].map((TEST_ENGINE) => [
    'tests/hostile/fuzz',
    { TEST_ENGINE, FUZZ_REQUESTS: '50000' },
  ]),
};

function hostile(suite, env) {
  return new Promise((resolve) => {
    const options = ['--config', 'jest.config.cjs', suite];
    const child = spawn(join(tests, 'node_modules/.bin/jest'), options, {
      cwd: tests,
      stdio: 'inherit',
      env: { HOSTILE: '1', ...env, ...process.env },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const asked = Object.keys(parts).filter((word) => process.argv.includes(word));
await buildServer();
for (const word of asked.length > 0 ? asked : Object.keys(parts)) {
  for (const [suite, env] of parts[word])
    process.exitCode = Math.max(process.exitCode ?? 0, await hostile(suite, env));
}
