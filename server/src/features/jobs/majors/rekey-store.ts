import { keysOfRequired } from '@qihang/shared/jobs/majors/majors';
import { asc, eq, gt } from 'drizzle-orm';
import { forEachRow } from '../../../db/chunks';
import type { Database, Tx } from '../../../db/types';
import { schoolCatalogue } from './catalogue';

const atOnce = 200;

/**
 * Files every job that asks for majors under the names of the catalogue as it is now; gives how many. `onJobs` is told how many
 * of all jobs are done, now and then; what it throws takes everything back.
 */
export async function rekeyMajors(
  db: Database,
  tx: Tx,
  onJobs: (done: number, of: number) => Promise<void>,
): Promise<number> {
  const { jobs, jobMajorKeys } = db.tables;
  const catalogue = await schoolCatalogue(db, tx);
  const all = await tx.$count(jobs);
  let seen = 0;
  let count = 0;
  await forEachRow(
    (after, limit) =>
      tx
        .select({ id: jobs.id, majors: jobs.majors })
        .from(jobs)
        .where(gt(jobs.id, after))
        .orderBy(asc(jobs.id))
        .limit(limit),
    async ({ id: jobId, majors }) => {
      seen += 1;
      if (seen % atOnce === 0 || seen === all) await onJobs(seen, all);
      if (majors.length === 0) return;
      await tx.delete(jobMajorKeys).where(eq(jobMajorKeys.jobId, jobId));
      await tx.insert(jobMajorKeys).values(keysOfRequired(catalogue, majors).map((key) => ({ key, jobId })));
      count += 1;
    },
  );
  return count;
}
