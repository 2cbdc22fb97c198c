import { factsOf, searchedFields } from '@qihang/shared/jobs/fields';
import type { Catalogue } from '@qihang/shared/jobs/majors/catalogue';
import { keysOfRequired } from '@qihang/shared/jobs/majors/majors';
import { type ComparableJob, candidateKeys } from '@qihang/shared/jobs/similar/similar';
import type { SearchDoc } from '../../db/search/search-index';
import { toFields } from './columns';
import type { JobRow, NewJobRow } from './row';

/** What lists, search and duplicates are made from. */
export type Indexed = NewJobRow;

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
