import { reviewedTypes } from '@qihang/shared/content/vocabulary';
import { mostRevisions } from '@qihang/shared/revisions/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { problemOf, startTestApp, type TestApp } from '../support/app';
import { jobDraft } from '../support/drafts';
import { changedText, type Desk, deskOf } from './pieces';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const author = 'chenyiming';

describe.each(reviewedTypes)('versions of a %s', (type) => {
  let desk: Desk;
  beforeEach(() => {
    desk = deskOf(t, type);
  });
  const list = async (id: string) => (await desk.revisions(author).list({ params: { id } })).items;
  const setLife = async (id: string, life: 'draft' | 'published' | 'withdrawn') => {
    const { db, registry } = t.context;
    await db.write((tx) =>
      registry.kinds[type].setLife(db, tx, id, { life, lifeReason: null, lifeRank: null }),
    );
  };

  it('names every change that readers saw: by whom, when, and of which fields', async () => {
    const { id, version } = await desk.create(author);
    t.clock.advance(60_000);
    await desk.edit('wanglaoshi', id, version, { title: '改过的标题' });
    t.clock.advance(1_000);
    await desk.edit('wanglaoshi', id, version + 1, { text: changedText });
    expect(await list(id)).toEqual([
      expect.objectContaining({ rev: 3, by: '王立群 老师', kind: 'edited', seen: 'now', changed: ['正文'] }),
      expect.objectContaining({ rev: 2, by: '王立群 老师', seen: 'before', at: '2026-11-20T02:25:00.000Z' }),
      expect.objectContaining({ rev: 1, by: '陈一鸣 同学', kind: 'created', seen: 'before', changed: [] }),
    ]);
  });

  it('shows what a version changed, against the one before or another, and its words', async () => {
    const { id, version } = await desk.create(author);
    await desk.edit(author, id, version, { text: changedText });
    await desk.edit(author, id, version + 1, { title: '新标题' });
    const { changes, values, fields, against } = await desk
      .revisions(author)
      .detail({ params: { id, rev: '2' } });
    expect(against).toBe(1);
    expect(changes).toEqual([
      {
        field: desk.text,
        label: '正文',
        parts: [
          {
            text: '负责热管理系统方案与零部件选型，跟进样车试验。\n\n要求：熟悉一门仿真软件，能',
            op: 'same',
          },
          { text: '长期', op: 'added' },
          { text: '出差。', op: 'same' },
        ],
      },
    ]);
    expect(values).toMatchObject({ [desk.text]: changedText });
    expect(fields).toContainEqual({ field: desk.text, label: '正文', text: changedText });
    const wide = await desk.revisions(author).detail({ params: { id, rev: '3' }, query: { against: 1 } });
    expect(wide.changes.map(({ field }) => field).sort()).toEqual([desk.text, 'title'].sort());
    const first = await desk.revisions(author).detail({ params: { id, rev: '1' } });
    expect(first).toMatchObject({ against: null, changes: [] });
  });

  it('puts a version back as a new one, for people who may edit', async () => {
    const { id, version } = await desk.create(author, '原来的标题');
    const { version: edited } = await desk.edit(author, id, version, { title: '改错的标题' });
    const restore = (as: 'wanglaoshi' | 'guidanceLead' | 'linxiao', on: number) =>
      desk.revisions(as).restore({ params: { id, rev: '1' }, body: { version: on } });
    expect(await problemOf(restore('linxiao', edited))).toMatchObject({ status: 403 });
    expect(await problemOf(restore('wanglaoshi', version))).toMatchObject({
      status: 409,
      code: 'version.stale',
    });
    expect(await restore('wanglaoshi', edited)).toEqual({ version: edited + 1 });
    expect(await desk.read(author, id)).toMatchObject({ title: '原来的标题', version: edited + 1 });
    expect((await list(id))[0]).toMatchObject({
      rev: 3,
      kind: 'restored',
      by: '王立群 老师',
      changed: [expect.any(String)],
    });
    const { items } = await t.as('admin').audit.list({ query: {} });
    expect(items.map(({ action }) => action)).toContain(`${type}s.update`);
  });

  it('folds what a person goes on writing, never what was public', async () => {
    const { id } = await desk.create(author);
    await setLife(id, 'withdrawn');
    let { version } = await desk.read(author, id);
    const save = async (title: string, minutes: number) => {
      t.clock.advance(minutes * 60_000);
      ({ version } = await desk.edit(author, id, version, { title }));
    };
    await save('第一稿', 1);
    await save('第二稿', 3);
    await save('第三稿', 3);
    await save('很久以后', 11);
    await setLife(id, 'published');
    await setLife(id, 'withdrawn');
    await save('下架以后', 1);
    const revs = await list(id);
    expect(revs.map(({ rev, seen }) => [rev, seen])).toEqual([
      [4, 'never'],
      [3, 'before'],
      [2, 'never'],
      [1, 'before'],
    ]);
    const second = await desk.revisions(author).detail({ params: { id, rev: '2' } });
    expect(second.values).toMatchObject({ title: '第三稿' });
  });

  it('keeps at most so many, and of what readers saw the newest', async () => {
    const { id } = await desk.create(author);
    await setLife(id, 'withdrawn');
    let { version } = await desk.read(author, id);
    for (let i = 0; i < mostRevisions + 3; i++) {
      t.clock.advance(11 * 60_000);
      ({ version } = await desk.edit(author, id, version, { title: `第 ${i} 稿` }));
    }
    const first = await desk.revisions(author).list({ params: { id }, query: { limit: 50 } });
    const second = await desk
      .revisions(author)
      .list({ params: { id }, query: { limit: 50, cursor: first.nextCursor ?? '' } });
    const revs = [...first.items, ...second.items].map(({ rev }) => rev);
    expect(revs).toHaveLength(mostRevisions);
    expect(revs.at(0)).toBe(mostRevisions + 4);
    // The one that readers saw, and not the drafts that came after it.
    expect(revs.slice(-2)).toEqual([6, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it('begins with the words that were there before versions were kept', async () => {
    const { db } = t.context;
    const { id, version } = await desk.create(author, '老标题');
    await db.write((tx) => tx.delete(db.tables.revisions).where(eq(db.tables.revisions.pieceId, id)));
    expect(await list(id)).toEqual([
      expect.objectContaining({ rev: 1, kind: 'found', by: '陈一鸣 同学', seen: 'now' }),
    ]);
    expect((await desk.revisions(author).detail({ params: { id, rev: '1' } })).values).toMatchObject({
      title: '老标题',
    });
    t.clock.advance(1000);
    await desk.edit('wanglaoshi', id, version, { title: '新标题' });
    expect((await list(id)).map(({ rev, kind, by }) => [rev, kind, by])).toEqual([
      [2, 'edited', '王立群 老师'],
      [1, 'found', '陈一鸣 同学'],
    ]);
    const { values } = await desk.revisions(author).detail({ params: { id, rev: '1' } });
    expect(values).toMatchObject({ title: '老标题' });
  });

  it('does not exist for people who may not know of the piece', async () => {
    const { id } = await desk.create(author);
    await setLife(id, 'draft');
    for (const who of ['wanglaoshi', 'admin'] as const)
      expect(await problemOf(desk.revisions(who).list({ params: { id } }))).toMatchObject({ status: 404 });
    expect(await list(id)).toHaveLength(1);
    const detail = desk.revisions(author).detail({ params: { id, rev: '7' } });
    expect(await problemOf(detail)).toMatchObject({ status: 404 });
  });

  it('goes with the piece, and a year after another took its place', async () => {
    const { db } = t.context;
    const { revisions, workingCopies } = db.tables;
    const { id, version } = await desk.create(author);
    await desk.edit(author, id, version, { title: '第二版' });
    await desk.revisions('admin').saveWorkingCopy({
      params: { id },
      body: { fields: desk.words('在改'), baseVersion: version + 1 },
    });
    t.clock.advance(366 * dayMs);
    await t.runTasks();
    const rows = await db.read
      .select({ rev: revisions.rev })
      .from(revisions)
      .where(eq(revisions.pieceId, id));
    expect(rows).toEqual([{ rev: 2 }]);
    expect(await db.read.$count(workingCopies)).toBe(0);
    const { authored } = t.context.registry.kinds[type];
    await db.write((tx) => authored.remove(db, tx, t.people.chenyiming.id));
    expect(await db.read.$count(revisions, eq(revisions.pieceId, id))).toBe(0);
  });

  it('keeps a version for every operation that moves the words on, and none for the others', async () => {
    const { id, version } = await desk.create(author);
    const count = async () => (await list(id)).length;
    expect(await count()).toBe(1);
    await desk.edit(author, id, version, { title: '另一个标题' });
    expect(await count()).toBe(2);
    const { version: now } = await desk.read(author, id);
    await desk.revisions(author).restore({ params: { id, rev: '1' }, body: { version: now } });
    expect(await count()).toBe(3);
    const target = { type, id } as const;
    await t.as('admin').moderation.hide({ body: { target, reason: 'other' } });
    await t.as('admin').moderation.restore({ body: { target, note: '看过了' } });
    expect(await count()).toBe(3);
  });

  it('tells what unsaved words differ in from the piece as it is now', async () => {
    const { id, version } = await desk.create(author, '三方协议');
    await desk.edit('wanglaoshi', id, version, { title: '三方协议须知' });
    const compared = await desk
      .revisions(author)
      .compare({ params: { id }, body: { fields: { title: '三方协议问答' } } });
    expect(compared).toMatchObject({
      version: version + 1,
      by: '王立群 老师',
      changes: [
        {
          field: 'title',
          parts: [
            { text: '三方协议', op: 'same' },
            { text: '须知', op: 'removed' },
            { text: '问答', op: 'added' },
          ],
        },
      ],
    });
  });
});

describe('versions of jobs', () => {
  it('names an import, and a confirmation only where it changed a date', async () => {
    const { id } = await t.as(author).jobs.create({
      body: jobDraft({ deadline: null, recheckOn: '2026-11-25' }),
    });
    await t.as(author).jobs.reconfirm({ params: { id }, body: null });
    await t.as(author).jobs.reconfirm({ params: { id }, body: null });
    const { items } = await t.as(author).jobRevisions.list({ params: { id } });
    expect(items.map(({ kind, changed }) => [kind, changed])).toEqual([
      ['confirmed', ['复核']],
      ['created', []],
    ]);
    const texts = {
      title: '电池工程师',
      company: '岚山新能源',
      kind: '校招',
      email: 'hr@lanshan.example',
      source: '学院',
    };
    const { rows } = await t
      .as(author)
      .jobImport.import({ body: { rows: [{ line: 2, texts }], overrideReason: '名单' } });
    const imported = rows[0]?.jobId ?? '';
    const found = await t.as(author).jobRevisions.list({ params: { id: imported } });
    expect(found.items.map(({ kind, rev }) => [kind, rev])).toEqual([['imported', 1]]);
  });
});
