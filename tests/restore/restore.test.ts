import { driverMessage } from '@qihang/server/db/errors';
import { recordAct } from '@qihang/server/features/audit/public';
import { eq } from 'drizzle-orm';
import { liveALife } from '../my-data/life';
import { startTestApp, type TestApp } from '../support/app';
import { testNow } from '../support/clock';
import { engine } from '../support/database';
import { jobDraft, threadDraft } from '../support/drafts';
import { fillRoster } from '../support/roster';
import { type Dump, dumpOf } from './dump';

let t: TestApp;
let jobId: string;
beforeAll(async () => {
  t = await startTestApp();
  ({ id: jobId } = await t.as('chenyiming').jobs.create({ body: jobDraft() }));
  await t.as('linxiao').threads.ask({ body: threadDraft() });
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const dump = () => dumpOf(t.context.config.databaseUrl);
const changed = (before: Dump, after: Dump) =>
  Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
const found = async (q: string) =>
  (await t.as().search.search({ query: { q } })).items.map(({ title }) => title.text);
const titles = async () => (await t.as().jobs.list({})).items.map(({ title }) => title);

const index =
  engine === 'sqlite' ? ['search_docs', 'search_terms_data'] : ['search_docs', 'search_docs_id_seq'];

const act = (id: string) => ({
  id,
  at: testNow,
  actorId: null,
  action: 'boards.update',
  targetType: 'board',
  targetId: 'jobs',
  before: null,
  after: null,
  reason: null,
  requestId: 'r1',
});

/** What a test may leave, and the tables that show it. */
const leavings: [what: string, leave: () => Promise<unknown>, tables: string[]][] = [
  [
    'a new posting',
    () => t.as('chenyiming').jobs.create({ body: jobDraft({ title: '电池工程师', company: '临江电池' }) }),
    ['jobs', 'job_cities', ...index],
  ],
  [
    'a posting with another title',
    async () => {
      const { jobs } = t.context.db.tables;
      await t.context.db.write((tx) => tx.update(jobs).set({ title: '改了' }).where(eq(jobs.id, jobId)));
    },
    ['jobs'],
  ],
  [
    'an empty search index',
    () => t.context.db.write((tx) => t.context.db.search.clear(tx)),
    engine === 'sqlite' ? ['search_docs', 'search_terms_data'] : ['search_docs'],
  ],
  [
    'a line in the audit log, which gives none back',
    () => t.context.db.write((tx) => recordAct(t.context, tx, act('left'))),
    ['audit_log'],
  ],
  [
    'sessions that ended',
    () => t.context.db.write((tx) => tx.delete(t.context.db.tables.sessions)),
    ['sessions'],
  ],
];

describe(`the restore on ${engine}`, () => {
  it.each(leavings)('takes back %s, which would have been noticed', async (_, leave, tables) => {
    const before = await dump();
    await leave();
    expect(changed(before, await dump())).toEqual(expect.arrayContaining(tables));
    await t.restore();
    expect(await dump()).toEqual(before);
  });

  it('takes back a whole life, in every table that it touched', async () => {
    const before = await dump();
    await liveALife(t);
    await fillRoster(t, [{ studentNo: '2023080101', name: '许未' }]);
    expect(changed(before, await dump()).length).toBeGreaterThan(15);
    await t.restore();
    expect(await dump()).toEqual(before);
  });

  it('leaves lists and search as they were, and able to take more', async () => {
    const before = [await found('热管理'), await titles()];
    expect(before).toEqual([['整车热管理工程师'], ['整车热管理工程师']]);
    await t.as('chenyiming').jobs.create({ body: jobDraft({ title: '热管理仿真', company: '临江汽车' }) });
    await t.as('admin').moderation.hide({ body: { target: { type: 'job', id: jobId }, reason: 'other' } });
    expect([await found('热管理'), await titles()]).toEqual([['热管理仿真'], ['热管理仿真']]);
    await t.restore();
    // A visitor's answer is kept until the next commit, and the restore is one.
    expect([await found('热管理'), await titles()]).toEqual(before);
    await t.as('chenyiming').jobs.create({ body: jobDraft({ title: '热管理试验', company: '临江试验' }) });
    expect(await found('热管理')).toHaveLength(2);
  });

  it('sets the clock back', async () => {
    t.clock.advance(60_000);
    await t.restore();
    expect(t.clock.now()).toEqual(testNow);
  });

  it('leaves the audit log append-only', async () => {
    const { db } = t.context;
    await db.write((tx) => recordAct(t.context, tx, act('left')));
    await t.restore();
    await db.write((tx) => recordAct(t.context, tx, act('kept')));
    const refusal = await db.write((tx) => tx.delete(db.tables.auditLog)).then(() => 'done', driverMessage);
    expect(refusal).toContain('audit_log is append-only');
  });

  it('comes back to a state under another name, and from there to the first', async () => {
    const first = await dump();
    await liveALife(t);
    t.clock.advance(1000);
    await t.keep('lived');
    const lived = await dump();
    await t.restore();
    expect(await dump()).toEqual(first);
    await t.restore('lived');
    expect([await dump(), t.clock.now().getTime()]).toEqual([lived, testNow.getTime() + 1000]);
  });

  it('knows no state that was not kept', async () => {
    await expect(t.restore('never kept')).rejects.toThrow('never kept');
  });
});
