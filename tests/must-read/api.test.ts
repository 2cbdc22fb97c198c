import { isInAudience } from '@qihang/server/features/must-read/rules';
import { countReaders, findMustRead, listReaders } from '@qihang/server/features/must-read/store';
import { runRetention } from '@qihang/server/retention';
import type { Audience, MustReadDraftInput } from '@qihang/shared/must-read/notice';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';

const vehicles = { college: '汽车学院', className: '车辆 2301 班', graduationYear: 2027 };
const electric = { college: '电气学院', className: '电气 2301 班', graduationYear: 2027 };

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  const { db } = t.context;
  const { users } = db.tables;
  await db.write(async (tx) => {
    await tx.update(users).set(vehicles).where(eq(users.id, t.people.linxiao.id));
    await tx.update(users).set(electric).where(eq(users.id, t.people.zhaoyu.id));
  });
  await t.keep();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const publish = (mustRead: MustReadDraftInput | null = {}) =>
  t.as('chenyiming').posts.create({ body: postDraft({ board: 'notices', title: '生源信息核对', mustRead }) });
const toClass: MustReadDraftInput = { audience: { to: 'classes', classes: [vehicles] } };
const readersOf = (id: string) => t.as('chenyiming').mustRead.readers({ params: { id } });

describe('POST /posts/:id/read', () => {
  it('records that a person has read it, once, and keeps the first time', async () => {
    const { id } = await publish();
    const before = await t.as('linxiao').posts.detail({ params: { id } });
    expect(before.mustRead).toMatchObject({ forMe: true, readAt: null, viewer: { can: ['read'] } });
    const first = await t.as('linxiao').mustRead.read({ params: { id } });
    t.clock.advance(60_000);
    expect(await t.as('linxiao').mustRead.read({ params: { id } })).toEqual(first);
    const { items } = await t.as('linxiao').posts.list({ query: { board: 'notices' } });
    expect(items[0]?.mustRead).toMatchObject({ forMe: true, readAt: first.readAt, viewer: { can: [] } });
    expect((await readersOf(id)).read).toBe(1);
  });

  it.each([
    ['somebody not verified', 'unverified', {}, 403, 'verification.required'],
    ['staff', 'wanglaoshi', {}, 403, 'action.forbidden'],
    ['the author', 'chenyiming', {}, 403, 'action.forbidden'],
    ['somebody of another class', 'zhaoyu', toClass, 403, 'action.forbidden'],
  ] as const)('refuses %s', async (_, who, mustRead, status, code) => {
    const { id } = await publish(mustRead);
    expect(await problemOf(t.as(who).mustRead.read({ params: { id } }))).toMatchObject({ status, code });
    expect((await readersOf(id)).read).toBe(0);
  });

  it('refuses an article that is no notice, and one that readers do not see', async () => {
    const { id } = await publish(null);
    const read = (one: string) => problemOf(t.as('linxiao').mustRead.read({ params: { id: one } }));
    expect(await read(id)).toMatchObject({ status: 404 });
    const notice = await publish();
    await t.as('chenyiming').posts.withdraw({ params: { id: notice.id } });
    expect(await read(notice.id)).toMatchObject({ status: 404 });
  });
});

describe('a change of a notice', () => {
  it('keeps the receipts, unless its author calls it important', async () => {
    const { id } = await publish();
    await t.as('linxiao').mustRead.read({ params: { id } });
    const edit = (version: number, change: { title: string; readAgain?: boolean }) =>
      t.as('chenyiming').posts.update({ params: { id }, body: { version, ...change } });
    await edit(1, { title: '生源信息核对，改了错字' });
    expect((await readersOf(id)).read).toBe(1);
    t.clock.advance(60_000);
    await edit(2, { title: '生源信息核对，改到 12 月', readAgain: true });
    expect((await readersOf(id)).read).toBe(0);
    const again = await t.as('linxiao').posts.detail({ params: { id } });
    expect(again.mustRead).toMatchObject({ readAt: null, viewer: { can: ['read'] } });
    const { readAt } = await t.as('linxiao').mustRead.read({ params: { id } });
    expect(readAt).toBe(t.clock.now().toISOString());
    expect((await readersOf(id)).read).toBe(1);
  });

  it('makes it a plain article again, without receipts', async () => {
    const { id } = await publish();
    await t.as('linxiao').mustRead.read({ params: { id } });
    const plain = await t
      .as('chenyiming')
      .posts.update({ params: { id }, body: { version: 1, mustRead: null } });
    expect(plain.mustRead).toBeUndefined();
    const { db } = t.context;
    expect(await db.read.$count(db.tables.postReads)).toBe(0);
  });

  it('says what to do afterwards and until when, and refuses a wrong end', async () => {
    const made = await publish({
      dueAt: '2026-11-27T17:00',
      todo: '去学校就业系统核对一次',
      todoUrl: 'https://job.example',
    });
    const seen = await t.as('linxiao').posts.detail({ params: { id: made.id } });
    expect(seen.mustRead).toMatchObject({ dueAt: '2026-11-27T17:00', todo: '去学校就业系统核对一次' });
    const wrong = await problemOf(publish({ dueAt: '2026-02-30' }));
    expect(wrong.errors).toMatchObject([{ path: 'mustRead.dueAt' }]);
    const nobody = await problemOf(publish({ audience: { to: 'classes', classes: [] } }));
    expect(nobody.errors).toEqual([{ path: 'mustRead.audience.classes', message: '至少选一个班' }]);
  });
});

