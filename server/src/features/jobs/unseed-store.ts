import { inArray } from 'drizzle-orm';
import type { Tx } from '../../db/types';
import type { Unseeding } from '../../demo/seeding';
import { authoredJobs } from './authored-store';

/** Removes the jobs of demo people, and their word that others' jobs are real: nobody checked those. */
export async function unseedJobs({ context: { db }, ids }: Unseeding, tx: Tx): Promise<void> {
  const { jobs } = db.tables;
  for (const id of ids) await authoredJobs.remove(db, tx, id);
  await tx
    .update(jobs)
    .set({ verifiedById: null, verifiedAt: null })
    .where(inArray(jobs.verifiedById, [...ids]));
}
