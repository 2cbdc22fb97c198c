import type { Written } from '../../content/written';
import { missingSource } from '../boards/public';
import { getEnabledBoard } from '../boards/public-store';
import { typedIn, wholeColumns } from './drafts';
import {
  completePost,
  deletePost,
  findPost,
  getPostRow,
  listDuePosts,
  listScheduledPosts,
  setPostLife,
} from './store';

/** An article as it is led through its life. */
export const writtenPosts: Written = {
  async find(db, read, id) {
    const row = await findPost(db, read, id);
    return row && { ...row, anonymous: false };
  },
  async complete({ db }, tx, id) {
    await completePost(db, tx, id, wholeColumns(typedIn(await getPostRow(db, tx, id))));
  },
  async objections({ db }, tx, id) {
    const row = await getPostRow(db, tx, id);
    return row.sourceName === null ? missingSource(await getEnabledBoard(db, tx, row.board), 'source') : [];
  },
  setLife: setPostLife,
  listDue: listDuePosts,
  listScheduled: listScheduledPosts,
  discard: deletePost,
};
