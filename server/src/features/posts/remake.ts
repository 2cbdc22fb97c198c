import type { Task } from '../../background/task';
import { AppError } from '../../errors';
import { blocksVersion } from '../../markdown/blocks';
import { madeFrom } from './made';
import type { PostRow } from './row';
import { listMadeBefore, putMade } from './store';

/** Articles a transaction: a fraction of a second, for which writers of other processes wait. */
const atOnce = 20;

/** The article as its text is read now; one that cannot be read any more keeps the blocks it has. */
function remade(row: PostRow): PostRow {
  try {
    return { ...row, ...madeFrom(row.markdown, row.summary) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...row, blocksVersion };
  }
}

/** Makes the blocks again of articles that were saved before Markdown was read as it is now. */
export const remakeBlocksTask: Task = {
  name: 'posts-blocks',
  schedule: { everyMinutes: 60 },
  async run({ db }, _, signal) {
    for (let left = true; left; ) {
      signal.throwIfAborted();
      left = await db.write(async (tx) => {
        const rows = await listMadeBefore(db, tx, blocksVersion, atOnce);
        for (const row of rows) await putMade(db, tx, remade(row));
        return rows.length === atOnce;
      });
    }
  },
};
