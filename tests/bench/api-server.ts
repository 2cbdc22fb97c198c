// The service itself, in a process of its own.
import { tmpdir } from 'node:os';
import { buildApp } from '@qihang/server/app';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { readConfig } from '@qihang/server/config';
import { openDatabase } from '@qihang/server/db/database';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { testSecret } from '../support/secret';
import { reportTo } from './child';

async function main(): Promise<void> {
  const [url = ''] = process.argv.slice(2);
  const config = readConfig({
    DATABASE_URL: url,
    QIHANG_SECRET: testSecret,
    DATA_DIR: `${tmpdir()}/qihang-bench`,
    LOG_LEVEL: 'error',
    RATE_LIMIT: 'off',
    LOAD_SHEDDING: 'off',
    PORT: '0',
  });
  const db = await openDatabase(url, makeTables);
  const ports = {
    clock: systemClock,
    ids: randomIds,
    wechat: null,
    storage: storageOf(config),
    secret: secretOf(config),
  };
  const app = await buildApp({ config, db, registry, ...ports });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  reportTo(typeof address === 'object' && address ? address.port : 0);
}

void main();
