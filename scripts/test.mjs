// `pnpm test`: everything, on SQLite. `pnpm test:pg`: what asks a database anything, on a real PostgreSQL.
// `--engine=both`: one after the other, counted together. Further words go to Jest: `pnpm test jobs/api`; only what the
// chosen suites need is built and installed. `--prepare`: does that and runs nothing.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build, root } from './build.mjs';
import { needsOf } from './suites.mjs';

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--engine=') && arg !== '--prepare');
const engine = args.find((arg) => arg.startsWith('--engine='))?.slice('--engine='.length) ?? 'sqlite';

const at = (...parts) => join(root, 'scripts/jest', ...parts);
const runs = {
  sqlite: ['--projects', 'jest.config.cjs', 'miniapp/jest.config.cjs'],
  postgresql: ['--config', 'jest.config.cjs', `--filter=${at('needing-database.cjs')}`],
};
const engines = engine === 'both' ? Object.keys(runs) : [engine];
if (engines.some((one) => !(one in runs)))
  throw new Error(`--engine is sqlite, postgresql or both: ${engine}`);

function jest(options, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'tests/node_modules/.bin/jest'), options, {
      cwd: join(root, 'tests'),
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'qihang-test-'));
const output = join(folder, 'output.json');

/** Runs Jest and returns its exit code with what it wrote. */
async function ask(one, options, env) {
  const common = ['--json', `--outputFile=${output}`, `--testSequencer=${at('longest-first.mjs')}`];
  rmSync(output, { force: true });
  const code = await jest([...runs[one], ...common, ...options, ...words], env);
  return { code, answer: JSON.parse(readFileSync(output, 'utf8')) };
}

const needs = new Set();
for (const one of engines) {
  const { answer } = await ask(one, ['--listTests']);
  for (const file of answer) for (const need of needsOf(file)) needs.add(need);
}
const building = build(['server', 'h5', 'weapp'].filter((target) => needs.has(target)));
const env = needs.has('browser') ? { CHROMIUM_PATH: ensureBrowser() } : {};
await building;

async function run() {
  let passed = 0;
  let failed = 0;
  for (const one of engines) {
    const { code, answer } = await ask(one, ['--maxWorkers=2'], { ...env, TEST_ENGINE: one });
    passed += answer.numPassedTests;
    // A suite that could not even start has no test that failed.
    failed += Math.max(answer.numFailedTests, answer.numFailedTestSuites);
    if (code !== 0) process.exitCode = code;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
}

if (!args.includes('--prepare')) await run();
rmSync(folder, { recursive: true, force: true });
