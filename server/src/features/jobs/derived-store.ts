import { eq } from 'drizzle-orm';
import { fileInSearch } from '../../content/search';
import type { Database, Tx } from '../../db/types';
import { derivedRows, type Indexed, searchDocOf } from './derived';
import { schoolCatalogue } from './majors/catalogue';

/** Writes the rows derived from a new job, by which it is filtered, searched and compared; there are none of one half typed. */
export async function insertDerived(db: Database, tx: Tx, row: Indexed): Promise<void> {
  const { jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys } = db.tables;
  if (row.unfinished) return fileInSearch(db, tx, row, searchDocOf(row));
  const derived = derivedRows(row, await schoolCatalogue(db, tx));
  if (derived.jobCities.length > 0) await tx.insert(jobCities).values(derived.jobCities);
  if (derived.jobMajors.length > 0) await tx.insert(jobMajors).values(derived.jobMajors);
  await tx.insert(jobMajorKeys).values(derived.jobMajorKeys);
  await tx.insert(jobDuplicateKeys).values(derived.jobDuplicateKeys);
  await fileInSearch(db, tx, row, searchDocOf(row));
}

/** Replaces these rows after a change of the job. */
export async function replaceDerived(db: Database, tx: Tx, row: Indexed): Promise<void> {
  const { jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys } = db.tables;
  for (const table of [jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys]) {
    await tx.delete(table).where(eq(table.jobId, row.id));
  }
  await insertDerived(db, tx, row);
}
