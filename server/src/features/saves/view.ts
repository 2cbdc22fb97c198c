import type { JobSummary } from '@qihang/shared/jobs/contract';
import { type Progress, progresses } from '@qihang/shared/jobs/progress';
import type { CalendarEntry, SavedJob } from '@qihang/shared/saves/contract';
import type { DueRow, SavedRow } from './store';

export const viewKeeping = ({ jobId, progress, note, savedAt, updatedAt }: SavedRow) => ({
  jobId,
  progress,
  note,
  savedAt: savedAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export const viewSaved = (row: SavedRow, job: JobSummary | undefined): SavedJob => ({
  ...viewKeeping(row),
  job: job ?? null,
});

export function viewCounts(rows: readonly { progress: Progress; n: number }[]): Record<Progress, number> {
  const found = new Map(rows.map(({ progress, n }) => [progress, n]));
  return Object.fromEntries(progresses.map((one) => [one, found.get(one) ?? 0])) as Record<Progress, number>;
}

export function viewDue(row: DueRow): CalendarEntry {
  const { id, title, company, deadline, recheckOn, recheckAt, closesAt, progress } = row;
  const [day = '', time] = (deadline ?? recheckOn ?? '').split('T');
  return {
    kind: deadline === null ? 'recheck' : 'deadline',
    day,
    time: time ?? null,
    at: (recheckAt ?? closesAt).toISOString(),
    progress,
    job: { id, title, company },
  };
}
