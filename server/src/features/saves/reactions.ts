import type { Reactions } from '../../background/events';
import { deleteFeed } from './store';

/**
 * The address of a feed opens a person's calendar to anyone who holds it, without a session. It ends where sessions are ended
 * for good, and with what made its person one of the school.
 */
export const saveReactions: Reactions = {
  'account.closing': ({ db }, tx, { userId }) => deleteFeed(db, tx, userId),
  'membership.ended': ({ db }, tx, { userId }) => deleteFeed(db, tx, userId),
  'sessions.ended': ({ db }, tx, { userId }) => deleteFeed(db, tx, userId),
};
