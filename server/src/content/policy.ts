import { type ReviewPolicy, reviewedTypes } from '@qihang/shared/content/vocabulary';
import type { Context } from '../context';
import type { Tx } from '../db/types';
import { findWritten } from './life';
import { setLife, writtenOf } from './moved';
import { moves } from './rules';

/**
 * What follows from a board that begins to review: what was scheduled while nobody did is looked at first, and keeps its times.
 * What is in review stays there whatever the policy becomes: it can be approved, returned and recalled under each.
 */
export async function followPolicy(
  context: Context,
  tx: Tx,
  board: string,
  { before, after, now }: { before: ReviewPolicy; after: ReviewPolicy; now: Date },
): Promise<void> {
  if (before !== 'direct' || after === 'direct') return;
  for (const type of reviewedTypes) {
    for (const id of await writtenOf(context, type).listScheduled(context.db, tx, board)) {
      const piece = await findWritten(context, tx, type, id);
      if (!piece) continue;
      const change = { life: moves.submit.to, lifeReason: null, lifeRank: null };
      await setLife(context, tx, type, piece, change, { move: 'submit', actorId: null, at: now });
    }
  }
}
