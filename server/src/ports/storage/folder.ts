import { randomBytes } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Storage, StoredFile } from './storage';
import { storageTrouble } from './trouble';

const ownFolder = 0o700;
const ownFile = 0o600;

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folders of a path, and their names outlive a power cut. */
async function makeFolders(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: ownFolder });
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
}

async function filesBelow(path: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const found = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
    ),
  );
  return found.flat();
}

/** Files in a folder that only the service's own user can read. */
export function folderStorage(root: string): Storage {
  const pathOf = (key: string) => join(root, key);
  const fail = (error: unknown): never => {
    throw storageTrouble(error);
  };

  async function write(key: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(key);
    await makeFolders(dirname(path));
    const unfinished = `${path}.${randomBytes(6).toString('hex')}.part`;
    let handle: FileHandle | undefined;
    try {
      handle = await open(unfinished, 'wx', ownFile);
      await handle.writeFile(bytes);
      await handle.sync();
      await handle.close();
      await rename(unfinished, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await handle?.close().catch(() => undefined);
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async function read(key: string) {
    try {
      const handle = await open(pathOf(key), 'r');
      return createReadStream('', { fd: handle });
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async function* list(): AsyncGenerator<StoredFile> {
    for (const path of await filesBelow(root).catch(fail)) {
      const found = await stat(path).catch(() => undefined);
      if (found) yield { key: relative(root, path).split(sep).join('/'), at: found.mtime };
    }
  }

  return {
    put: (key, bytes) => write(key, bytes).catch(fail),
    get: (key) => read(key).catch(fail),
    remove: (key) => rm(pathOf(key), { force: true }).catch(fail),
    list,
  };
}
