import type { ThreadCategory } from '@qihang/shared/threads/vocabulary';
import { dayMs } from '@qihang/shared/time/shanghai';
import type { Context } from '../../context';
import type { Tx } from '../../db/types';
import { leadsOf } from '../users/public-store';
import { setDuty } from './duty-store';
import { chooseOnDuty } from './rules';
import { countDuties } from './store';

/** An answer is promised within a day. */
const answerMs = dayMs;

/**
 * Starts the answer clock of a question that readers see now, or that its asker says is not solved: names the person on duty
 * and the due time. The asker is no argument: who is on duty must not tell who asked.
 */
export async function startClock(
  { db }: Context,
  tx: Tx,
  { id, board }: { id: string; board: string; category: ThreadCategory },
  at: Date,
  _step: number,
): Promise<void> {
  const onDutyId = chooseOnDuty(await countDuties(db, tx, await leadsOf(db, tx, board, at)));
  await setDuty(db, tx, id, { onDutyId, dueAt: new Date(at.getTime() + answerMs) });
}
