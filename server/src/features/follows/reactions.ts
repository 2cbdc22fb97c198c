import type { Reactions } from '../../background/events';
import { takeBack } from '../notifications/public';
import { followedCause } from './rules';

/** Nobody is sent to what readers no longer see. */
export const followReactions: Reactions = {
  'content.moved': async ({ db }, tx, { type, id, from, to }) => {
    if (from === 'published' && to !== 'published') await takeBack(db, tx, followedCause(type, id));
  },
  'content.gone': async ({ db }, tx, { type, id }) => {
    await takeBack(db, tx, followedCause(type, id));
  },
};
