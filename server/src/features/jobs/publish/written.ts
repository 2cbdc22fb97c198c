import { jobWhole } from '@qihang/shared/jobs/field-schemas';
import { demandWhole } from '../../../content/unfinished';
import type { Written } from '../../../content/written';
import { AppError } from '../../../errors';
import { missingSource } from '../../boards/public';
import { getEnabledBoard } from '../../boards/public-store';
import { recordOverride } from '../audit';
import { typedIn } from '../drafts';
import type { JobRow } from '../row';
import { completeJob, getJobRow, listDueJobs, listScheduledJobs } from '../store';
import { checkedColumns, verifiedBy } from './checked';

type Reading = Parameters<typeof getJobRow>;

/** @throws AppError `resource.not-found` */
async function existing(...[db, read, id]: Reading): Promise<JobRow> {
  const row = await getJobRow(db, read, id);
  if (!row) throw new AppError('resource.not-found');
  return row;
}

/** A job as it is led through its life. */
export const writtenJobs: Written = {
  async complete(context, tx, id, { actor, now, requestId, auditId, overrideReason }) {
    const { db } = context;
    const row = await existing(db, tx, id);
    const draft = demandWhole(jobWhole, typedIn(row));
    const board = await getEnabledBoard(db, tx, row.board);
    const given = row.lintOverride;
    const columns = checkedColumns(context, draft, board, { now, overrideReason, given });
    await completeJob(db, tx, id, { ...columns, ...verifiedBy(actor, now), unfinished: null });
    await recordOverride(context, tx, { actor, now, requestId }, row, {
      id: auditId,
      before: given,
      after: columns.lintOverride,
    });
  },
  async objections({ db }, tx, id, at) {
    const row = await existing(db, tx, id);
    const path = row.deadline === null ? 'recheckOn' : 'deadline';
    const message = '到发布的时候，这个岗位已经截止了';
    return [
      ...(row.closesAt <= at ? [{ path, message }] : []),
      ...(row.sourceName === null && row.sourceUrl === null
        ? missingSource(await getEnabledBoard(db, tx, row.board), 'source.name')
        : []),
    ];
  },
  listDue: listDueJobs,
  listScheduled: listScheduledJobs,
};
