// `qihang demo remove`, on a database that was a demo first and then, under 0.2.0, held real people, too.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '@qihang/server/app';
import { registry } from '@qihang/server/composition/registry';
import { readConfig } from '@qihang/server/config';
import { rebuildSearch } from '@qihang/server/content/search';
import type { Context } from '@qihang/server/context';
import { removeDemo } from '@qihang/server/demo/remove';
import { seedDemo } from '@qihang/server/demo/seed';
import { listDemoPeople } from '@qihang/server/demo/store';
import { insertDefaultBoards } from '@qihang/server/features/boards/public-store';
import { randomIds } from '@qihang/server/ports/ids';
import { secretOf } from '@qihang/server/ports/secret';
import { storageOf } from '@qihang/server/ports/storage/open';
import { boardsContract } from '@qihang/shared/boards/contract';
import { jobsContract } from '@qihang/shared/jobs/contract';
import { moderationContract } from '@qihang/shared/moderation/contract';
import { savesContract } from '@qihang/shared/saves/contract';
import { searchContract } from '@qihang/shared/search/contract';
import { sessionContract } from '@qihang/shared/session/contract';
import { threadsContract } from '@qihang/shared/threads/contract';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { clientOver } from '../support/app';
import { testClock } from '../support/clock';
import { type OpenTestDatabase, openTestDatabase } from '../support/database';
import { jobDraft, threadDraft } from '../support/drafts';
import { cast, type PersonKey, type SignedIn, seedPeople } from '../support/people';
import { personColumns } from '../support/references';
import { testSecret } from '../support/secret';

