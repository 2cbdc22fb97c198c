import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Tx } from '../../db/types';
import { leadsOf } from '../users/public-store';
import { chooseOnDuty } from './rules';
import { waitingStates } from './state-rules';
import { countDuties } from './store';

/** Names the person on duty for a question, and until when. */
export async function setDuty(
  { tables: { threads } }: Database,
  tx: Tx,
  id: string,
  duty: { onDutyId: string | null; dueAt: Date },
): Promise<void> {
  await tx.update(threads).set(duty).where(eq(threads.id, id));
}

/** Gives this person's unanswered questions to the leads of their boards, one by one to the lead with the fewest. */
export async function handOverDuties(db: Database, tx: Tx, userId: string, now: Date): Promise<void> {
  const { threads } = db.tables;
  const waiting = await tx
    .select({ id: threads.id, board: threads.board })
    .from(threads)
    .where(and(eq(threads.onDutyId, userId), inArray(threads.state, [...waitingStates])));
  for (const { id, board } of waiting) {
    const leads = (await leadsOf(db, tx, board, now)).filter((lead) => lead !== userId);
    const onDutyId = chooseOnDuty(await countDuties(db, tx, leads));
    await tx.update(threads).set({ onDutyId }).where(eq(threads.id, id));
  }
}
