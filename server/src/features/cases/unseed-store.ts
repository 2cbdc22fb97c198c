import { inArray } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import type { Unseeding } from '../../demo/seeding';

/** Removes the cases about what demo people wrote; what they decided about others stays, and what they claim is free. */
export async function unseedCases({ context: { db }, ids }: Unseeding, tx: Tx): Promise<void> {
  const { cases } = db.tables;
  const people = [...ids];
  await tx.delete(cases).where(inArray(cases.authorId, people));
  await tx
    .update(cases)
    .set({ claimedById: null, claimedUntil: null })
    .where(inArray(cases.claimedById, people));
}
