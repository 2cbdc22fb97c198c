import { type ReviewPolicy, reviewedTypes } from '@qihang/shared/content/vocabulary';
import type { Context } from '../context';
import type { Tx } from '../db/types';
import { writtenOf } from './life';

/**
 * What follows from a board that begins to review: what was scheduled while nobody did is looked at first, and keeps its times.
 * What is in review stays there whatever the policy becomes: it can be approved, returned and recalled under each.
 */
export async function followPolicy(
  context: Context,
  tx: Tx,
  board: string,
  { before, after }: { before: ReviewPolicy; after: ReviewPolicy },
): Promise<void> {
  if (before !== 'direct' || after === 'direct') return;
  for (const type of reviewedTypes) {
    const written = writtenOf(context, type);
    for (const id of await written.listScheduled(context.db, tx, board))
      await written.setLife(context.db, tx, id, { life: 'in-review', lifeReason: null, lifeRank: null });
  }
}
