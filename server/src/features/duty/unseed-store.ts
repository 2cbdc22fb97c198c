import { isNotNull, notInArray, or } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import type { Unseeding } from '../../demo/seeding';

/**
 * Removes rotas that name nobody, as those of demo people do once these are erased: with one, no lead would be asked.
 */
export async function unseedRota({ context: { db } }: Unseeding, tx: Tx): Promise<void> {
  const { dutyRotas, dutyShifts } = db.tables;
  const naming = tx
    .select({ id: dutyShifts.rotaId })
    .from(dutyShifts)
    .where(or(isNotNull(dutyShifts.personId), isNotNull(dutyShifts.deputyId)));
  await tx.delete(dutyRotas).where(notInArray(dutyRotas.id, naming));
}