let db: OpenTestDatabase;
let context: Context;
let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'qihang-demo-remove-'));
  const config = readConfig({
    NODE_ENV: 'test',
    QIHANG_DEMO: '1',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    LOAD_SHEDDING: 'off',
    QIHANG_REVIEW_FIRST: '0',
    DATA_DIR: folder,
    DATABASE_URL: db.url,
    QIHANG_SECRET: testSecret,
  });
  const ports = {
    clock: testClock(),
    ids: randomIds,
    wechat: null,
    storage: storageOf(config),
    secret: secretOf(config),
  };
  context = { config, db, registry, ...ports };
  await db.write((tx) => insertDefaultBoards(db, tx));
  await seedDemo(context);
  app = await buildApp(context);
  await db.keep();
});
beforeEach(() => db.restore());
afterAll(async () => {
  await app.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = (key: keyof typeof db.tables) => db.read.$count(db.tables[key] as typeof db.tables.users);
const demoPeople = () => listDemoPeople(db, db.read);

/** Rows that name a person who is not there, by column. */
async function dangling(): Promise<string[]> {
  const { users } = db.tables;
  const ids = new Set((await db.read.select({ id: users.id }).from(users)).map(({ id }) => id));
  const found: string[] = [];
  for (const { name, table, key } of personColumns) {
    const rows = await db.read.select().from(db.tables[table] as typeof users);
    for (const row of rows as unknown as Record<string, string | null>[])
      if (row[key] != null && !ids.has(row[key])) found.push(name);
  }
  return found;
}

const indexed = async () => {
  const { type, refId, board, publishedAt } = db.tables.searchDocs;
  const rows = await db.read.select({ type, refId, board, publishedAt }).from(db.tables.searchDocs);
  return rows.map((row) => JSON.stringify(row)).sort();
};

it('leaves nothing of a demo that nobody else used', async () => {
  expect((await demoPeople()).length).toBeGreaterThan(20);
  await removeDemo(context);
  for (const table of [
    'users',
    'jobs',
    'posts',
    'threads',
    'answers',
    'rosterEntries',
    'classCodes',
    'searchDocs',
    'passwords',
    'consents',
    'roleGrants',
    'installation',
    'dutyRotas',
    'dutyShifts',
  ] as const)
    expect([table, await count(table)]).toEqual([table, 0]);
  expect(existsSync(join(folder, 'media/demo'))).toBe(false);
});

it('lets the database become a demo again', async () => {
  await removeDemo(context);
  expect(await seedDemo(context)).toBe(true);
  expect((await demoPeople()).length).toBeGreaterThan(20);
});

describe('with real people in the same database', () => {
  let people: Record<PersonKey, SignedIn>;
  beforeEach(async () => {
    people = await seedPeople(context, cast);
  });
  const as = (person: PersonKey) => clientOver(app, '/api/v1', people[person].token);
  const asDemo = async (account: 'lead' | 'admin' | 'teacher' | 'graduate') => {
    const { token } = await clientOver(
      app,
      '/api/v1',
      undefined,
    )(sessionContract).demo({ body: { account } });
    return clientOver(app, '/api/v1', token);
  };
  const thread = (client: ReturnType<typeof as>, title: string) =>
    client(threadsContract).ask({ body: threadDraft({ title }) });
  const answer = (client: ReturnType<typeof as>, id: string, body: string) =>
    client(threadsContract).answer({ params: { id }, body: { body } });

  it('keeps who they are and what they wrote, found and counted as before', async () => {
    const real = as('linxiao');
    const job = await as('chenyiming')(jobsContract).create({ body: jobDraft() });
    const asked = await thread(real, '灯塔里的真问题');
    const before = await real(threadsContract).detail({ params: { id: asked.id } });
    await removeDemo(context);

    expect(await demoPeople()).toEqual([]);
    expect(await real(sessionContract).me({})).toMatchObject({ name: '林晓' });
    expect(await real(threadsContract).detail({ params: { id: asked.id } })).toMatchObject({
      title: before.title,
      author: before.author,
    });
    expect(await real(jobsContract).detail({ params: { id: job.id } })).toMatchObject({ title: job.title });
    expect((await real(threadsContract).list({})).items.map(({ id }) => id)).toEqual([asked.id]);
    expect((await real(jobsContract).list({})).items.map(({ id }) => id)).toEqual([job.id]);
    const hits = await real(searchContract).search({ query: { q: '灯塔里' } });
    expect(hits.items.map(({ id }) => id)).toEqual([asked.id]);
    await real(boardsContract).list({});
    expect(await dangling()).toEqual([]);
    const index = await indexed();
    await rebuildSearch(context);
    expect(await indexed()).toEqual(index);
  });

  it('keeps an answer to a demo question, with the question as that of a person who left', async () => {
    const asked = await thread(await asDemo('graduate'), '演示的人问的');
    await answer(as('chenyiming'), asked.id, '真的人答的');
    const mine = await thread(as('linxiao'), '真的人问的');
    await answer(await asDemo('lead'), mine.id, '演示的人答的');
    await removeDemo(context);

    const real = as('linxiao')(threadsContract);
    expect(await real.detail({ params: { id: asked.id } })).toMatchObject({
      title: '演示的人问的',
      author: { name: '已注销用户' },
      answers: [{ body: '真的人答的' }],
    });
    const kept = await real.detail({ params: { id: mine.id } });
    expect(kept).toMatchObject({ title: '真的人问的', answers: [], state: 'open' });
    expect(await dangling()).toEqual([]);
    expect(await demoPeople()).toEqual([]);
  });

  it('takes back what demo people did to others: mutes, verified jobs, reports', async () => {
    const { jobs, mutes } = db.tables;
    const job = await as('chenyiming')(jobsContract).create({ body: jobDraft() });
    const lead = await asDemo('lead');
    await lead(jobsContract).reportClosed({ params: { id: job.id } });
    const asked = await thread(as('linxiao'), '被演示的人禁言');
    await (await asDemo('teacher'))(moderationContract).mute({
      body: { target: { type: 'thread', id: asked.id }, days: 3, reason: '试一试禁言' },
    });
    const [demoId] = await demoPeople();
    await db.write((tx) =>
      tx
        .update(jobs)
        .set({ verifiedById: demoId, verifiedAt: context.clock.now() })
        .where(eq(jobs.id, job.id)),
    );
    expect(await count('mutes')).toBe(1);
    await removeDemo(context);

    expect(await db.read.select().from(mutes)).toEqual([]);
    const [row] = await db.read.select().from(jobs);
    expect(row).toMatchObject({ id: job.id, verifiedById: null, verifiedAt: null, closedReports: 0 });
    await thread(as('linxiao'), '又能问了');
    expect(await dangling()).toEqual([]);
  });

  it('drops what they saved of the demo, and nothing else of theirs', async () => {
    const [demoJob] = await db.read.select({ id: db.tables.jobs.id }).from(db.tables.jobs);
    const job = await as('chenyiming')(jobsContract).create({ body: jobDraft() });
    const saves = as('linxiao')(savesContract);
    for (const id of [demoJob?.id ?? '', job.id])
      await saves.save({ params: { id }, body: { progress: 'saved' } });
    await removeDemo(context);
    const { jobId } = db.tables.savedJobs;
    expect(await db.read.select({ jobId }).from(db.tables.savedJobs)).toEqual([{ jobId: job.id }]);
  });

  it('keeps an act in the audit log, which is append-only, under a person who left', async () => {
    const asked = await thread(as('linxiao'), '被演示的人隐藏');
    await (await asDemo('admin'))(moderationContract).hide({
      body: { target: { type: 'thread', id: asked.id }, reason: 'other' },
    });
    const rows = await count('auditLog');
    await removeDemo(context);
    expect(await count('auditLog')).toBe(rows);
    expect(await dangling()).toEqual([]);
    const people = await db.read.select().from(db.tables.users);
    const left = people.filter(({ name }) => name === '已注销用户');
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ studentNo: null, demoAccount: null, verified: false });
    expect(people).toHaveLength(Object.keys(cast).length + 1);
  });
});

it('knows demo people by number and name where nothing else is left of the demo, also one who is leaving', async () => {
  const { users, accountClosures, installation } = db.tables;
  const all = (await demoPeople()).length;
  await db.write(async (tx) => {
    await tx.delete(installation);
    const rows = await tx.select().from(users).where(eq(users.studentNo, 'T1002'));
    const now = context.clock.now();
    const leaving = {
      userId: rows[0]?.id ?? '',
      name: rows[0]?.name ?? '',
      posts: 'keep',
      cause: 'person',
    } as const;
    await tx.insert(accountClosures).values({ ...leaving, requestedAt: now, eraseAt: now });
    await tx.update(users).set({ demoAccount: null });
    await tx.update(users).set({ name: '已注销用户' }).where(eq(users.studentNo, 'T1002'));
  });
  // Without an account to borrow, 新用户 is anybody.
  expect(await demoPeople()).toHaveLength(all - 1);
  // A real person may have the number of an invented one.
  await db.write((tx) => tx.update(users).set({ name: '另一个人' }).where(eq(users.studentNo, 'T1001')));
  expect(await demoPeople()).toHaveLength(all - 2);
});
