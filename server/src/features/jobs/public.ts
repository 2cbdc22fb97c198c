import type { Context } from '../../context';
import type { Moderatable } from '../moderation/rules';
import { canSeeJob } from './rules';
import { getJobRow, putInSearch, setJobHidden } from './store';

/** Lets moderation take a job out of sight and bring it back. */
export const moderatableJob = ({ db }: Context): Moderatable => ({
  async find(read, actor, id) {
    const row = await getJobRow(db, read, id);
    return row && canSeeJob(actor, row) ? row : undefined;
  },
  async setHidden(tx, id, reason) {
    await setJobHidden(db, tx, id, reason);
    const row = await getJobRow(db, tx, id);
    if (row) await putInSearch(db, tx, row);
  },
});
