import type { ContentKind } from '../../content/kind';
import { authoredJobs } from './authored-store';
import { countNewJobs } from './browse/counts-store';
import { jobDesk } from './desk-store';
import { jobOwnership } from './ownership-store';
import { revisedJobs } from './publish/revised';
import { writtenJobs } from './publish/written';
import { asPiece } from './rules';
import { jobSearch } from './search-store';
import { deleteJob, findJob, listNeverSeenJobs, setJobLife, setJobUnverified } from './store';

/** A job as content: its author is the person who answers for it. */
export const jobContent: ContentKind = {
  async find(db, read, id) {
    const row = await findJob(db, read, id);
    return row && { ...asPiece(row), anonymous: false };
  },
  setLife: setJobLife,
  setUnverified: setJobUnverified,
  listNeverSeen: listNeverSeenJobs,
  discard: deleteJob,
  authored: authoredJobs,
  searchable: jobSearch,
  counted: { since: countNewJobs },
  ownership: jobOwnership,
  written: writtenJobs,
  revised: revisedJobs,
  desk: jobDesk,
};