describe('who is told that it must be read', () => {
  it('says so to visitors where it is for everyone, and of a class to that class alone', async () => {
    const all = await publish();
    const some = await publish(toClass);
    const shown = async (who: Parameters<TestApp['as']>[0], id: string) =>
      (await t.as(who).posts.detail({ params: { id } })).mustRead;
    expect(await shown(undefined, all.id)).toMatchObject({ forMe: false, viewer: { can: [] } });
    expect(await shown(undefined, some.id)).toBeUndefined();
    expect(await shown('zhaoyu', some.id)).toBeUndefined();
    expect(await shown('linxiao', some.id)).toMatchObject({ forMe: true });
    expect(await shown('linxiao', some.id)).not.toHaveProperty('audience');
    expect(await shown('wanglaoshi', some.id)).toMatchObject({
      forMe: false,
      audience: { to: 'classes' },
      viewer: { can: ['see-readers'] },
    });
  });
});

describe('GET /posts/:id/readers', () => {
  it('counts the audience by class, and nobody outside of it', async () => {
    const { id } = await publish();
    await t.as('linxiao').mustRead.read({ params: { id } });
    const { db, clock } = t.context;
    // A receipt of a person who was in the audience once.
    await db.write((tx) =>
      tx
        .insert(db.tables.postReads)
        .values({ postId: id, userId: t.people.unverified.id, round: 1, readAt: clock.now() }),
    );
    // 林晓, 赵雨 and 方新, who is in no class.
    const none = { college: null, className: null, graduationYear: 2027 };
    expect(await readersOf(id)).toMatchObject({
      title: '生源信息核对',
      size: 3,
      read: 1,
      share: 1 / 3,
      groups: [
        expect.objectContaining({ read: 0 }),
        expect.objectContaining({ read: 0 }),
        { ...vehicles, size: 1, read: 1 },
      ],
      named: false,
    });
    expect((await readersOf(id)).groups).toContainEqual({ ...none, size: 1, read: 0 });
  });

  it('counts people of the roster who have no account apart', async () => {
    const { db, clock } = t.context;
    const entry = { ...vehicles, major: '车辆工程', updatedAt: clock.now() };
    await db.write((tx) =>
      tx.insert(db.tables.rosterEntries).values([
        { id: 'r1', studentNo: '2023B901', name: '甲', ...entry },
        { id: 'r2', studentNo: '2023B902', name: '乙', ...entry, leftAt: clock.now() },
        { id: 'r3', studentNo: '2023B903', name: '丙', ...entry, className: '车辆 2309 班' },
      ]),
    );
    const { id } = await publish(toClass);
    expect(await readersOf(id)).toMatchObject({ size: 1, notVerified: 1, named: true });
  });

  it('leaves out who is leaving', async () => {
    const { id } = await publish();
    await t.as('linxiao')['my-data'].leave({ body: { posts: 'keep' } });
    expect((await readersOf(id)).size).toBe(2);
  });

  it('refuses readers', async () => {
    const { id } = await publish();
    const problem = await problemOf(t.as('linxiao').mustRead.readers({ params: { id } }));
    expect(problem).toMatchObject({ status: 403, code: 'action.forbidden' });
  });

  it('counts and lists by the same rule as the button follows', async () => {
    const { db } = t.context;
    const now = t.clock.now();
    const people = await db.read.select().from(db.tables.users);
    const audiences: Audience[] = [
      { to: 'everyone' },
      { to: 'years', years: [2027] },
      { to: 'years', years: [2026] },
      { to: 'classes', classes: [vehicles, electric] },
    ];
    for (const audience of audiences) {
      const { id } = await publish({ audience });
      const notice = await findMustRead(db, db.read, id, now);
      if (!notice) throw new Error('There is no notice');
      const groups = await countReaders(db, notice, t.people.chenyiming.id, now);
      const inside = people.filter((one) => isInAudience(audience, one, now));
      expect([audience, groups.reduce((sum, { size }) => sum + size, 0)]).toEqual([audience, inside.length]);
    }
    const { id } = await publish(toClass);
    const notice = await findMustRead(db, db.read, id, now);
    if (!notice) throw new Error('There is no notice');
    const of = { authorId: t.people.chenyiming.id, of: vehicles };
    expect(await listReaders(db, db.read, notice, of, now)).toEqual([{ name: '林晓', readAt: null }]);
  });

  it('holds for 18 000 people in 450 classes', async () => {
    const { db } = t.context;
    const now = t.clock.now();
    const { id } = await publish();
    const total = 18_000;
    const rows = Array.from({ length: total }, (_, n) => ({
      id: `many-${n}`,
      name: '同学',
      verified: true,
      college: `学院 ${n % 15}`,
      className: `班 ${n % 450}`,
      graduationYear: 2027 + (n % 4),
      createdAt: now,
    }));
    await db.write(async (tx) => {
      for (let from = 0; from < total; from += 1000) {
        const some = rows.slice(from, from + 1000);
        await tx.insert(db.tables.users).values(some);
        const read = some.filter((_, n) => n % 3 === 0);
        await tx
          .insert(db.tables.postReads)
          .values(read.map((one) => ({ postId: id, userId: one.id, round: 1, readAt: now })));
      }
    });
    const { size, read, groups } = await readersOf(id);
    // Every thousand begins again: 334 of each, and the three of the cast.
    expect([size, read]).toEqual([total + 3, 334 * 18]);
    expect(groups.length).toBeGreaterThan(450);
  });
});

