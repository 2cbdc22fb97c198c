import { and, eq } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';
import { leadsOf } from '../users/public-store';
import { chooseOnDuty } from './rules';
import { countDuties } from './store';

/** Gives this person's unanswered questions to the leads of their boards, one by one to the lead with the fewest. */
export async function handOverDuties(db: Database, tx: Tx, userId: string, now: Date): Promise<void> {
  const { threads } = db.tables;
  const waiting = await tx
    .select({ id: threads.id, board: threads.board, askerId: threads.askerId })
    .from(threads)
    .where(and(eq(threads.onDutyId, userId), eq(threads.state, 'open')));
  for (const { id, board, askerId } of waiting) {
    const leads = (await leadsOf(db, tx, board, now)).filter((lead) => lead !== userId && lead !== askerId);
    const onDutyId = chooseOnDuty(await countDuties(db, tx, leads));
    await tx.update(threads).set({ onDutyId }).where(eq(threads.id, id));
  }
}
