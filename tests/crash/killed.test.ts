// Processes with background work, killed with SIGKILL at random times and at the points where it hurts most. Ten kills in the
// usual run; `pnpm test:crash` does 200 on each engine and prints what it saw.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { engine, newDatabase, type TestDatabase } from '../support/database';
import { type Point, points } from './instructions';
import {
  bundlePrograms,
  endAll,
  type Programs,
  type Receiver,
  startReceiver,
  startWorker,
  type WorkerProcess,
} from './processes';
import { addItems, allSettled, itemsOf, makeDue, messagesOf, underWay } from './work';

const kills = Number(process.env.CRASH_KILLS ?? 10);
jest.setTimeout(60_000 + kills * 3000);

// SQLite is for one process; on PostgreSQL the one that lives takes over from the one that was killed.
const processes = engine === 'postgresql' ? 2 : 1;
const tasks = Array.from({ length: 12 }, (_, i) => `task${i}`);
const itemsPerKill = 12;

let programs: Programs;
let database: TestDatabase;
let db: Database;
let receiver: Receiver;
const alive = new Set<WorkerProcess>();

beforeAll(async () => {
  programs = bundlePrograms();
  database = await newDatabase();
  db = await openDatabase(database.url, makeTables);
  receiver = await startReceiver(programs);
});
afterAll(async () => {
  await endAll(alive);
  await receiver.close();
  await db.close();
  await database.drop();
  programs.remove();
});

let born = 0;
async function newWorker(dieAt: Point | null): Promise<WorkerProcess> {
  const worker = await startWorker(programs, {
    name: `worker${born++}`,
    url: database.url,
    receiver: receiver.url,
    tasks,
    dieAt,
    pace: { pollMs: 5, leaseMs: 600, deliveryLimitMs: 400, retryMs: 10 },
  });
  alive.add(worker);
  void worker.ended.then(() => alive.delete(worker));
  worker.begin();
  return worker;
}

/** Every second one ends itself, each at the next point. */
const dieAt = (n: number): Point | null => (n % 2 ? null : (points[(n / 2) % points.length] ?? null));

const pick = (n: number) => Math.floor(Math.random() * n);

it(`loses nothing and does nothing twice when it is killed ${kills} times`, async () => {
  const seen = { points: new Map<string, number>(), taskRunning: 0, messageSending: 0 };
  const workers: WorkerProcess[] = [];
  for (let i = 0; i < processes; i++) workers.push(await newWorker(null));
  let items = 0;
  for (let killed = 0; killed < kills; killed++) {
    await addItems(
      db,
      Array.from({ length: itemsPerKill }, () => `${tasks[pick(tasks.length)]}-${items++}`),
    );
    await makeDue(db);
    const place = pick(processes);
    const victim = workers[place] as WorkerProcess;
    // One that should end itself may have nothing to do that brings it there.
    const patience = victim.instructions.dieAt === null ? pick(80) : 1500;
    await Promise.race([victim.ended, sleep(patience)]);
    victim.signal('SIGKILL');
    const { point = 'at a random time' } = await victim.ended;
    const hit = await underWay(db);
    seen.points.set(point, (seen.points.get(point) ?? 0) + 1);
    if (hit.tasks > 0) seen.taskRunning += 1;
    if (hit.messages > 0) seen.messageSending += 1;
    workers[place] = await newWorker(dieAt(killed));
  }
  for (const worker of workers) worker.signal('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended));

  // Processes that nobody kills finish what the others left.
  const last = await Promise.all(workers.map(() => newWorker(null)));
  while (!(await allSettled(db))) {
    await makeDue(db);
    await sleep(50);
  }
  for (const worker of last) worker.signal('SIGTERM');
  expect(await Promise.all(last.map(({ ended }) => ended))).toEqual(
    last.map(() => ({ code: 0, point: undefined })),
  );
  expect(await underWay(db)).toEqual({ tasks: 0, messages: 0 });

  const counted = await itemsOf(db);
  const messages = await messagesOf(db);
  const sent = messages.filter(({ state }) => state === 'sent');
  const dead = messages.filter(({ state }) => state === 'dead');
  const { accepted, refused } = await receiver.receipts();
  const receipts = (id: string) => accepted[id.replace('note-', '')]?.length ?? 0;
  if (process.env.CRASH_KILLS)
    process.stdout.write(
      [
        '',
        `engine                                          ${engine}, ${processes} process(es)`,
        `kills                                           ${kills}`,
        ...[...seen.points].sort().map(([point, n]) => `  ${point.padEnd(46)}${n}`),
        `  with a task under way                         ${seen.taskRunning}`,
        `  with a message under way                      ${seen.messageSending}`,
        `effects in the database                         ${counted.length}`,
        `  once                                          ${counted.filter((one) => one.counted === 1).length}`,
        `  twice or more                                 ${counted.filter((one) => (one.counted ?? 0) > 1).length}`,
        `  never                                         ${counted.filter((one) => one.counted === 0).length}`,
        `messages                                        ${messages.length}`,
        `  sent                                          ${sent.length}`,
        `  dead, and received once                       ${dead.filter(({ id }) => receipts(id) === 1).length}`,
        `  dead, and not received                        ${dead.filter(({ id }) => receipts(id) === 0).length}`,
        `  received twice or more                        ${messages.filter(({ id }) => receipts(id) > 1).length}`,
        `  refused, and tried again                      ${refused}`,
        '',
        '',
      ].join('\n'),
    );

  expect(counted).toHaveLength(items);
  expect(counted.filter((one) => one.counted !== 1)).toEqual([]);
  expect(messages.map(({ id }) => id).sort()).toEqual(counted.map(({ id }) => `note-${id}`).sort());
  expect(messages.length).toBe(sent.length + dead.length);
  expect(sent.filter(({ id }) => receipts(id) !== 1)).toEqual([]);
  expect(dead.filter(({ id }) => receipts(id) > 1)).toEqual([]);
  expect(dead.filter(({ lastError }) => !/unknown|in time|Error/.test(lastError ?? ''))).toEqual([]);
  expect(sent.length).toBeGreaterThan(0);
});
