import { emit } from '../../background/events';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { AppError } from '../../errors';
import { closeAccount } from '../my-data/public';
import { deleteWechatIdentity, endSessionsOf, findWechatUserId } from '../session/public-store';
import { leavingCause } from './rules';
import { listPending, type PushRow, setDone } from './store';

declare module '../../background/events' {
  interface Events {
    /** In the transaction that takes a person's account apart from WeChat's. */
    'wechat.unbound': { userId: string; at: Date };
  }
}

/** Closes the account that the event is about; what was published stays, since nobody was asked. */
async function carryOut(context: Context, tx: Tx, push: PushRow, now: Date): Promise<void> {
  const { db } = context;
  const cause = leavingCause(push.event);
  const userId = push.openid === null ? undefined : await findWechatUserId(db, tx, push.openid);
  if (cause === null || userId === undefined || push.openid === null) return;
  try {
    await closeAccount(context, tx, { userId, posts: 'keep', cause }, now);
  } catch (error) {
    // The last admin stays, or nobody could hand the school's board on; WeChat's part of it goes all the same.
    if (!(error instanceof AppError) || error.code !== 'role.last-admin') throw error;
    await deleteWechatIdentity(db, tx, push.openid);
    await emit(context, tx, 'wechat.unbound', { userId, at: now });
    await endSessionsOf(db, tx, userId);
  }
}

/** Deals with every push that waits, each in a transaction of its own; how many. */
export async function handlePushes(context: Context, now: Date): Promise<number> {
  const { db } = context;
  const waiting = await listPending(db, db.read);
  for (const push of waiting) {
    await db.write(async (tx) => {
      await carryOut(context, tx, push, now);
      await setDone(db, tx, push.id, now);
    });
  }
  return waiting.length;
}
