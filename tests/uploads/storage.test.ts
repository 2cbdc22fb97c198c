import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AppError } from '@qihang/server/errors';
import { folderStorage } from '@qihang/server/ports/storage/folder';
import { s3Storage } from '@qihang/server/ports/storage/s3';
import type { Storage } from '@qihang/server/ports/storage/storage';
import { startTestApp } from '../support/app';
import { postDraft } from '../support/drafts';
import { pngOf } from '../support/media-files/pictures';
import { type S3Server, startS3Server } from '../support/s3-server';

let server: S3Server;
let root: string;
const storages: Record<string, Storage> = {};
beforeAll(async () => {
  server = await startS3Server();
  root = mkdtempSync(join(tmpdir(), 'qihang-storage-'));
  storages.folder = folderStorage(join(root, 'uploads'));
  storages.bucket = s3Storage(server.settings);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const codeOf = (error: unknown) => (error instanceof AppError ? error.code : error);
const keysIn = async (storage: Storage) => {
  const keys: string[] = [];
  for await (const { key } of storage.list()) keys.push(key);
  return keys.sort();
};

describe.each(['folder', 'bucket'])('a %s', (name) => {
  const storage = () => storages[name] as Storage;
  const contentOf = async (key: string) => {
    const found = await storage().get(key);
    return found && (await buffer(found));
  };

  it('gives back what was put, whole', async () => {
    const bytes = Buffer.alloc(10 * 1024 * 1024, 7);
    await storage().put('ab/large/1280.webp', bytes);
    await storage().put('ab/small/320.webp', Buffer.from('small'));
    expect((await contentOf('ab/large/1280.webp'))?.equals(bytes)).toBe(true);
    expect(String(await contentOf('ab/small/320.webp'))).toBe('small');
  });

  it('replaces what is there', async () => {
    await storage().put('re/place/a.jpg', Buffer.from('first'));
    await storage().put('re/place/a.jpg', Buffer.from('second'));
    expect(String(await contentOf('re/place/a.jpg'))).toBe('second');
  });

  it('has no file that was never put, and none that was removed', async () => {
    await storage().put('re/move/a.jpg', Buffer.from('gone'));
    await storage().remove('re/move/a.jpg');
    await storage().remove('re/move/a.jpg');
    expect(await contentOf('re/move/a.jpg')).toBeUndefined();
    expect(await contentOf('ne/ver/a.jpg')).toBeUndefined();
  });

  it('lists every file with its time', async () => {
    const before = Date.now() - 60_000;
    await storage().put('li/st/a.jpg', Buffer.from('a'));
    const found: Record<string, Date> = {};
    for await (const { key, at } of storage().list()) found[key] = at;
    expect(found['li/st/a.jpg']?.getTime()).toBeGreaterThan(before);
  });

  it('keeps what two put at once, one or the other', async () => {
    const contents = ['a', 'b', 'c', 'd'].map((letter) => Buffer.alloc(300_000, letter));
    await Promise.all(contents.map((content) => storage().put('at/once/a.jpg', content)));
    const found = await contentOf('at/once/a.jpg');
    expect(contents.some((content) => found?.equals(content))).toBe(true);
  });
});

it('lets nobody but the user of the service read the folder', async () => {
  await storages.folder?.put('mo/de/a.jpg', Buffer.from('a'));
  const mode = (path: string) => statSync(join(root, 'uploads', path)).mode & 0o777;
  expect([mode(''), mode('mo'), mode('mo/de'), mode('mo/de/a.jpg')]).toEqual([0o700, 0o700, 0o700, 0o600]);
  expect(readdirSync(join(root, 'uploads/mo/de'))).toEqual(['a.jpg']);
});

it('says so while a folder cannot be written', async () => {
  writeFileSync(join(root, 'file'), 'no folder');
  const storage = folderStorage(join(root, 'file'));
  await expect(storage.put('a/b/c.jpg', Buffer.from('a'))).rejects.toMatchObject({ code: 'upload.storage' });
});

it('reads a long list to its end', async () => {
  const storage = s3Storage({ ...server.settings, prefix: 'long/' });
  const keys = Array.from({ length: 1_050 }, (_, i) => `a/${String(i).padStart(4, '0')}.jpg`);
  for (let at = 0; at < keys.length; at += 50)
    await Promise.all(keys.slice(at, at + 50).map((key) => storage.put(key, Buffer.from(key))));
  expect(await keysIn(storage)).toEqual(keys);
});

it.each([
  ['the secret is wrong', { secretAccessKey: 'guessed' }],
  ['there is no such bucket', { bucket: 'nowhere' }],
  ['nobody answers', { endpoint: 'http://127.0.0.1:9' }],
])('says so while %s', async (_, change) => {
  const storage = s3Storage({ ...server.settings, ...change });
  expect(codeOf(await storage.put('a/b.jpg', Buffer.from('a')).catch((error) => error))).toBe(
    'upload.storage',
  );
  expect(codeOf(await keysIn(storage).catch((error) => error))).toBe('upload.storage');
});

it('serves uploads from a bucket, and collects them there', async () => {
  const t = await startTestApp(server.env);
  try {
    const file = { name: 'a.png', content: await pngOf({ width: 20, height: 10 }) };
    const unused = await t.as('chenyiming').uploads.create({ file, query: {} });
    const content = await pngOf({ width: 30, height: 10 });
    const used = await t.as('chenyiming').uploads.create({ file: { name: 'b.png', content }, query: {} });
    await t.as('chenyiming').posts.create({ body: postDraft({ markdown: `![](${used.url})` }) });
    expect((await t.send(`/media/${used.id}`)).statusCode).toBe(200);
    const before = await keysIn(storages.bucket as Storage);
    t.clock.set(new Date(t.clock.now().getTime() + 25 * 3_600_000));
    await t.runTasks();
    expect((await t.send(`/media/${unused.id}`, { as: 'chenyiming' })).statusCode).toBe(404);
    expect((await t.send(`/media/${used.id}`)).statusCode).toBe(200);
    expect((await keysIn(storages.bucket as Storage)).length).toBeLessThan(before.length);
  } finally {
    await t.close();
  }
});
