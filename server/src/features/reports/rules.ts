import type { ContentType } from '@qihang/shared/content/vocabulary';
import {
  type ReportOutcome,
  type ReportReason,
  type ReportState,
  reportLimits,
  reportReasons,
} from '@qihang/shared/reports/vocabulary';
import { dayMs, wallClockAt } from '@qihang/shared/time/shanghai';

/** A case for several reports says when it was opened. Rounded, that time is nobody's own. */
const casePrecisionMs = 10 * 60_000;

/** The instant from which a case counts as waiting; in the past, by ten minutes at most. */
export const caseOpened = (now: Date): Date =>
  new Date(Math.floor(now.getTime() / casePrecisionMs) * casePrecisionMs);

export const dayBefore = (now: Date): Date => new Date(now.getTime() - dayMs);

/** The key that lets a person have one open report of a piece. */
export const openKeyOf = ({ type, id }: { type: ContentType; id: string }, reporterId: string): string =>
  `${type}:${id}:${reporterId}`;

interface Said {
  reporterId: string | null;
  reason: ReportReason;
  note: string;
  verified: boolean;
}

/** Whether what is said of a job takes it from readers until somebody has looked at it. A person has one open report of a piece. */
export const holdsJob = (said: readonly Said[]): boolean =>
  said.filter(({ reason, verified }) => reason === 'fee' && verified).length >= reportLimits.holds;

/** What those who decide learn: no name, and no order by which a note could be told apart from another. */
export function summaryOf(said: readonly Said[]) {
  const reasons = reportReasons
    .map((reason) => ({ reason, n: said.filter((one) => one.reason === reason).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const notes = said.flatMap(({ note }) => (note === '' ? [] : [note])).sort();
  return { count: said.length, reasons, notes };
}

/** What a decision of a case means for those who reported; undefined for one that leaves them waiting. */
export function outcomeOf(action: string): ReportOutcome | undefined {
  if (action === 'hide' || action === 'recheck' || action === 'dismiss') return action;
  return undefined;
}

export const stateAfter = (outcome: ReportOutcome): ReportState => {
  if (outcome === 'gone') return 'gone';
  return outcome === 'dismiss' ? 'dismissed' : 'upheld';
};

interface Asked {
  state: ReportState;
  askedTeacherAt: Date | null;
}

/** A report that was dismissed may be put before a teacher once. */
export const canAskTeacher = ({ state, askedTeacherAt }: Asked): boolean =>
  state === 'dismissed' && askedTeacherAt === null;

const keptDays = 400;

/** Reports that were decided before this instant are deleted. */
export const oldestDecided = (now: Date): Date => new Date(now.getTime() - keptDays * dayMs);

/** The months of the totals, the newest first: `2026-11`, each with the instant at which it begins in Asia/Shanghai. */
export function monthsBefore(now: Date, count: number): { month: string; from: Date }[] {
  const { year, month } = wallClockAt(now.getTime());
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    const name = first.toISOString().slice(0, 7);
    return { month: name, from: new Date(`${name}-01T00:00:00+08:00`) };
  });
}
