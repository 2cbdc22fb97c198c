import { contentTypes } from '@qihang/shared/content/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Task } from '../../background/task';
import type { Context } from '../../context';
import { removeFiles } from './actions';
import { deleteBlobsLeft, deleteUnused, deleteUsesOf, knownBlobs, listUsingPieces } from './store';

/** How long an upload is kept that nothing refers to: an article is written in a day. */
const unusedMs = dayMs;
/** How long a file may be without a row: much longer than an upload takes. */
const strayMs = dayMs;
const atOnce = 200;

/** Forgets the references of pieces that are gone. */
async function dropUsesOfGonePieces({ db, registry }: Context, signal: AbortSignal): Promise<void> {
  for (const type of contentTypes)
    for (let after = ''; ; ) {
      signal.throwIfAborted();
      const pieces = await listUsingPieces(db, db.read, type, after, atOnce);
      for (const { id } of pieces)
        if (!(await registry.kinds[type].find(db, db.read, id)))
          await db.write((tx) => deleteUsesOf(db, tx, type, id));
      const last = pieces[pieces.length - 1];
      if (!last || pieces.length < atOnce) break;
      after = last.id;
    }
}

/**
 * Deletes uploads that nothing has referred to for a day, and content that no upload has. Rows go before files: content that is
 * uploaded again meanwhile either keeps the row or is stored under another key.
 */
export const collectUnusedTask: Task = {
  name: 'uploads-unused',
  schedule: { everyMinutes: 60 },
  async run(context, now, signal) {
    const { db } = context;
    await dropUsesOfGonePieces(context, signal);
    const left = await db.write(async (tx) => {
      await deleteUnused(db, tx, new Date(now.getTime() - unusedMs));
      return deleteBlobsLeft(db, tx);
    });
    for (const blob of left) {
      signal.throwIfAborted();
      await removeFiles(context, blob);
    }
  },
};

/** Removes stored files that no row names: of a process that ended while it stored them, or before it removed them. */
export const collectStrayTask: Task = {
  name: 'uploads-stray',
  schedule: { dailyAt: '04:20' },
  async run({ db, storage }, now, signal) {
    const before = now.getTime() - strayMs;
    let keys: string[] = [];
    const sweep = async () => {
      const blobKeyOf = (key: string) => key.slice(0, key.lastIndexOf('/'));
      const known = await knownBlobs(db, db.read, [...new Set(keys.map(blobKeyOf))]);
      for (const key of keys) {
        signal.throwIfAborted();
        if (!known.has(blobKeyOf(key)) || key.endsWith('.part')) await storage.remove(key);
      }
      keys = [];
    };
    for await (const { key, at } of storage.list()) {
      if (at.getTime() >= before) continue;
      keys.push(key);
      if (keys.length >= atOnce) await sweep();
    }
    await sweep();
  },
};
