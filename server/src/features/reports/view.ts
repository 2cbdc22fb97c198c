import type { Report } from '@qihang/shared/reports/contract';
import { canAskTeacher } from './rules';
import type { ReportListRow } from './store';

/** A report for the person who made it. */
export function viewReport(
  { report, decidedBy }: ReportListRow,
  others: ReadonlyMap<string, number>,
): Report {
  const { action, decidedAt, askedTeacherAt } = report;
  const steps: Report['steps'] = [{ kind: 'reported', at: report.at.toISOString() }];
  if (askedTeacherAt) steps.push({ kind: 'asked-teacher', at: askedTeacherAt.toISOString() });
  if (decidedAt && report.state !== 'open') steps.push({ kind: 'decided', at: decidedAt.toISOString() });
  return {
    id: report.id,
    target: { type: report.targetType, id: report.targetId },
    threadId: report.threadId,
    title: report.title,
    reason: report.reason,
    note: report.note,
    at: report.at.toISOString(),
    state: report.state,
    others: report.state === 'open' && report.caseId ? (others.get(report.caseId) ?? 0) : 0,
    steps,
    outcome:
      action && decidedAt
        ? { action, by: decidedBy ?? '', at: decidedAt.toISOString(), note: report.outcomeNote }
        : null,
    viewer: { can: canAskTeacher(report) ? ['ask-teacher'] : [] },
  };
}
