import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Job, JobSummary } from '@qihang/shared/jobs/contract';
import { detailFields, listFields } from '@qihang/shared/jobs/fields';
import { canModerate } from '../../actor/rules';
import { isHidden } from '../../content/rules';
import type { JobSummaryRow } from './browse/list-store';
import { toFields } from './columns';
import { markOf, type Viewer } from './match/viewer';
import { jobActionsFor, jobState } from './rules';
import type { JobDetailRow } from './store';

export function viewSummary(
  row: JobSummaryRow & { review?: ReviewPolicy },
  viewer: Viewer,
  now: Date,
): JobSummary {
  const { actor, matcher } = viewer;
  const { saved, reported } = markOf(viewer, row.id);
  return {
    id: row.id,
    board: row.board,
    ...toFields(row, listFields),
    deadlineAt: row.deadline === null ? null : row.closesAt.toISOString(),
    state: jobState(row, now),
    publishedAt: row.publishedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    verifiedBy: row.verifiedBy,
    life: row.life,
    hidden: isHidden(row),
    closedReports: row.closedReports,
    match: matcher?.match(row) ?? null,
    viewer: {
      can: jobActionsFor(actor, row, { now, reported, review: row.review }),
      saved,
      reportedClosed: reported,
    },
  };
}

/** `hiddenReason` is only ever reached by those who may see the job hidden. */
export function viewJob(row: JobDetailRow, viewer: Viewer, now: Date): Job {
  return {
    ...viewSummary(row, viewer, now),
    ...toFields(row, detailFields),
    postedBy: row.postedBy,
    updatedAt: row.updatedAt.toISOString(),
    edited: row.editedBy && row.editedAt ? { by: row.editedBy, at: row.editedAt.toISOString() } : null,
    version: row.version,
    hiddenReason: row.lifeReason,
    lintOverride: canModerate(viewer.actor, row.board) ? row.lintOverride : null,
  };
}
