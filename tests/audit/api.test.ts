import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditActions, auditLimits, auditTargets } from '@qihang/shared/audit/vocabulary';
import { moderationTargets } from '@qihang/shared/moderation/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const admin = () => t.as('admin').audit;
const list = (query: Parameters<ReturnType<typeof admin>['list']>[0]['query'] = {}) =>
  admin().list({ query });
const actions = async (query: Parameters<typeof list>[0] = {}) =>
  (await list(query)).items.map(({ action }) => action);

/** A switched board on Thursday, a posting hidden by a teacher on Friday and restored by an admin an hour later. */
async function threeActs() {
  const { id } = await t.as('chenyiming').jobs.create({ body: jobDraft() });
  const target = { type: 'job' as const, id };
  await t.as('admin').boards.update({ params: { slug: 'affairs' }, body: { name: '时政' } });
  t.clock.advance(dayMs);
  await t.as('wanglaoshi').moderation.hide({ body: { target, reason: 'fee', note: '要求先交 300 元' } });
  t.clock.advance(dayMs / 24);
  await t.as('admin').moderation.restore({ body: { target, note: '企业已更正' } });
  return id;
}

describe('GET /audit', () => {
  it('tells who did what, when, to what and why, with the state before and after, newest first', async () => {
    const id = await threeActs();
    const { items, nextCursor } = await list();
    expect([items.map(({ action }) => action), nextCursor]).toEqual([
      ['moderation.restore', 'moderation.hide', 'boards.update'],
      null,
    ]);
    expect(items[1]).toEqual({
      id: expect.any(String),
      at: '2026-11-21T02:24:00.000Z',
      actor: { id: t.people.wanglaoshi.id, name: '王立群' },
      roles: ['teacher'],
      action: 'moderation.hide',
      target: { type: 'job', id, title: '整车热管理工程师' },
      before: { hidden: false, hiddenReason: null },
      after: { hidden: true, hiddenReason: '涉嫌收费或诈骗：要求先交 300 元' },
      reason: '涉嫌收费或诈骗：要求先交 300 元',
      requestId: expect.stringMatching(/^\w{16}$/),
    });
    expect(items[2]?.target).toEqual({ type: 'board', id: 'affairs', title: '时政' });
  });

  it('finds by person, name, act, thing and days', async () => {
    const id = await threeActs();
    const [restore, hide, update] = ['moderation.restore', 'moderation.hide', 'boards.update'];
    expect(await actions({ actor: t.people.wanglaoshi.id })).toEqual([hide]);
    expect(await actions({ name: '立群' })).toEqual([hide]);
    expect(await actions({ name: '%' })).toEqual([]);
    expect(await actions({ action: ['moderation.restore', 'boards.update'] })).toEqual([restore, update]);
    expect(await actions({ targetType: 'job', targetId: id })).toEqual([restore, hide]);
    expect(await actions({ targetType: 'board' })).toEqual([update]);
    expect(await actions({ from: '2026-11-21' })).toEqual([restore, hide]);
    expect(await actions({ to: '2026-11-20' })).toEqual([update]);
    expect(await actions({ from: '2026-11-20', to: '2026-11-20', action: ['moderation.hide'] })).toEqual([]);
  });

  it('counts a day from midnight to midnight in Shanghai', async () => {
    t.clock.set('2026-11-20T15:59:59.999Z');
    await t.as('admin').boards.update({ params: { slug: 'affairs' }, body: { name: '时政一' } });
    t.clock.set('2026-11-20T16:00:00.000Z');
    await t.as('admin').boards.update({ params: { slug: 'affairs' }, body: { name: '时政二' } });
    const named = async (day: string) =>
      (await list({ from: day, to: day })).items.map(({ after }) => after?.name);
    expect([await named('2026-11-20'), await named('2026-11-21')]).toEqual([['时政一'], ['时政二']]);
  });

  it('goes page by page, each row once, also within one instant', async () => {
    for (let i = 0; i < 7; i++)
      await t.as('admin').boards.update({ params: { slug: 'affairs' }, body: { position: i } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    const { code } = await problemOf(list({ cursor: 'nonsense' }));
    expect(code).toBe('cursor.invalid');
  });

  it('keeps an id and no name of somebody erased, and what people were at the time', async () => {
    await threeActs();
    const { db } = t.context;
    const { cases, users, roleGrants } = db.tables;
    const { id } = t.people.wanglaoshi;
    await db.write(async (tx) => {
      await tx.delete(cases);
      await tx.delete(roleGrants).where(eq(roleGrants.userId, id));
      await tx.delete(users).where(eq(users.id, id));
    });
    const [found] = (await list({ action: ['moderation.hide'] })).items;
    expect([found?.actor, found?.roles]).toEqual([{ id, name: null }, ['teacher']]);
    expect((await exported()).split('\r\n')[2]).toContain('"已注销用户"');
  });

  it.each<[PersonKey | undefined, number]>([
    [undefined, 401],
    ['linxiao', 403],
    ['chenyiming', 403],
    ['wanglaoshi', 403],
    ['admin', 200],
  ])('is for admins: %s gets %i', async (as, status) => {
    const sent = as ? { as } : {};
    expect((await t.send('/audit', sent)).statusCode).toBe(status);
    expect((await t.send('/audit.csv', sent)).statusCode).toBe(status);
  });

  it('refuses days the wrong way round, beside the field', async () => {
    const { status, errors } = await problemOf(list({ from: '2026-11-21', to: '2026-11-20' }));
    expect([status, errors]).toEqual([400, [{ path: 'to', message: '结束日期不能早于开始日期' }]]);
  });
});

const exported = async (query = '') => (await t.send(`/audit.csv${query}`, { as: 'admin' })).body;

describe('GET /audit.csv', () => {
  it('is a file that spreadsheets read: BOM, quoted cells, CRLF', async () => {
    const id = await threeActs();
    const response = await t.send('/audit.csv?action=moderation.hide', { as: 'admin' });
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, row, ...rest] = response.body.split('\r\n');
    expect(head).toMatch(/^\ufeff"时间","操作人","操作人编号","当时的身份","操作","对象类型"/);
    expect(row).toMatch(/^"2026-11-21 10:24","王立群"/);
    expect(row).toContain(`"就业指导老师","下架内容","岗位","整车热管理工程师","${id}"`);
    expect(row).toContain('"{""hidden"":false,""hiddenReason"":null}"');
    expect(rest).toEqual(['']);
  });

  it.each(['=HYPERLINK("http://x.example")', '+1+1', '-2+3', '@SUM(A1)', '＝1+1'])(
    'makes no formula of %s',
    async (title) => {
      const { id } = await t.as('chenyiming').jobs.create({ body: jobDraft({ title }) });
      const target = { type: 'job' as const, id };
      await t.as('admin').moderation.hide({ body: { target, reason: 'other' } });
      expect(await exported()).toContain(`"'${title.replaceAll('"', '""')}"`);
    },
  );

  it('is itself in the log: who took what', async () => {
    await threeActs();
    t.clock.advance(1000);
    await exported('?action=moderation.hide&from=2026-11-20');
    const [latest] = (await list()).items;
    expect(latest).toMatchObject({
      action: 'audit.export',
      actor: { name: '沈岚' },
      after: { filter: { action: ['moderation.hide'], from: '2026-11-20' }, rows: 1 },
    });
  });

  it('holds every row of more than one chunk, each once, and refuses more than it can carry', async () => {
    const { db, ids, clock } = t.context;
    const at = clock.now();
    const rows = Array.from({ length: auditLimits.exported + 1 }, (_, i) => ({
      id: ids.next(at),
      at,
      action: 'boards.update',
      targetType: 'board',
      targetId: i < 2001 ? 'jobs' : 'threads',
      after: { i },
      requestId: 'r',
    }));
    await db.write(async (tx) => {
      for (let i = 0; i < rows.length; i += 1000)
        await tx.insert(db.tables.auditLog).values(rows.slice(i, i + 1000));
    });
    const body = await exported('?targetId=jobs');
    const numbers = [...body.matchAll(/""i"":(\d+)/g)].map(([, i]) => i);
    expect([numbers.length, new Set(numbers).size]).toEqual([2001, 2001]);
    expect(body).toContain('"系统"');
    const refused = await t.send('/audit.csv', { as: 'admin' });
    expect(refused.json()).toMatchObject({ status: 409, code: 'audit.too-many' });
  });
});

const sources = readdirSync(join(__dirname, '../../server/src/features'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(__dirname, '../../server/src/features', name), 'utf8'));
const wordsIn = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, word = '']) => word))),
];

// A line of the log that says `people.grant` is for developers: shared/src/audit/vocabulary.ts has words for people.
describe('the words of the log', () => {
  it('name every act that the server records', () => {
    const recorded = wordsIn(/action: '([a-z-]+\.[a-z-]+)'/g);
    expect(recorded.length).toBeGreaterThan(8);
    expect(recorded.filter((word) => !(word in auditActions))).toEqual([]);
  });

  it('name every kind of thing', () => {
    const kinds = [...wordsIn(/targetType: '([a-z-]+)'/g), ...moderationTargets];
    expect(kinds.filter((word) => !(word in auditTargets))).toEqual([]);
  });
});
