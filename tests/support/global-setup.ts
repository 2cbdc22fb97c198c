import { type Postgresql, startPostgresql } from './postgresql';

declare global {
  var qihangPostgresql: Postgresql | undefined;
}

/** One PostgreSQL for the whole run, where the run asks for it; each test file makes its own database in it. */
export default async function setup(): Promise<void> {
  if (process.env.TEST_ENGINE !== 'postgresql') return;
  globalThis.qihangPostgresql = await startPostgresql();
  process.env.TEST_POSTGRESQL_URL = globalThis.qihangPostgresql.url;
}
