import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { collectStrayTask, collectUnusedTask } from '@qihang/server/features/uploads/collect';
import { eq } from 'drizzle-orm';
import { startTestApp, type TestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import { pngOf } from '../support/media-files/pictures';
import type { PersonKey } from '../support/people';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(() => t.restore());
afterAll(() => t.close());

const hour = 3_600_000;
const root = () => join(t.context.config.dataDir, 'uploads');

/** Keys of all stored files. */
const stored = () =>
  existsSync(root())
    ? readdirSync(root(), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root().length + 1))
        .sort()
    : [];

let width = 10;
const picture = async () => {
  width += 1;
  return pngOf({ width, height: 8 });
};
const upload = (content: Buffer, as: PersonKey = 'chenyiming') =>
  t.as(as).uploads.create({ file: { name: 'a.png', content }, query: {} });
const publish = (url: string) =>
  t.as('chenyiming').posts.create({ body: postDraft({ markdown: `![](${url})` }) });
const statusOf = async (id: string) => (await t.send(`/media/${id}`, { as: 'chenyiming' })).statusCode;

const run = (task: typeof collectUnusedTask, now = t.clock.now()) =>
  task.run(t.context, now, new AbortController().signal, now);
const later = (hours: number) => new Date(t.clock.now().getTime() + hours * hour);

describe('collecting what nothing refers to', () => {
  it('removes an upload and its files after a day, not before', async () => {
    const before = stored();
    const { id } = await upload(await picture());
    await run(collectUnusedTask, later(23));
    expect(await statusOf(id)).toBe(200);
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(404);
    expect(stored()).toEqual(before);
  });

  it('keeps what an article shows, and what an earlier version of it shows', async () => {
    const { id, url } = await upload(await picture());
    const post = await publish(url);
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(200);
    await t
      .as('chenyiming')
      .posts.update({ params: { id: post.id }, body: { version: 1, markdown: '没有图了' } });
    await run(collectUnusedTask, later(25));
    // Those who look after the article see it in that version, readers do not.
    const seenBy = async (who?: PersonKey) =>
      (await t.send(`/media/${id}`, who ? { as: who } : {})).statusCode;
    expect([
      await seenBy('chenyiming'),
      await seenBy('guidanceLead'),
      await seenBy('linxiao'),
      await seenBy(),
    ]).toEqual([200, 200, 404, 404]);
  });

  it('keeps what a draft shows until it is discarded', async () => {
    const { id, url } = await upload(await picture());
    const body = { board: 'guidance', markdown: `![](${url})` };
    const draft = await t.as('chenyiming').posts.startDraft({ body });
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(200);
    await t.as('chenyiming').posts.discard({ params: { id: draft.id } });
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(404);
  });

  it('keeps what a change shows that is not published, until it is given up', async () => {
    const { id, url } = await upload(await picture());
    const { id: post } = await t.as('chenyiming').posts.create({ body: postDraft() });
    const revisions = t.as('chenyiming').postRevisions;
    const body = { fields: { markdown: `![](${url})` }, baseVersion: 1 };
    await revisions.saveWorkingCopy({ params: { id: post }, body });
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(200);
    await revisions.dropWorkingCopy({ params: { id: post } });
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(404);
  });

  it('removes what an article showed that is gone', async () => {
    const { db } = t.context;
    const { id, url } = await upload(await picture());
    const post = await publish(url);
    await db.write((tx) => tx.delete(db.tables.posts).where(eq(db.tables.posts.id, post.id)));
    await run(collectUnusedTask, later(25));
    expect(await statusOf(id)).toBe(404);
  });

  it('keeps the files as long as one of two uploads has them', async () => {
    const content = await picture();
    const [mine, theirs] = [await upload(content), await upload(content, 'wanglaoshi')];
    await publish(mine.url);
    await run(collectUnusedTask, later(25));
    expect(await statusOf(mine.id)).toBe(200);
    expect((await t.send(`/media/${theirs.id}`, { as: 'wanglaoshi' })).statusCode).toBe(404);
  });

  it('loses nothing that is uploaded while others collect the same content', async () => {
    const contents = await Promise.all([picture(), picture(), picture()]);
    for (const content of contents) await upload(content);
    t.clock.set(later(25));
    const collecting = async () => {
      for (let i = 0; i < 8; i++) await run(collectUnusedTask);
    };
    const uploading = contents.map(async (content) => {
      const made: string[] = [];
      for (let i = 0; i < 3; i++) made.push((await upload(content)).id);
      return made;
    });
    const [ids] = await Promise.all([Promise.all(uploading), collecting(), collecting()]);
    for (const id of ids.flat()) expect(await statusOf(id)).toBe(200);
  });
});

describe('collecting stray files', () => {
  const put = (key: string, at: Date) => {
    const path = join(root(), key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'stray');
    utimesSync(path, at, at);
  };

  it('removes those of a day ago without a row, and no others', async () => {
    await run(collectStrayTask, later(10_000));
    const { id } = await upload(await picture());
    const known = stored();
    for (const key of known) utimesSync(join(root(), key), later(-100), later(-100));
    put('ab/abcd-left/320.webp', later(-25));
    put('ab/abcd-new/320.webp', later(-1));
    put(`${known[0]}.0123456789ab.part`, later(-25));
    await run(collectStrayTask);
    expect(stored()).toEqual([...known, 'ab/abcd-new/320.webp'].sort());
    expect(await statusOf(id)).toBe(200);
  });
});

it('is done by the clock', async () => {
  const { id } = await upload(await picture());
  t.clock.set(later(49));
  await t.runTasks();
  expect(await statusOf(id)).toBe(404);
});
