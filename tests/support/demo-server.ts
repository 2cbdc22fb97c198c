import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@qihang/server/app';
import { createRunner } from '@qihang/server/background/runner';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { readConfig } from '@qihang/server/config';
import type { Context } from '@qihang/server/context';
import { openDatabase } from '@qihang/server/db/database';
import { seedDemo } from '@qihang/server/demo/seed';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { wechatClient } from '@qihang/server/ports/wechat/client';
import { testClock } from './clock';
import { patience } from './waiting';

/** The service as `pnpm start` runs it, with demo data, on a port of its own; its clock starts at the present moment. */
export async function startDemoServer(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-demo-'));
  const config = readConfig({
    QIHANG_DEMO: '1',
    RATE_LIMIT: 'off',
    LOAD_SHEDDING: 'off',
    LOG_LEVEL: 'silent',
    DATA_DIR: folder,
    ...env,
  });
  const db = await openDatabase(config.databaseUrl, makeTables);
  const clock = testClock(new Date());
  const wechat = config.wechat && wechatClient(config.wechat, clock, { timeoutMs: patience, pauseMs: 5 });
  const ports = { clock, ids: randomIds, wechat, storage: storageOf(config), secret: secretOf(config) };
  const context: Context = { config, db, ...ports, registry };
  await db.write((tx) => insertDefaultBoards(db, tx));
  await seedDemo(context);
  const app = await buildApp(context);
  // The phone learns the time from this header, and Node would tell its own.
  app.server.prependListener('request', (_, response) => {
    response.setHeader('Date', clock.now().toUTCString());
  });
  const runner = createRunner(context, app.log);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    context,
    clock,
    /** Runs the tasks and delivers the messages that are due by the clock. */
    runTasks: () => runner.runDue(),
    async close() {
      await app.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type DemoServer = Awaited<ReturnType<typeof startDemoServer>>;
