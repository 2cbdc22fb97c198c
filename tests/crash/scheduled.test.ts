// Takes about 20 seconds.
// What is scheduled comes before readers once and at its time, while the processes that publish it are killed with SIGKILL. Five
// kills in the usual run; `pnpm test:crash` does as many as it is told on each engine.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeTables } from '@qihang/server/composition/tables';
import { openDatabase } from '@qihang/server/db/database';
import type { Database } from '@qihang/server/db/types';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { systemClock } from '@qihang/server/ports/clock';
import { randomIds } from '@qihang/server/ports/ids';
import { asc, eq } from 'drizzle-orm';
import { engine, newDatabase, type TestDatabase } from '../support/database';
import { postDraft } from '../support/drafts';
import { seedPeople } from '../support/people';
import { faultsOf } from './integrity';
import { bundlePrograms, endAll, type Programs, startWorker, type WorkerProcess } from './processes';
import { makeDue } from './work';

const kills = Number(process.env.CRASH_KILLS ?? 5);
const perKill = 6;
jest.setTimeout(200_000 + kills * 20_000);

const processes = engine === 'postgresql' ? 2 : 1;

let programs: Programs;
let database: TestDatabase;
let db: Database;
let token: string;
const alive = new Set<WorkerProcess>();

beforeAll(async () => {
  programs = bundlePrograms();
  database = await newDatabase();
  db = await openDatabase(database.url, makeTables);
  await db.write((tx) => insertDefaultBoards(db, tx));
  const context = { db, clock: systemClock, ids: randomIds } as Parameters<typeof seedPeople>[0];
  token = (await seedPeople(context, { author: { name: '排期的人', role: 'lead' } })).author.token;
});
afterAll(async () => {
  await endAll(alive);
  await db.close();
  await database.drop();
  programs.remove();
});

let born = 0;
async function newWorker(): Promise<WorkerProcess> {
  const worker = await startWorker(programs, {
    name: `worker${born++}`,
    url: database.url,
    dataDir: programs.folder,
    receiver: '',
    tasks: ['content.schedule'],
    dieAt: null,
    pace: { pollMs: 5, leaseMs: 600, deliveryLimitMs: 400, retryMs: 10 },
  });
  alive.add(worker);
  void worker.ended.then(() => alive.delete(worker));
  worker.begin();
  return worker;
}

async function post(origin: string, path: string, body: object): Promise<{ id: string }> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string };
}

/** Drafts an article and schedules it, as an author does; gives back for when. */
async function schedule(origin: string, n: number, aheadMs: number): Promise<[string, string]> {
  const { id } = await post(origin, '/posts/drafts', postDraft({ title: `排期的文章 s${n}s` }));
  const publishAt = new Date(Date.now() + aheadMs).toISOString();
  await post(origin, `/posts/${id}/schedule`, { publishAt });
  return [id, publishAt];
}

const rows = () => db.read.select().from(db.tables.posts).orderBy(asc(db.tables.posts.id));

/** Every article that readers are told of, page by page. */
async function listed(origin: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${origin}/api/v1/posts?limit=50${query}`);
    const page = (await response.json()) as { items: { id: string }[]; nextCursor: string | null };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

it(`comes once and at its time when processes are killed ${kills} times`, async () => {
  const planned = new Map<string, string>();
  const early: string[] = [];
  const workers: WorkerProcess[] = [];
  for (let i = 0; i < processes; i++) workers.push(await newWorker());
  let written = 0;
  for (let killed = 0; killed < kills; killed++) {
    const place = killed % processes;
    const victim = workers[place] as WorkerProcess;
    for (let i = 0; i < perKill; i++) {
      const [id, publishAt] = await schedule(victim.origin, written++, 200 + Math.random() * 1200);
      planned.set(id, publishAt);
    }
    const asked = Date.now();
    for (const { id, life } of await rows())
      if (life === 'published' && Date.parse(planned.get(id) ?? '') > Date.now()) early.push(id);
    await makeDue(db);
    await sleep(Math.max(0, Math.random() * 1500 - (Date.now() - asked)));
    await makeDue(db);
    await sleep(Math.random() * 40);
    victim.signal('SIGKILL');
    await victim.ended;
    workers[place] = await newWorker();
  }
  const left = () => db.read.$count(db.tables.posts, eq(db.tables.posts.life, 'scheduled'));
  while ((await left()) > 0) {
    await makeDue(db);
    await sleep(50);
  }
  expect(early).toEqual([]);
  const found = await rows();
  expect(found.map(({ id }) => id)).toEqual([...planned.keys()].sort());
  expect(
    found.filter((row) => row.life !== 'published' || row.publishedAt.toISOString() !== planned.get(row.id)),
  ).toEqual([]);
  const shown = await listed(workers[0]?.origin ?? '');
  expect(shown.sort()).toEqual([...planned.keys()].sort());
  const { searchDocs } = db.tables;
  const docs = await db.read.select({ id: searchDocs.refId }).from(searchDocs);
  expect(docs.map(({ id }) => id).sort()).toEqual(shown);
  for (const worker of workers) worker.signal('SIGTERM');
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(
    workers.map(() => ({ code: 0, point: undefined })),
  );
  expect(await faultsOf(database.url)).toEqual([]);
});
