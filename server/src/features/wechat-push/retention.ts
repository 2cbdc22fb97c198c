import { dayMs } from '@qihang/shared/time/shanghai';
import type { RetentionRule } from '../../retention';
import { handlePushes } from './handling';
import { doneBefore } from './store';

// Long after the last repeat of a push; what a nonce guards against is over after minutes.
const keptMs = 7 * dayMs;

/** Deals with what was left when a process ended, and forgets what was dealt with a week ago. */
export const wechatPushRetention: readonly RetentionRule[] = [
  {
    name: 'wechat-pushes.handled',
    count: (db, now) =>
      db.read.$count(db.tables.wechatPushes, doneBefore(db, new Date(now.getTime() - keptMs))),
    async apply(context, now) {
      await handlePushes(context, now);
      const { db } = context;
      const due = doneBefore(db, new Date(now.getTime() - keptMs));
      return db.write(async (tx) => {
        const n = await tx.$count(db.tables.wechatPushes, due);
        if (n > 0) await tx.delete(db.tables.wechatPushes).where(due);
        return n;
      });
    },
  },
];
