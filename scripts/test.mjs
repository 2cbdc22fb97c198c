// `pnpm test`: everything, on SQLite. `pnpm test:pg`: what touches the database, on a real PostgreSQL.
// Further words go to Jest: `pnpm test jobs/api`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildAll, buildServer, root } from './build.mjs';

const args = process.argv.slice(2);
const onPostgresql = args.includes('--engine=postgresql');
const words = args.filter((arg) => !arg.startsWith('--engine='));

/** The suites that ask a database anything. */
const databaseSuites = [
  'audit',
  'background',
  'boards',
  'consents',
  'crash',
  'db',
  'idempotency',
  'import',
  'jobs',
  'moderation',
  'my-data',
  'people',
  'posts',
  'saves',
  'search',
  'session',
  'site',
  'threads',
  'wechat-push',
  'verification',
];

function jest(options, env) {
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
const report = join(folder, 'report.json');
const common = ['--json', `--outputFile=${report}`, '--maxWorkers=2', ...words];
let code;
if (onPostgresql) {
  // A test starts it as a process of its own.
  await buildServer();
  const paths = words.length > 0 ? [] : databaseSuites.map((suite) => `tests/${suite}/`);
  code = await jest(['--config', 'jest.config.cjs', ...common, ...paths], { TEST_ENGINE: 'postgresql' });
} else {
  const CHROMIUM_PATH = ensureBrowser();
  await buildAll();
  code = await jest(['--projects', 'jest.config.cjs', 'miniapp/jest.config.cjs', ...common], {
    CHROMIUM_PATH,
  });
}

const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true, force: true });
// A suite that could not even start has no test that failed.
console.log(`\n${numPassedTests} passed, ${Math.max(numFailedTests, numFailedTestSuites)} failed`);
process.exitCode = code;
