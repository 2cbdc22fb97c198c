// The service as a process of its own, killed while it writes: whatever was reached, a repeat under the same key leaves one write.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverProgram } from '../support/builds/server';
import { newDatabase, type TestDatabase } from '../support/database';
import { testSecret } from '../support/secret';

let folder: string;
let database: TestDatabase;
let service: ChildProcess;
let origin: string;

async function start(): Promise<void> {
  service = spawn(process.execPath, [serverProgram, 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      QIHANG_DEMO: '1',
      RATE_LIMIT: 'off',
      LOAD_SHEDDING: 'off',
      LOG_LEVEL: 'fatal',
      DATA_DIR: folder,
      DATABASE_URL: database.url,
      QIHANG_SECRET: testSecret,
    },
  });
  const lines = createInterface({ input: service.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    const found = /启航已启动：(\S+)/.exec(line)?.[1];
    if (found) {
      origin = `${found}/api/v1`;
      return;
    }
  }
  throw new Error('The service did not start');
}

async function kill(): Promise<void> {
  if (service.exitCode !== null || service.signalCode !== null) return;
  const gone = once(service, 'exit');
  service.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qihang-killed-'));
  database = await newDatabase();
  await start();
});
afterAll(async () => {
  await kill();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function signIn(): Promise<string> {
  const response = await fetch(`${origin}/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'graduate' }),
  });
  return ((await response.json()) as { token: string }).token;
}

const ask = (token: string, title: string, key: string) =>
  fetch(`${origin}/threads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify({ title, body: '', category: 'policy', anonymous: true }),
  });

async function countOf(title: string): Promise<number> {
  const response = await fetch(`${origin}/threads?limit=50`);
  const { items } = (await response.json()) as { items: { title: string }[] };
  return items.filter((thread) => thread.title === title).length;
}

it('neither loses nor doubles a write, whenever it is killed', async () => {
  const token = await signIn();
  // How long a write takes here, so that the kills fall before, within and after it.
  const began = performance.now();
  await (await ask(token, '先问一个热身的问题', randomUUID())).json();
  const usual = performance.now() - began;
  for (let round = 0; round < 8; round++) {
    const key = randomUUID();
    const title = `第 ${round} 轮：三方协议丢了怎么补办`;
    const first = ask(token, title, key).catch(() => undefined);
    await sleep((usual * (round + 1)) / 6);
    await kill();
    await first;
    await start();
    const repeat = await ask(token, title, key);
    const { code } = (await repeat.json()) as { code?: string };
    // Carried out now, answered as before, or known to be done although its answer is lost.
    const known =
      repeat.status === 201 || code === 'idempotency.in-progress' || code === 'idempotency.answer-lost';
    expect({ round, known, status: repeat.status, threads: await countOf(title) }).toEqual({
      round,
      known: true,
      status: repeat.status,
      threads: 1,
    });
  }
});
