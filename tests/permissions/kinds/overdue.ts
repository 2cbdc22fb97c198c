import { dayMs } from '@qihang/shared/time/shanghai';
import { eq } from 'drizzle-orm';
import { threadDraft } from '../../support/drafts';
import { kind } from '../framework/row';

/** A question whose promise was over an hour ago, which waits for nobody who may take it. */
export const overdueThread = kind('thread', {
  overdue: async (world, owner) => {
    const { id } = await world.as(owner).threads.ask({ body: threadDraft({ anonymous: true }) });
    const { db, clock } = world.t.context;
    const { threads } = db.tables;
    const dueAt = new Date(clock.now().getTime() - dayMs / 24);
    await db.write((tx) =>
      tx.update(threads).set({ dueAt, promisedAt: dueAt, onDutyId: null }).where(eq(threads.id, id)),
    );
    return { id };
  },
});
