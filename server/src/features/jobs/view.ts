import { type Decisions, isAppealable } from '@qihang/shared/content/decisions';
import type { ReviewPolicy } from '@qihang/shared/content/vocabulary';
import type { Job, JobSummary } from '@qihang/shared/jobs/contract';
import { detailFields, listFields } from '@qihang/shared/jobs/fields';
import { type Actor, canModerate } from '../../actor/rules';
import { viewLife } from '../../content/life-view';
import type { Times } from '../../content/piece';
import { isHidden, isUnfinished, reportAction } from '../../content/rules';
import type { JobSummaryRow } from './browse/list-store';
import { toFields } from './columns';
import { typedIn } from './drafts';
import { markOf, type Viewer } from './match/viewer';
import { asPiece, type JobStanding, type JobTimes, jobActionsFor, jobState } from './rules';
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
    state: row.life === 'published' ? jobState(row, now) : row.life,
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

type LivingJob = JobStanding & JobTimes & Times & { lifeReason: string | null };

/** What a job says of its life. */
export const viewJobLife = (row: LivingJob, actor: Actor | null, now: Date) =>
  viewLife(asPiece(row), {
    actor,
    now,
    job: { closesAt: row.closesAt, unverified: jobState(row, now) === 'unverified' },
  });

export function viewJob(row: JobDetailRow, decisions: Decisions, viewer: Viewer, now: Date): Job {
  const summary = viewSummary(row, viewer, now);
  if (isAppealable(decisions)) summary.viewer.can.push('appeal');
  const can = [...summary.viewer.can, ...reportAction(viewer.actor, asPiece(row))];
  return {
    ...summary,
    viewer: { ...summary.viewer, can },
    ...decisions,
    ...viewJobLife(row, viewer.actor, now),
    ...toFields(row, detailFields),
    unfinished: isUnfinished(row) && viewer.actor?.id === row.ownerId ? typedIn(row) : null,
    postedBy: row.postedBy,
    updatedAt: row.updatedAt.toISOString(),
    edited: row.editedBy && row.editedAt ? { by: row.editedBy, at: row.editedAt.toISOString() } : null,
    version: row.version,
    hiddenReason: isHidden(row) ? row.lifeReason : null,
    lintOverride: canModerate(viewer.actor, row.board) ? row.lintOverride : null,
  };
}
