import type { Reactions } from '../../background/events';
import { endSessionsOf } from './public-store';

export const sessionReactions: Reactions = {
  'account.closing': ({ db }, tx, { userId }) => endSessionsOf(db, tx, userId),
  'rights.withdrawn': ({ db }, tx, { userId }) => endSessionsOf(db, tx, userId),
};
