import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import type { Moderatable } from '../moderation/rules';
import { blocksOf, textOf } from './markdown';
import { canSeePost } from './rules';
import { findPost, type PostRow, putAllInSearch, setPostHidden } from './store';

/** Lets moderation take an article out of sight and bring it back. */
export const moderatablePost = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await findPost(db, read, id);
    return row && canSeePost(actor, row) ? { ...row, anonymous: false } : undefined;
  },
  setHidden: (tx, id, reason) => setPostHidden(db, tx, id, reason),
});

/** Fills an empty search index. */
export const indexPosts = ({ db }: Context, tx: Tx): Promise<void> => putAllInSearch(db, tx);

/** The texts by which an article is found; the first are those a search result rather quotes. */
export const quotedFrom = (post: Pick<PostRow, 'blocks' | 'summary' | 'sourceName'>): string[] => [
  textOf(post.blocks),
  post.summary,
  post.sourceName ?? '',
];
/** Any text in Markdown as the blocks that clients draw. */
export { blocksOf };
