// Takes about 20 seconds.
// What is scheduled comes before readers once and at its time, while the processes that publish it are killed with SIGKILL. Five
// kills in the usual run; `pnpm test:crash` does as many as it is told on each engine.
import { setTimeout as sleep } from 'node:timers/promises';
import { asc, eq } from 'drizzle-orm';
import { engine } from '../support/database';
import { postDraft } from '../support/drafts';
import { seedPeople } from '../support/people';
import { faultsOf } from './integrity';
import { setKilledStage } from './killed-stage';
import type { WorkerProcess } from './processes';
import { makeDue } from './work';

const kills = Number(process.env.CRASH_KILLS ?? 5);
const perKill = 6;
jest.setTimeout(200_000 + kills * 20_000);

const processes = engine === 'postgresql' ? 2 : 1;

let token: string;
const stage = setKilledStage('content.schedule', async (context) => {
  token = (await seedPeople(context, { author: { name: '排期的人', role: 'lead' } })).author.token;
});

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

const rows = () => stage.db.read.select().from(stage.db.tables.posts).orderBy(asc(stage.db.tables.posts.id));

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
  for (let i = 0; i < processes; i++) workers.push(await stage.newWorker());
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
    await makeDue(stage.db);
    await sleep(Math.max(0, Math.random() * 1500 - (Date.now() - asked)));
    await makeDue(stage.db);
    await sleep(Math.random() * 40);
    victim.signal('SIGKILL');
    await victim.ended;
    workers[place] = await stage.newWorker();
  }
  const left = () => stage.db.read.$count(stage.db.tables.posts, eq(stage.db.tables.posts.life, 'scheduled'));
  while ((await left()) > 0) {
    await makeDue(stage.db);
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
  const { searchDocs } = stage.db.tables;
  const docs = await stage.db.read.select({ id: searchDocs.refId }).from(searchDocs);
  expect(docs.map(({ id }) => id).sort()).toEqual(shown);
  for (const worker of workers) worker.signal('SIGTERM');
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(
    workers.map(() => ({ code: 0, point: undefined })),
  );
  expect(await faultsOf(stage.url)).toEqual([]);
});
