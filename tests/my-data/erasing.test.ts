import { registry } from '@qihang/server/composition/registry';
import type { Context } from '@qihang/server/context';
import type { Tx } from '@qihang/server/db/types';
import { runRetention } from '@qihang/server/retention';
import type { PostFate } from '@qihang/shared/my-data/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { getTableName, type Table } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { personColumns, tableNames } from '../support/references';
import { type Life, liveALife, mark, reporterMark } from './life';

let t: TestApp;
let life: Life;
beforeAll(async () => {
  t = await startTestApp();
  life = await liveALife(t);
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const fates: Record<string, string> = Object.assign(
  {},
  ...registry.personalData.map(({ columns }) => columns),
);

/** Everything the database holds, by table. */
async function dump(): Promise<Record<string, Record<string, unknown>[]>> {
  const { db } = t.context;
  const tables = Object.entries<unknown>(db.tables as object as Record<string, unknown>);
  const rows: [string, Record<string, unknown>[]][] = [];
  for (const [key, table] of tables) {
    if (!tableNames.includes(getTableName(table as Table))) continue;
    rows.push([key, await db.read.select().from(table as typeof db.tables.users)]);
  }
  return Object.fromEntries(rows);
}

const closeAndWait = async (posts: PostFate, days = 7) => {
  await t.as('chenyiming')['my-data'].leave({ body: { posts } });
  t.clock.advance(days * dayMs);
};
const erased = async (context: Context = t.context) =>
  (await runRetention(context)).find(({ rule }) => rule === 'accounts.erased');

it('meets a full life: every column that names a person names this one', async () => {
  const rows = await dump();
  const { id } = t.people.chenyiming;
  const unnamed = personColumns.filter(({ table, key }) => !rows[table]?.some((row) => row[key] === id));
  expect(unnamed.map(({ name }) => name)).toEqual(['account_closures.user_id']);
});

it.each<PostFate>(['keep', 'remove'])(
  'leaves what was promised, and nothing else (posts: %s)',
  async (posts) => {
    const before = await dump();
    await closeAndWait(posts);
    expect(await erased()).toEqual({ rule: 'accounts.erased', records: 1 });
    const after = await dump();
    const { id } = t.people.chenyiming;
    // A row that goes with its author names nobody any more in its other columns. What no reader has seen always goes.
    const taken = (table: string, row: Record<string, unknown>) =>
      ((posts === 'remove' || row.neverSeen === true) &&
        personColumns.some(
          (column) => column.table === table && fates[column.name] === 'by-choice' && row[column.key] === id,
        )) ||
      (table === 'revisions' && !isThere(row));
    // Versions go with their piece.
    const isThere = ({ type, pieceId }: Record<string, unknown>) =>
      after[`${type}s`]?.some((piece) => piece.id === pieceId);
    for (const { name, table, key } of personColumns) {
      const left = after[table]?.filter((row) => row[key] === id).length ?? 0;
      const had = before[table]?.filter((row) => row[key] === id && !taken(table, row)).length ?? 0;
      const gone =
        ['deleted', 'unbound'].includes(fates[name] ?? '') ||
        (fates[name] === 'by-choice' && posts === 'remove');
      const expected = gone ? 0 : name === 'account_closures.user_id' ? 1 : had;
      expect([name, left]).toEqual([name, expected]);
    }
    expect(after.users?.find((user) => user.id === id)).toEqual({
      id,
      createdAt: expect.any(Date),
      name: '已注销用户',
      verified: false,
      studentNo: null,
      className: null,
      college: null,
      major: null,
      degree: null,
      graduationYear: null,
      cities: [],
      kinds: [],
      demoAccount: null,
    });
    // The roster is the school's list, whether somebody of it has an account or not.
    const { auditLog: _, rosterEntries: __, ...rest } = after;
    const everything = JSON.stringify(rest);
    expect(everything).not.toContain('陈一鸣');
    expect(everything).not.toContain('2023010101');
    expect(everything.includes(mark)).toBe(posts === 'keep');
    expect(JSON.stringify(before)).toContain('的草稿');
    expect(everything).not.toContain('的草稿');
    // A report stays, open or decided; its words could tell who reported.
    expect(JSON.stringify(before.reports)).toContain(reporterMark);
    expect(JSON.stringify(before.cases)).toContain(reporterMark);
    expect(JSON.stringify(after).includes(reporterMark)).toBe(false);
    expect(after.reports?.length).toBe(before.reports?.length);
  },
);

it('keeps posts readable under 已注销用户', async () => {
  await closeAndWait('keep');
  await erased();
  const job = await t.as().jobs.detail({ params: { id: life.job.id } });
  expect(job.postedBy).toBe('已注销用户');
  const { answers, state } = await t.as('linxiao').threads.detail({ params: { id: life.other.id } });
  expect([state, answers[0]?.author]).toEqual([
    'solved',
    expect.objectContaining({ name: '已注销用户', about: '' }),
  ]);
  // The anonymous question stays what it was.
  const question = await t.as('linxiao').threads.detail({ params: { id: life.question.id } });
  expect([question.author.anonymous, question.author.name]).toEqual([true, question.alias]);
});

it('removes posts everywhere: lists, search, counts, the states of others', async () => {
  await closeAndWait('remove');
  await erased();
  for (const call of [
    () => t.as('linxiao').jobs.detail({ params: { id: life.job.id } }),
    () => t.as('linxiao').threads.detail({ params: { id: life.question.id } }),
    () => t.as('admin').posts.detail({ params: { id: life.article.id } }),
  ])
    expect(await problemOf(call())).toMatchObject({ status: 404 });
  expect((await t.as().search.search({ query: { q: '只有我会写' } })).items).toEqual([]);
  const { answers, state, answerCount } = await t
    .as('linxiao')
    .threads.detail({ params: { id: life.other.id } });
  const bodies = answers.map(({ body, useful }) => [body, useful.n]);
  expect([bodies, state, answerCount]).toEqual([[['去社保局窗口领。', 0]], 'answered', 1]);
  expect((await t.as().jobs.detail({ params: { id: life.foreign.id } })).closedReports).toBe(0);
});

it('waits for the whole grace, and does it once', async () => {
  await closeAndWait('keep', 6);
  expect(await erased()).toMatchObject({ records: 0 });
  t.clock.advance(dayMs);
  const dry = await runRetention(t.context, { dryRun: true });
  expect(dry.find(({ rule }) => rule === 'accounts.erased')).toMatchObject({ records: 1 });
  expect(await erased()).toMatchObject({ records: 1 });
  const after = await dump();
  expect(await erased()).toMatchObject({ records: 0 });
  expect(await dump()).toEqual(after);
});

it('is done once by two processes at the same time', async () => {
  await closeAndWait('remove');
  const done = await Promise.all([erased(), erased()]);
  expect(done.map((result) => [result?.records, result?.error])).toContainEqual([1, undefined]);
  expect(done.reduce((sum, result) => sum + (result?.records ?? 0), 0)).toBe(1);
});

/** The same service, whose process ends at the `n`th change of a transaction. */
function dyingAt(n: number): Context {
  const { db } = t.context;
  let left = n;
  const verbs = new Set<PropertyKey>(['insert', 'update', 'delete']);
  const dying = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown;
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (verbs.has(key) && --left === 0) throw new Error('the process ends here');
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  return { ...t.context, db: { ...db, write: (work) => db.write((tx) => work(dying(tx))) } };
}

it('is whole or not at all, wherever the process ends, and is done by the next one', async () => {
  await closeAndWait('remove');
  await runRetention(t.context, { dryRun: true });
  const { db } = t.context;
  await db.write((tx) => tx.delete(db.tables.sessions));
  const before = await dump();
  let n = 1;
  for (; n < 100; n++) {
    const result = await erased(dyingAt(n));
    if (result?.error === undefined) break;
    expect(result.error).toEqual(new Error('the process ends here'));
    expect(await dump()).toEqual(before);
  }
  // Every feature changes something, so there are at least as many places to end at.
  expect(n).toBeGreaterThan(10);
  expect(n).toBeLessThan(100);
  expect((await dump()).accountClosures).toEqual([
    expect.objectContaining({ erasedAt: t.clock.now(), name: null }),
  ]);
});

it('leaves the others alone when one cannot be erased', async () => {
  await closeAndWait('keep');
  const results = await runRetention(dyingAt(1));
  expect(results.filter(({ error }) => error)).toHaveLength(1);
  expect(results.length).toBeGreaterThan(2);
});

it('lets sessions go when they end, and mutes a year later', async () => {
  const due = async (rule: string) =>
    (await runRetention(t.context, { dryRun: true })).find((one) => one.rule === rule)?.records;
  expect([await due('sessions.expired'), await due('mutes.over-a-year')]).toEqual([0, 0]);
  t.clock.advance(365 * dayMs);
  const sessions = Object.keys(t.people).length;
  expect([await due('sessions.expired'), await due('mutes.over-a-year')]).toEqual([sessions, 0]);
  t.clock.advance(2 * dayMs);
  expect(await due('mutes.over-a-year')).toBe(2);
  await runRetention(t.context);
  expect([await due('sessions.expired'), await due('mutes.over-a-year')]).toEqual([0, 0]);
});
