// One process of the service, its tasks and deliveries those of the test. It may end itself, as kill -9 would, where it hurts most.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '@qihang/server/app';
import { type Delivered, enqueue } from '@qihang/server/background/outbox';
import { createRunner } from '@qihang/server/background/runner';
import type { Task } from '@qihang/server/background/task';
import { usualPace } from '@qihang/server/background/worker';
import { registry } from '@qihang/server/composition/registry';
import { makeTables } from '@qihang/server/composition/tables';
import { readConfig } from '@qihang/server/config';
import type { Context } from '@qihang/server/context';
import { openDatabase } from '@qihang/server/db/database';
import { tellError } from '@qihang/server/http/logging';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { storageOf } from '@qihang/server/ports/storage/open';
import type { Storage } from '@qihang/server/ports/storage/storage';
import { and, asc, eq, like, sql } from 'drizzle-orm';
import { testSecret } from '../support/secret';
import type { Instructions, Point } from './instructions';

declare module '@qihang/server/background/outbox' {
  interface Messages {
    'crash.note': { item: string };
  }
}

const instructions = JSON.parse(process.argv[2] ?? '') as Instructions;
const { name, url, dataDir, receiver, tasks, dieAt, pace } = instructions;

/** Ends the process on the spot where it was told to, but not always the first time that it comes by. */
async function mayDie(point: Point): Promise<void> {
  if (point !== dieAt || Math.random() < 0.5) return;
  writeSync(1, `died ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

/**
 * Adds one to every item of its own that is not done. What is not done it reads before the transaction, and the transaction
 * does not look again: only the lease keeps two processes from counting an item twice.
 */
const applying = (task: string): Task => ({
  name: task,
  schedule: { everyMinutes: 24 * 60 },
  async run(context, now, signal) {
    const { db } = context;
    const { users } = db.tables;
    const todo = await db.read
      .select({ id: users.id })
      .from(users)
      .where(and(like(users.id, `${task}-%`), eq(users.verified, false)))
      .orderBy(asc(users.id));
    await mayDie('when a run began');
    for (const { id } of todo) {
      signal.throwIfAborted();
      await sleep(Math.random() * 5);
      await db.write(async (tx) => {
        await tx
          .update(users)
          .set({ verified: true, graduationYear: sql`${users.graduationYear} + 1`, className: name })
          .where(eq(users.id, id));
        await mayDie('within a transaction');
        await enqueue(db, tx, { id: `note-${id}`, kind: 'crash.note', payload: { item: id } }, now);
      });
      await mayDie('between a transaction and the end of the run');
    }
  },
});

/** A task of the service by its name; any other counts items. */
const taskOf = (task: string): Task => registry.tasks.find((one) => one.name === task) ?? applying(task);

async function deliver(_: Context, { item }: { item: string }, signal: AbortSignal): Promise<Delivered> {
  await mayDie('before a request');
  const response = await fetch(`${receiver}/${item}`, { method: 'POST', body: name, signal });
  await response.arrayBuffer();
  await mayDie('between a request and noting it');
  return response.ok ? { outcome: 'sent' } : { outcome: 'retry', error: `answered ${response.status}` };
}

/** A process may end behind each file that it stores. */
const dying = (storage: Storage): Storage => ({
  ...storage,
  async put(key, bytes) {
    await storage.put(key, bytes);
    await mayDie('between the files of an upload');
  },
});

// Most of what the runner logs here is what the test provokes.
function logError(facts: unknown, message?: string): void {
  if (!process.env.TEST_LOG) return;
  const { err, ...rest } = facts as { err?: unknown };
  writeSync(
    2,
    `${name}: ${message} ${JSON.stringify({ ...rest, ...(err ? { err: tellError(err) } : {}) })}\n`,
  );
}

async function main(): Promise<void> {
  const db = await openDatabase(url, makeTables);
  const config = readConfig({
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    QIHANG_SECRET: testSecret,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    RATE_LIMIT: 'off',
    LOAD_SHEDDING: 'off',
    // Questions of new people come before readers at once.
    QIHANG_REVIEW_FIRST: '0',
  });
  const context: Context = {
    config,
    db,
    clock: systemClock,
    ids: randomIds,
    wechat: null,
    storage: dying(storageOf(config)),
    secret: '',
    registry: { ...registry, tasks: tasks.map(taskOf), deliveries: { 'crash.note': deliver } },
  };
  const runner = createRunner(context, { error: logError }, { ...usualPace, ...pace });
  const app = await buildApp(context);
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.once('SIGTERM', async () => {
    await Promise.all([runner.stop(), app.close()]);
    await db.close();
    process.disconnect();
  });
  process.on('message', () => runner.start());
  process.send?.(app.listeningOrigin);
}

void main();
