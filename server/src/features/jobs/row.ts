import type { WrittenColumn } from '../../content/written';
import type { Database } from '../../db/types';

export type JobRow = Database['tables']['jobs']['$inferSelect'];

/**
 * A job as it comes in, from wherever: nobody has reported, moved or edited it, and only a person overrides the self-check or
 * plans when it is shown.
 */
export type NewJobRow = Omit<
  JobRow,
  'closedReports' | 'lintOverride' | 'lifeRank' | 'editedById' | 'editedAt' | WrittenColumn
> &
  Partial<Pick<JobRow, 'lintOverride' | WrittenColumn>>;
