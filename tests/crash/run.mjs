// `pnpm test:crash [--kills N]`: kills processes of the service while they answer, run tasks and send messages, 200 times on each
// engine, and prints a table for each: acknowledged, lost, doubled, integrity, search index against rows.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = process.argv.indexOf('--kills');
const CRASH_KILLS = at < 0 ? '200' : process.argv[at + 1];

function killed(TEST_ENGINE) {
  return new Promise((resolve) => {
    const options = ['--config', 'jest.config.cjs', 'tests/crash/(killed|scheduled|escalated)'];
    const child = spawn(join(tests, 'node_modules/.bin/jest'), options, {
      cwd: tests,
      stdio: 'inherit',
      env: { ...process.env, CRASH_KILLS, TEST_ENGINE },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const codes = [await killed('sqlite'), await killed('postgresql')];
process.exitCode = Math.max(...codes);
