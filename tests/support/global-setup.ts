import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Postgresql, startPostgresql } from './postgresql';

declare global {
  var qihangPostgresql: Postgresql | undefined;
}

const build = join(__dirname, '../../scripts/build.mjs');

/** The service reads files in a worker thread, whose program comes from the build; a moment, or nothing if it is there. */
function buildFileReader(): void {
  execFileSync('node', ['-e', `import(${JSON.stringify(build)}).then((build) => build.buildServer())`], {
    stdio: 'inherit',
  });
}

/** One PostgreSQL for the whole run, where the run asks for it; each test file makes its own database in it. */
export default async function setup(): Promise<void> {
  buildFileReader();
  if (process.env.TEST_ENGINE !== 'postgresql') return;
  globalThis.qihangPostgresql = await startPostgresql();
  process.env.TEST_POSTGRESQL_URL = globalThis.qihangPostgresql.url;
}
