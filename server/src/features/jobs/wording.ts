import type { Wording } from '../../content/revised';
import { typedIn } from './drafts';
import type { JobRow, NewJobRow } from './row';

/** The words of a job, and who answers for them. */
export const wordingOf = (row: NewJobRow & Partial<Pick<JobRow, 'editedById'>>): Wording => ({
  version: row.version,
  words: typedIn({ ...row, unfinished: row.unfinished ?? null }),
  byId: row.editedById ?? row.ownerId,
  at: row.updatedAt,
  life: row.life,
});
