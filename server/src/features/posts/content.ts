import type { ContentKind } from '../../content/kind';
import { getBoard } from '../boards/public-store';
import { refuseMissingConsent } from '../portrayals/public';
import { authoredPosts } from './authored-store';
import { postDesk } from './desk-store';
import { revisedPosts } from './revised';
import { postSearch } from './search-store';
import { countNewPosts, deletePost, findPost, listNeverSeenPosts, setPostLife } from './store';
import { writtenPosts } from './written';

/** An article as content. */
export const postContent: ContentKind = {
  async find(db, read, id) {
    const row = await findPost(db, read, id);
    return row && { ...row, anonymous: false };
  },
  setLife: setPostLife,
  async refuseUnready(db, tx, post) {
    await refuseMissingConsent(db, tx, await getBoard(db, tx, post.board), post);
  },
  listNeverSeen: listNeverSeenPosts,
  discard: deletePost,
  authored: authoredPosts,
  searchable: postSearch,
  counted: { since: countNewPosts },
  ownership: null,
  written: writtenPosts,
  revised: revisedPosts,
  desk: postDesk,
};
