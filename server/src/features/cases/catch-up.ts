import { contentTypes } from '@qihang/shared/content/vocabulary';
import type { Task } from '../../background/task';
import { openReview } from './open';
import { findOpenCase, listUncased } from './store';

/** Pieces of a kind that one run looks at; the next has the others. */
const atOnce = 200;

/** Opens the cases of pieces that came into review before cases were kept: they wait as long as everything else. */
export const catchUpTask: Task = {
  name: 'cases.catch-up',
  schedule: { everyMinutes: 60 },
  async run(context, now, signal) {
    const { db, registry } = context;
    for (const type of contentTypes)
      for (const id of await listUncased(db, db.read, type, atOnce)) {
        signal.throwIfAborted();
        await db.write(async (tx) => {
          const ref = { type, id };
          const piece = await registry.kinds[type].find(db, tx, id);
          if (piece?.life !== 'in-review' || (await findOpenCase(db, tx, 'review', ref))) return;
          await openReview(context, tx, ref, piece, piece.submittedAt ?? now);
        });
      }
  },
};
