// The service itself: it runs its tasks by itself, and ends when it is told to, with nothing left half done.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import { serverProgram } from '../support/builds/server';
import { newDatabase } from '../support/database';
import { testSecret } from '../support/secret';

jest.setTimeout(120_000);

it.each(['SIGTERM', 'SIGINT'] as const)('runs retention, and ends with 0 on %s', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'qihang-service-'));
  const database = await newDatabase();
  const db = await openDatabase(database.url, makeTables);
  const service = spawn(process.execPath, [serverProgram, 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      QIHANG_DEMO: '1',
      LOG_LEVEL: 'fatal',
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      QIHANG_SECRET: testSecret,
    },
  });
  const ended = once(service, 'exit');
  try {
    const tasks = () => db.read.select().from(db.tables.tasks);
    while (!(await tasks()).some(({ name, lastEndedAt }) => name === 'retention' && lastEndedAt)) {
      if (service.exitCode !== null) throw new Error(`The service ended with ${service.exitCode}`);
      await sleep(20);
    }
    service.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect((await tasks()).filter(({ leasedBy, lastError }) => leasedBy ?? lastError)).toEqual([]);
  } finally {
    service.kill('SIGKILL');
    await ended;
    await db.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});
