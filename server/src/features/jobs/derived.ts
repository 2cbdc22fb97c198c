import { factsOf, searchedFields } from '@qihang/shared/jobs/fields';
import type { Catalogue } from '@qihang/shared/jobs/majors/catalogue';
import { keysOfRequired } from '@qihang/shared/jobs/majors/majors';
import { type ComparableJob, candidateKeys } from '@qihang/shared/jobs/similar/similar';
import { and, asc, eq, gt } from 'drizzle-orm';
import { forEachRow } from '../../db/chunks';
import type { SearchDoc } from '../../db/search/search-index';
import type { Database, Tx } from '../../db/types';
import { toFields } from './columns';
import { schoolCatalogue } from './majors/catalogue';
import type { JobRow } from './row';

type Indexed = Omit<JobRow, 'closedReports' | 'lintOverride'>;

/** A stored job as duplicates are looked for; the page it is about is where one applies, else where it was read. */
export const comparable = (
  row: Pick<JobRow, 'company' | 'title' | 'cities' | 'body' | 'applyUrl' | 'sourceUrl'>,
): ComparableJob => ({
  company: row.company,
  title: row.title,
  cities: row.cities,
  body: row.body,
  url: row.applyUrl ?? row.sourceUrl,
});

/** The rows that follow from a job, by which it is filtered and compared. */
export function derivedRows(row: Indexed, catalogue: Catalogue) {
  const { id: jobId, publishedAt, closesAt } = row;
  const cities = [...new Set(row.cities)];
  const majors = [...new Set(row.majors)];
  const duplicateKeys = [...new Set(candidateKeys(comparable(row)))];
  return {
    jobCities: cities.map((city) => ({ city, jobId, publishedAt, closesAt })),
    jobMajors: majors.map((major) => ({ major, jobId })),
    jobMajorKeys: keysOfRequired(catalogue, majors).map((key) => ({ key, jobId })),
    jobDuplicateKeys: duplicateKeys.map((key) => ({ key, jobId })),
  };
}

/** Writes what follows from a new job, by which it is filtered, searched and compared. */
export async function insertDerived(db: Database, tx: Tx, row: Indexed): Promise<void> {
  const { jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys } = db.tables;
  const derived = derivedRows(row, await schoolCatalogue(db, tx));
  if (derived.jobCities.length > 0) await tx.insert(jobCities).values(derived.jobCities);
  if (derived.jobMajors.length > 0) await tx.insert(jobMajors).values(derived.jobMajors);
  await tx.insert(jobMajorKeys).values(derived.jobMajorKeys);
  await tx.insert(jobDuplicateKeys).values(derived.jobDuplicateKeys);
  await putInSearch(db, tx, row);
}

/** Writes them anew after a change. */
export async function replaceDerived(db: Database, tx: Tx, row: Indexed): Promise<void> {
  const { jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys } = db.tables;
  for (const table of [jobCities, jobMajors, jobMajorKeys, jobDuplicateKeys]) {
    await tx.delete(table).where(eq(table.jobId, row.id));
  }
  await insertDerived(db, tx, row);
}

/** Files every job that asks for majors under the names of the catalogue as it is now; gives how many. */
export async function rekeyMajors(db: Database, tx: Tx): Promise<number> {
  const { jobs, jobMajorKeys } = db.tables;
  const catalogue = await schoolCatalogue(db, tx);
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
      if (majors.length === 0) return;
      await tx.delete(jobMajorKeys).where(eq(jobMajorKeys.jobId, jobId));
      await tx.insert(jobMajorKeys).values(keysOfRequired(catalogue, majors).map((key) => ({ key, jobId })));
      count += 1;
    },
  );
  return count;
}

/** A job as search finds it: by title, facts and body. */
export function searchDocOf(row: Indexed): SearchDoc {
  const { id, board, publishedAt, closesAt } = row;
  const { title, body, ...facts } = toFields(row, searchedFields);
  return {
    type: 'job',
    refId: id,
    board,
    publishedAt,
    closesAt,
    title,
    body: [...factsOf(facts), body].filter(Boolean).join('\n'),
  };
}

/** Puts a job that readers may see into the search index, and takes a hidden one out. */
export const putInSearch = ({ search }: Database, tx: Tx, row: Indexed): Promise<void> =>
  row.hidden ? search.remove(tx, 'job', row.id) : search.put(tx, searchDocOf(row));

/** Puts every job that readers may see into an empty search index. */
export function putAllInSearch(db: Database, tx: Tx): Promise<void> {
  const { jobs } = db.tables;
  return forEachRow(
    (after, limit) =>
      tx
        .select()
        .from(jobs)
        .where(and(gt(jobs.id, after), eq(jobs.hidden, false)))
        .orderBy(asc(jobs.id))
        .limit(limit),
    (row) => putInSearch(db, tx, row),
  );
}
