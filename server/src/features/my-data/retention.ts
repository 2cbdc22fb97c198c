import type { Context } from '../../context';
import type { RetentionRule } from '../../retention';
import { findClosure, listDueClosures, setErased } from './store';

/**
 * Erases one person, wholly or not at all; false when there is nothing to erase any more, because the person came back or
 * another process was faster.
 */
async function erasePerson(context: Context, userId: string, now: Date): Promise<boolean> {
  const { db, registry } = context;
  return db.write(async (tx) => {
    const closure = await findClosure(db, tx, userId);
    if (!closure || closure.erasedAt !== null || closure.eraseAt > now) return false;
    for (const feature of registry.personalData) await feature.erase(context, tx, userId, closure.posts, now);
    await setErased(db, tx, userId, now);
    return true;
  });
}

/** Erases everybody whose grace is over, one transaction a person: a crash in between leaves whole people. */
const eraseDue: RetentionRule = {
  name: 'accounts.erased',
  count: async (db, now) => (await listDueClosures(db, db.read, now)).length,
  async apply(context, now) {
    let erased = 0;
    for (const { userId } of await listDueClosures(context.db, context.db.read, now))
      if (await erasePerson(context, userId, now)) erased += 1;
    return erased;
  },
};

export const myDataRetention = [eraseDue];
