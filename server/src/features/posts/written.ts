import type { Written } from '../../content/written';
import { missingSource } from '../boards/public';
import { getEnabledBoard } from '../boards/public-store';
import { missingConsent } from '../portrayals/public';
import { attach } from './attached';
import { typedIn, wholeParts } from './drafts';
import { unsourcedQuestions } from './made';
import { completePost, getPostRow, listDuePosts, listScheduledPosts } from './store';
import { unfitFields } from './unfit';

/** An article as it is led through its life. */
export const writtenPosts: Written = {
  async complete(context, tx, id, { actor, now, requestId }) {
    const { db } = context;
    const before = await getPostRow(db, tx, id);
    const { columns, attached } = wholeParts(typedIn(before));
    await completePost(db, tx, id, columns);
    await attach(context, tx, { ...before, ...columns }, attached, { actor, now, requestId });
  },
  async objections({ db }, tx, id) {
    const row = await getPostRow(db, tx, id);
    const board = await getEnabledBoard(db, tx, row.board);
    return [
      ...(row.sourceName === null ? missingSource(board, 'source') : []),
      ...unfitFields(row),
      ...unsourcedQuestions(board, row.blocks),
      ...(await missingConsent(db, tx, board, row)),
    ];
  },
  listDue: listDuePosts,
  listScheduled: listScheduledPosts,
};