describe('GET /posts/:id/readers/names', () => {
  it('names who has read it and who has not, and records who looked', async () => {
    const { id } = await publish(toClass);
    const names = () => t.as('chenyiming').mustRead.names({ params: { id }, query: vehicles });
    expect(await names()).toEqual({ unread: [{ name: '林晓' }], read: [] });
    const { readAt } = await t.as('linxiao').mustRead.read({ params: { id } });
    expect(await names()).toEqual({ unread: [], read: [{ name: '林晓', readAt }] });
    const { items } = await t.as('admin').audit.list({ query: { action: ['posts.reader-names'] } });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      target: { type: 'post', id },
      after: { className: '车辆 2301 班', graduationYear: 2027 },
    });
  });

  it('has no names where the notice went to more than classes, or to another class', async () => {
    const names = (id: string, query = vehicles) =>
      problemOf(t.as('chenyiming').mustRead.names({ params: { id }, query }));
    const all = await publish();
    expect(await names(all.id)).toMatchObject({ status: 403 });
    const some = await publish(toClass);
    expect(await names(some.id, electric)).toMatchObject({ status: 404 });
  });
});

describe('GET /must-read/audiences', () => {
  it('offers the years and classes that are here, with how many are verified', async () => {
    const offered = await t.as('chenyiming').mustRead.audiences({});
    expect(offered).toEqual({
      everyone: 3,
      years: [{ graduationYear: 2027, size: 3 }],
      classes: expect.arrayContaining([
        { ...vehicles, size: 1 },
        { ...electric, size: 1 },
      ]),
    });
  });
});

it('forgets half a year after it was sent who has read it', async () => {
  const { id } = await publish();
  await t.as('linxiao').mustRead.read({ params: { id } });
  t.clock.advance(179 * dayMs);
  await runRetention({ ...t.context, clock: t.clock });
  const { db } = t.context;
  expect(await db.read.$count(db.tables.postReads)).toBe(1);
  t.clock.advance(dayMs);
  expect((await t.as('linxiao').posts.detail({ params: { id } })).mustRead).toBeUndefined();
  await runRetention({ ...t.context, clock: t.clock });
  expect(await db.read.$count(db.tables.postReads)).toBe(0);
  expect(await db.read.$count(db.tables.mustReads)).toBe(0);
});
