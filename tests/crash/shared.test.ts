// Two processes over one database: they share the work, and nothing is done twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { newDatabase, type TestDatabase } from '../support/database';
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

jest.setTimeout(120_000);

let programs: Programs;
beforeAll(() => {
  programs = bundlePrograms();
});
afterAll(() => programs.remove());

let database: TestDatabase;
let db: Database;
let receiver: Receiver;
const alive = new Set<WorkerProcess>();
beforeEach(async () => {
  database = await newDatabase();
  db = await openDatabase(database.url, makeTables);
  receiver = await startReceiver(programs);
});
afterEach(async () => {
  await endAll(alive);
  await receiver.close();
  await db.close();
  await database.drop();
});

async function newWorker(name: string, tasks: string[], leaseMs: number): Promise<WorkerProcess> {
  const worker = await startWorker(programs, {
    name,
    url: database.url,
    dataDir: programs.folder,
    receiver: receiver.url,
    tasks,
    dieAt: null,
    pace: { pollMs: 5, leaseMs, retryMs: 10 },
  });
  alive.add(worker);
  void worker.ended.then(() => alive.delete(worker));
  return worker;
}

async function settled(): Promise<void> {
  while (!(await allSettled(db))) await sleep(20);
}

/** Every item is counted once, and its message was received once; by which processes. */
async function expectOnce(names: readonly string[]) {
  const items = await itemsOf(db);
  expect(items.map(({ id }) => id)).toEqual([...names].sort());
  expect(items.filter(({ counted }) => counted !== 1)).toEqual([]);
  expect((await messagesOf(db)).filter(({ state }) => state !== 'sent')).toEqual([]);
  const { accepted } = await receiver.receipts();
  expect(Object.keys(accepted).sort()).toEqual([...names].sort());
  expect(Object.values(accepted).filter((senders) => senders.length !== 1)).toEqual([]);
  return { counting: new Set(items.map(({ by }) => by)), sending: new Set(Object.values(accepted).flat()) };
}

it('200 tasks and their messages', async () => {
  const tasks = Array.from({ length: 200 }, (_, i) => `task${i}`);
  const names = tasks.map((task) => `${task}-0`);
  await addItems(db, names);
  const workers = await Promise.all([newWorker('one', tasks, 60_000), newWorker('two', tasks, 60_000)]);
  for (const worker of workers) worker.begin();
  await settled();
  const { counting, sending } = await expectOnce(names);
  expect(counting).toEqual(new Set(['one', 'two']));
  expect(sending).toEqual(new Set(['one', 'two']));
  for (const worker of workers) worker.signal('SIGTERM');
  for (const { ended } of workers) expect(await ended).toEqual({ code: 0, point: undefined });
});

it('work of a process that was paused for longer than its lease', async () => {
  const leaseMs = 300;
  const paused = await newWorker('paused', ['task0'], leaseMs);
  const other = await newWorker('other', ['task0'], leaseMs);
  const by = async (name: string) => (await itemsOf(db)).some((item) => item.by === name);
  let items = 0;
  paused.begin();
  for (let round = 0; !(await by('other')); round++) {
    await addItems(
      db,
      Array.from({ length: 50 }, () => `task0-${items++}`),
    );
    await makeDue(db);
    while (!(await underWay(db)).tasks) await sleep(1);
    paused.signal('SIGSTOP');
    if (round === 0) other.begin();
    // It may be paused within a transaction, whose end everybody else waits for: then it takes another round.
    for (let waited = 0; waited < 5 * leaseMs && !(await by('other')); waited += 20) await sleep(20);
    paused.signal('SIGCONT');
  }
  while (!(await allSettled(db))) {
    await makeDue(db);
    await sleep(20);
  }
  const counted = await itemsOf(db);
  expect(counted).toHaveLength(items);
  expect(counted.filter((one) => one.counted !== 1)).toEqual([]);
  const { accepted } = await receiver.receipts();
  expect(Object.values(accepted).filter((senders) => senders.length > 1)).toEqual([]);
});
