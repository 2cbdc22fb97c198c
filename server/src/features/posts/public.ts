import type { Context } from '../../context';
import type { Moderatable } from '../moderation/rules';
import { canSeePost } from './rules';
import { findPost, setPostHidden } from './store';

/** Lets moderation take an article out of sight and bring it back. */
export const moderatablePost = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await findPost(db, read, id);
    return row && canSeePost(actor, row) ? row : undefined;
  },
  setHidden: (tx, id, reason) => setPostHidden(db, tx, id, reason),
});
