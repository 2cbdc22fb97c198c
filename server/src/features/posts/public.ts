import type { Context } from '../../context';
import type { Moderatable } from '../moderation/rules';
import { textOf } from './markdown';
import { canSeePost } from './rules';
import { findPost, type PostRow, setPostHidden } from './store';

/** Lets moderation take an article out of sight and bring it back. */
export const moderatablePost = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await findPost(db, read, id);
    return row && canSeePost(actor, row) ? row : undefined;
  },
  setHidden: (tx, id, reason) => setPostHidden(db, tx, id, reason),
});

/** The texts by which an article is found, those first from which a search result may quote. */
export const quotedFrom = ({
  blocks,
  summary,
  sourceName,
}: Pick<PostRow, 'blocks' | 'summary' | 'sourceName'>): string =>
  [textOf(blocks), summary, sourceName].filter(Boolean).join('\n');
