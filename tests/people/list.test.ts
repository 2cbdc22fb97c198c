import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { threadDraft } from '../support/drafts';
import { cast, type PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

type Query = NonNullable<Parameters<ReturnType<TestApp['as']>['people']['list']>[0]['query']>;
const names = async (query: Query, who: PersonKey = 'admin') =>
  (await t.as(who).people.list({ query })).items.map(({ name }) => name).sort();

async function number(who: PersonKey, studentNo: string) {
  const { db } = t.context;
  await db.write((tx) =>
    tx.update(db.tables.users).set({ studentNo }).where(eq(db.tables.users.id, t.people[who].id)),
  );
}

describe('GET /admin/users', () => {
  it('shows everybody page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t
        .as('admin')
        .people.list({ query: { limit: 3, ...(cursor === undefined ? {} : { cursor }) } });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.sort()).toEqual(
      Object.values(cast)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('finds by part of a name, in which % and _ are themselves', async () => {
    expect(await names({ q: '晓' })).toEqual(['周晓雯', '林晓']);
    expect(await names({ q: '%' })).toEqual([]);
    expect(await names({ q: '_' })).toEqual([]);
  });

  it('finds by student number for admins only, who alone read it', async () => {
    await number('linxiao', 'B2023001');
    expect(await names({ q: 'b2023' })).toEqual(['林晓']);
    expect(await names({ q: 'b2023' }, 'wanglaoshi')).toEqual([]);
    const read = async (who: PersonKey) => (await t.as(who).people.list({ query: { q: '林晓' } })).items[0];
    expect([(await read('admin'))?.studentNo, (await read('wanglaoshi'))?.studentNo]).toEqual([
      'B2023001',
      null,
    ]);
  });

  it('filters by a role that runs now, by a term that ends soon, and by who is muted', async () => {
    expect(await names({ role: ['lead'] })).toEqual(['周晓雯', '陈一鸣']);
    expect(await names({ role: ['teacher', 'admin'] })).toEqual(['沈岚', '王立群']);
    await t.as('admin').people.grant({
      body: { userId: t.people.linxiao.id, role: 'lead', endsOn: '2026-12-15', reason: '接任' },
    });
    expect(await names({ ending: 60 })).toEqual(['林晓']);
    expect(await names({ ending: 7 })).toEqual([]);
    t.clock.advance(20 * dayMs);
    expect(await names({ ending: 7 })).toEqual(['林晓']);
    t.clock.advance(7 * dayMs);
    expect(await names({ ending: 60 })).toEqual([]);
  });

  it('tells of mutes for what was said by name, and of no other', async () => {
    const mute = async (who: PersonKey, anonymous: boolean) => {
      const { id } = await t.as(who).threads.ask({ body: threadDraft({ anonymous }) });
      const target = { type: 'thread', id } as const;
      return t.as('wanglaoshi').moderation.mute({ body: { target, days: 3, reason: '反复发广告' } });
    };
    const { endsAt } = await mute('linxiao', false);
    await mute('zhaoyu', true);
    const { items } = await t.as('admin').people.list({ query: { muted: true } });
    expect(items.map(({ name, mutedUntil }) => [name, mutedUntil])).toEqual([['林晓', endsAt]]);
    const { id } = t.people.zhaoyu;
    expect((await t.as('admin').people.detail({ params: { id } })).mutedUntil).toBeNull();
    t.clock.advance(3 * dayMs);
    expect(await names({ muted: true })).toEqual([]);
  });

  it.each<PersonKey>(['linxiao', 'chenyiming'])('is not for %s', async (who) => {
    expect((await problemOf(t.as(who).people.list({}))).status).toBe(403);
  });
});

describe('GET /admin/users/{id}', () => {
  it('shows every term, past ones too, and only to admins what to do with them', async () => {
    const { id } = t.people.formerLead;
    await t
      .as('admin')
      .people.grant({ body: { userId: id, role: 'lead', endsOn: '2027-06-30', reason: '再次聘任' } });
    const read = async (who: PersonKey) => t.as(who).people.detail({ params: { id } });
    const admin = await read('admin');
    expect(admin.grants.map(({ state, viewer }) => [state, viewer.can])).toEqual([
      ['current', ['change', 'end']],
      ['ended', []],
    ]);
    expect(admin.viewer.can).toEqual(['grant']);
    const teacher = await read('wanglaoshi');
    expect([teacher.viewer.can, teacher.grants.map(({ viewer }) => viewer.can)]).toEqual([[], [[], []]]);
  });

  it('is 404 for nobody and 403 for a lead', async () => {
    expect((await problemOf(t.as('admin').people.detail({ params: { id: 'nobody' } }))).status).toBe(404);
    const { id } = t.people.linxiao;
    expect((await problemOf(t.as('chenyiming').people.detail({ params: { id } }))).status).toBe(403);
  });
});
