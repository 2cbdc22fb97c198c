// Takes about 45 seconds.
// Processes of the service, killed with SIGKILL while they answer clients, run tasks and send messages: at random times and at the
// points where it hurts most. Twelve kills in the usual run; `pnpm test:crash` does 200 on each engine and prints what it saw.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { storageOf } from '@qihang/server/ports/storage/open';
import type { Storage } from '@qihang/server/ports/storage/storage';
import { engine, newDatabase, type TestDatabase } from '../support/database';
import { seedPeople } from '../support/people';
import { type Point, points } from './instructions';
import { faultsOf, mediaFaults, searchDifferences } from './integrity';
import {
  bundlePrograms,
  endAll,
  type Programs,
  type Receiver,
  startReceiver,
  startWorker,
  type WorkerProcess,
} from './processes';
import { addItems, allSettled, itemsOf, makeDue, messagesOf, storedTexts, underWay } from './work';
import { startWriters } from './writers';

const kills = Number(process.env.CRASH_KILLS ?? 12);
jest.setTimeout(200_000 + kills * 20_000);

// SQLite is for one process; on PostgreSQL the one that lives takes over from the one that was killed.
const processes = engine === 'postgresql' ? 2 : 1;
const tasks = Array.from({ length: 12 }, (_, i) => `task${i}`);
const itemsPerKill = 12;
const clients = 4;

let programs: Programs;
let database: TestDatabase;
let db: Database;
let receiver: Receiver;
let tokens: string[];
let storage: Storage;
const alive = new Set<WorkerProcess>();

beforeAll(async () => {
  programs = bundlePrograms();
  database = await newDatabase();
  db = await openDatabase(database.url, makeTables);
  receiver = await startReceiver(programs);
  await db.write((tx) => insertDefaultBoards(db, tx));
  const context = { db, clock: systemClock, ids: randomIds } as Parameters<typeof seedPeople>[0];
  const people = Object.fromEntries(
    Array.from({ length: clients }, (_, i) => [`lead${i}`, { name: `骨干${i}`, role: 'lead' as const }]),
  );
  tokens = Object.values(await seedPeople(context, people)).map(({ token }) => token);
  storage = storageOf({ s3: null, dataDir: programs.folder });
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
    dataDir: programs.folder,
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
  const faults: string[] = [];
  const workers: WorkerProcess[] = [];
  for (let i = 0; i < processes; i++) workers.push(await newWorker(null));
  const serving = () => [...alive][pick(alive.size)]?.origin;
  const writers = startWriters(serving, tokens);
  let items = 0;
  for (let killed = 0; killed < kills; killed++) {
    await addItems(
      db,
      Array.from({ length: itemsPerKill }, () => `${tasks[pick(tasks.length)]}-${items++}`),
    );
    await makeDue(db);
    const place = pick(processes);
    const victim = workers[place] as WorkerProcess;
    // One that should end itself may have nothing to do that brings it there; others live until clients were answered.
    if (victim.instructions.dieAt === null) await writers.acknowledge(pick(4));
    const patience = victim.instructions.dieAt === null ? pick(100) : 1500;
    await Promise.race([victim.ended, sleep(patience)]);
    victim.signal('SIGKILL');
    const { point = 'at a random time' } = await victim.ended;
    const hit = await underWay(db);
    seen.points.set(point, (seen.points.get(point) ?? 0) + 1);
    if (hit.tasks > 0) seen.taskRunning += 1;
    if (hit.messages > 0) seen.messageSending += 1;
    // The kill hits PostgreSQL's clients, and SQLite itself.
    if (engine === 'sqlite') faults.push(...(await faultsOf(database.url)));
    workers[place] = await newWorker(dieAt(killed));
  }
  for (const worker of workers) worker.signal('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended));

  // Processes that nobody kills finish what the others left.
  const last = await Promise.all(workers.map(() => newWorker(null)));
  const { acknowledged, writes, repeats } = await writers.stop();
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
  const stored = await storedTexts(db);
  const timesOf = ({ text }: { text: string }) => stored.get(text)?.length ?? 0;
  const lost = acknowledged.filter(
    (one) => timesOf(one) === 0 || (one.id && !stored.get(one.text)?.includes(one.id)),
  );
  const doubled = [...stored].filter(([, ids]) => ids.length > 1).map(([text]) => text);
  faults.push(...(await faultsOf(database.url)));
  const differences = await searchDifferences(db);
  const mediaWrong = await mediaFaults(db, storage);

  const effectsLost = counted.filter((one) => one.counted === 0).length;
  const effectsDoubled = counted.filter((one) => (one.counted ?? 0) > 1).length;
  const messagesDoubled = messages.filter(({ id }) => receipts(id) > 1).length;
  const missing = counted.length - messages.length;
  if (process.env.CRASH_KILLS) {
    const line = (name: string, ...values: unknown[]) =>
      `${name.padEnd(56)}${values.map((value) => String(value).padStart(14)).join('')}`;
    process.stdout.write(
      [
        '',
        line(`${engine}, ${processes} process(es)`, 'writes', 'effects', 'messages'),
        line('acknowledged', acknowledged.length, counted.length, messages.length),
        line('lost', lost.length, effectsLost, missing),
        line('doubled', doubled.length, effectsDoubled, messagesDoubled),
        '',
        line('kill -9 cycles', kills),
        ...[...seen.points].sort().map(([point, n]) => line(`  ${point}`, n)),
        line('  with a task under way', seen.taskRunning),
        line('  with a message under way', seen.messageSending),
        line('writes of clients', writes),
        line('  repeated under the same key', repeats),
        line(
          '  done, although their answer was lost',
          acknowledged.filter(({ answerLost }) => answerLost).length,
        ),
        line('messages sent', sent.length),
        line('  dead, and received once', dead.filter(({ id }) => receipts(id) === 1).length),
        line('  dead, and not received', dead.filter(({ id }) => receipts(id) === 0).length),
        line('  refused, and tried again', refused),
        line('uploads', acknowledged.filter(({ kind }) => kind === 'upload').length),
        line('  missing or half', mediaWrong.length),
        line(
          `integrity, looked at ${engine === 'sqlite' ? kills + 1 : 1} time(s)`,
          faults.length === 0 ? 'ok' : `${faults.length} faults`,
        ),
        line(`search index against ${[...stored.keys()].length} rows`, `${differences.length} differ`),
        '',
        '',
      ].join('\n'),
    );
  }

  expect(faults).toEqual([]);
  expect(differences).toEqual([]);
  expect(mediaWrong).toEqual([]);
  expect(acknowledged.filter(({ kind }) => kind === 'upload').length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  expect(acknowledged).toHaveLength(writes);
  expect(acknowledged.length).toBeGreaterThan(kills / 4);
  expect(counted).toHaveLength(items);
  expect(counted.filter((one) => one.counted !== 1)).toEqual([]);
  expect(messages.map(({ id }) => id).sort()).toEqual(counted.map(({ id }) => `note-${id}`).sort());
  expect(messages.length).toBe(sent.length + dead.length);
  expect(sent.filter(({ id }) => receipts(id) !== 1)).toEqual([]);
  expect(dead.filter(({ id }) => receipts(id) > 1)).toEqual([]);
  expect(dead.filter(({ lastError }) => !/unknown|in time|Error/.test(lastError ?? ''))).toEqual([]);
  expect(sent.length).toBeGreaterThan(0);
});
