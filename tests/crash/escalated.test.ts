// Takes about 15 seconds.
// An overdue question goes to the next one once for each step, while the processes that pass questions on are killed with SIGKILL.
// Five kills in the usual run; `pnpm test:crash` does as many as it is told on each engine.
import { setTimeout as sleep } from 'node:timers/promises';
import { lastStep } from '@qihang/shared/duty/vocabulary';
import { threadLimits } from '@qihang/shared/threads/vocabulary';
import { and, asc, gt, lt } from 'drizzle-orm';
import { threadDraft } from '../support/drafts';
import { type SignedIn, seedPeople } from '../support/people';
import { faultsOf } from './integrity';
import { type PeopleContext, setKilledStage } from './killed-stage';
import type { WorkerProcess } from './processes';
import { makeDue } from './work';

const kills = Number(process.env.CRASH_KILLS ?? 5);
const perKill = threadLimits.asksADay;
jest.setTimeout(200_000 + kills * 20_000);

const processes = 2;

let context: PeopleContext;
/** Those a question comes to, step by step. */
let chain: Record<'first' | 'second' | 'teacher' | 'admin', SignedIn>;
const stage = setKilledStage('duty.escalate', async (people) => {
  context = people;
  chain = await seedPeople(context, {
    first: { name: '先值班的人', role: 'lead', boards: ['threads'] },
    second: { name: '后值班的人', role: 'lead', boards: ['threads'] },
    teacher: { name: '老师', role: 'teacher' },
    admin: { name: '管理员', role: 'admin' },
  });
});

/** Asks as many questions as one person may in a day, each time as another one. */
async function askSome(origin: string, n: number): Promise<string[]> {
  const { asker } = await seedPeople(context, {
    asker: { name: `提问 ${n}`, role: 'graduate' },
  });
  const ids: string[] = [];
  for (let i = 0; i < perKill; i++) {
    const response = await fetch(`${origin}/api/v1/threads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${asker.token}` },
      body: JSON.stringify(threadDraft({ title: `一直没有人回答的问题 ${n} 之 ${i}` })),
    });
    if (!response.ok) throw new Error(`answered ${response.status} ${await response.text()}`);
    ids.push(((await response.json()) as { id: string }).id);
  }
  return ids;
}

it(`goes a step further once for each time that is over, when processes are killed ${kills} times`, async () => {
  const { threads, threadDuties, notifications } = stage.db.tables;
  const asked: string[] = [];
  /** How often the time of a question was over, by its id. */
  const over = new Map<string, number>();
  async function letTimePass(): Promise<void> {
    const now = new Date();
    const late = await stage.db.write((tx) =>
      tx
        .update(threads)
        .set({ dueAt: new Date(now.getTime() - 1000) })
        .where(and(gt(threads.dueAt, now), lt(threads.escalation, lastStep)))
        .returning({ id: threads.id }),
    );
    for (const { id } of late) over.set(id, (over.get(id) ?? 0) + 1);
    await makeDue(stage.db);
  }
  const workers: WorkerProcess[] = [];
  for (let i = 0; i < processes; i++) workers.push(await stage.newWorker());
  let hit = 0;
  // A kill counts for nothing when all the work was done already.
  for (let killed = 0; killed < kills || hit === 0; killed++) {
    const place = killed % processes;
    const victim = workers[place] as WorkerProcess;
    asked.push(...(await askSome(victim.origin, killed)));
    await letTimePass();
    await sleep(Math.random() * 80);
    victim.signal('SIGKILL');
    await victim.ended;
    const now = new Date();
    if (
      (await stage.db.read.$count(threads, and(lt(threads.dueAt, now), lt(threads.escalation, lastStep)))) > 0
    )
      hit += 1;
    workers[place] = await stage.newWorker();
  }
  while ((await stage.db.read.$count(threads, lt(threads.escalation, lastStep))) > 0) {
    await letTimePass();
    await sleep(20);
  }
  for (const worker of workers) worker.signal('SIGTERM');
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual(
    workers.map(() => ({ code: 0, point: undefined })),
  );

  const links = await stage.db.read
    .select()
    .from(threadDuties)
    .orderBy(asc(threadDuties.threadId), asc(threadDuties.position));
  const { first, second, teacher, admin } = chain;
  const everybody = [first.id, second.id, teacher.id, admin.id].sort();
  const told = await stage.db.read.select().from(notifications).orderBy(asc(notifications.id));
  const toldOf = (id: string) =>
    told
      .filter(({ refId }) => refId === id)
      .map(({ kind }) => kind)
      .sort();
  const courses = asked.sort().map((id) => {
    const of = links.filter(({ threadId }) => threadId === id);
    return {
      id,
      over: over.get(id),
      positions: of.map(({ position }) => position),
      steps: of.map(({ step }) => step),
      people: of.map(({ personId }) => personId).sort(),
      told: toldOf(id),
    };
  });
  expect(courses).toEqual(
    asked.map((id) => ({
      id,
      over: lastStep,
      positions: [0, 1, 2, 3],
      steps: [0, 1, 2, 3],
      people: everybody,
      // What a step told is taken back by the next one, as far as nobody has read it.
      told: ['thread.escalated', 'thread.moved-on'],
    })),
  );
  expect(await faultsOf(stage.url)).toEqual([]);
});
