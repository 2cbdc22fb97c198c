import { erasedName, type PostFate } from '@qihang/shared/my-data/vocabulary';
import { emit } from '../../background/events';
import type { Context } from '../../context';
import type { Reader, Tx } from '../../db/types';
import { refuseLastAdmin } from '../people/public';
import { findName, renameUser } from '../users/public-store';
import { eraseAtOf } from './rules';
import { type ClosureRow, deleteClosure, findClosure, insertClosure } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that closes an account. */
    'account.closing': { userId: string; at: Date };
  }
}

interface Leaving {
  userId: string;
  posts: PostFate;
  cause: ClosureRow['cause'];
}

/**
 * Closes an account: nameless to readers and signed out everywhere with the commit, questions on duty go to others, and the rest
 * is erased when the grace is over. Closing a closed account changes nothing.
 * @throws AppError `role.last-admin`
 */
export async function closeAccount(
  context: Context,
  tx: Tx,
  { userId, posts, cause }: Leaving,
  now: Date,
): Promise<ClosureRow> {
  const { db } = context;
  const known = await findClosure(db, tx, userId);
  if (known) return known;
  await refuseLastAdmin(db, tx, userId, now);
  const name = await findName(db, tx, userId);
  const row = { userId, name, posts, cause, requestedAt: now, eraseAt: eraseAtOf(now) };
  await insertClosure(db, tx, row);
  await renameUser(db, tx, userId, erasedName);
  await emit(context, tx, 'account.closing', { userId, at: now });
  return { ...row, erasedAt: null };
}

/** Opens a closed account again, as long as it is not erased; false when it is not closed. */
export async function reopenAccount({ db }: Context, tx: Tx, userId: string): Promise<boolean> {
  const closure = await findClosure(db, tx, userId);
  if (!closure || closure.erasedAt !== null) return false;
  if (closure.name !== null) await renameUser(db, tx, userId, closure.name);
  await deleteClosure(db, tx, userId);
  return true;
}

/** Whether the account is being closed, or gone. */
export const isClosing = async (
  { db }: Pick<Context, 'db'>,
  read: Reader,
  userId: string,
): Promise<boolean> => (await findClosure(db, read, userId)) !== undefined;
