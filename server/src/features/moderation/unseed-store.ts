import { inArray } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import type { Unseeding } from '../../demo/seeding';

/** Removes the mutes that demo people gave; one that they lifted stays lifted. */
export async function unseedMutes({ context: { db }, ids }: Unseeding, tx: Tx): Promise<void> {
  const { mutes } = db.tables;
  await tx.delete(mutes).where(inArray(mutes.byId, [...ids]));
  await tx
    .update(mutes)
    .set({ liftedById: null })
    .where(inArray(mutes.liftedById, [...ids]));
}
