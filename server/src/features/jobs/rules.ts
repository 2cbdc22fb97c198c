import type { ContentState, ReviewPolicy } from '@qihang/shared/content/vocabulary';
import {
  closedReportsToDoubt,
  type Degree,
  degrees,
  type JobAction,
  type JobState,
  maxRecheckDays,
  type OwnerNeed,
  remindDays,
} from '@qihang/shared/jobs/vocabulary';
import { addDays, dayAt, dayMs, deadlineInstant, endOfDay } from '@qihang/shared/time/shanghai';
import { type Actor, isMuted } from '../../actor/rules';
import {
  canEditPiece,
  canSeePiece,
  isHidden,
  isPublished,
  lifeActions,
  moderationAction,
  type Standing,
} from '../../content/rules';

/** An open-ended job that nobody confirms stays so many days as 待核实 before it closes. */
const graceDays = 14;
const soonMs = 3 * dayMs;

export interface JobTimes {
  /** Wall-clock text; null for an open-ended job. */
  deadline: string | null;
  closesAt: Date;
  recheckAt: Date | null;
  unverified: boolean;
}

/** The state of a job at `now`. Days end at 24:00 in Shanghai. */
export function jobState({ deadline, closesAt, recheckAt, unverified }: JobTimes, now: Date): JobState {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return 'closed';
  if (unverified || (recheckAt !== null && recheckAt <= now)) return 'unverified';
  if (deadline === null) return 'open';
  if (closesAt.getTime() <= endOfDay(now.getTime())) return 'closing-today';
  return left <= soonMs ? 'closing-soon' : 'open';
}

/**
 * The instants that follow from what a lead typed. Without a deadline there is a re-check day, at most 30 days ahead,
 * which is also what one without either gets.
 */
export function jobTimes(
  { deadline, recheckOn }: { deadline: string | null; recheckOn: string | null },
  now: Date,
): { recheckOn: string | null; closesAt: Date; recheckAt: Date | null } {
  if (deadline !== null)
    return { recheckOn: null, closesAt: new Date(deadlineInstant(deadline)), recheckAt: null };
  const latest = addDays(dayAt(now.getTime()), maxRecheckDays);
  const day = recheckOn !== null && recheckOn < latest ? recheckOn : latest;
  const recheckAt = new Date(deadlineInstant(day));
  return { recheckOn: day, recheckAt, closesAt: new Date(recheckAt.getTime() + graceDays * dayMs) };
}

/** A day for looking at an open-ended job again that is over already; today is not. */
export const isPastRecheck = (
  { deadline, recheckOn }: { deadline: string | null; recheckOn: string | null },
  now: Date,
): boolean => deadline === null && recheckOn !== null && recheckOn < dayAt(now.getTime());

export interface JobStanding {
  board: string;
  ownerId: string;
  authorRank: number;
  life: ContentState;
  lifeRank: number | null;
}

/** A job as content: its author is the person who answers for it. */
export const asPiece = <J extends JobStanding>(job: J): J & Standing => ({ ...job, authorId: job.ownerId });

/** The instant up to which deadlines and re-check days are near. */
export const remindUntil = (now: Date): Date => new Date(now.getTime() + remindDays * dayMs);

/** What a job waits for from its owner, the weightiest first; the same as the query of `listOwned`. */
export function needsOf(job: JobTimes & Pick<JobStanding, 'life'>, now: Date): OwnerNeed[] {
  const until = remindUntil(now);
  const needs: OwnerNeed[] = isHidden(job) ? ['hidden'] : [];
  // What was not published yet, or is withdrawn, waits on the desk.
  if (job.closesAt <= now || !(isHidden(job) || isPublished(job))) return needs;
  const doubted = job.unverified || (job.recheckAt !== null && job.recheckAt <= now);
  if (doubted) needs.push('unverified');
  if (job.deadline !== null && job.closesAt <= until) needs.push('closing');
  if (!doubted && job.recheckAt !== null && job.recheckAt <= until) needs.push('recheck');
  return needs;
}

export const canSeeJob = (actor: Actor | null, job: JobStanding): boolean => canSeePiece(actor, asPiece(job));

/** A verified person may report an open job as closed, once until the job is confirmed. */
export const canReportClosed = (
  actor: Actor | null,
  job: JobStanding & Pick<JobTimes, 'closesAt'>,
  now: Date,
): boolean => actor?.verified === true && !isMuted(actor) && isPublished(job) && job.closesAt > now;

/** Enough different people say so: the job waits for its owner as 待核实. */
export const isDoubted = (closedReports: number): boolean => closedReports >= closedReportsToDoubt;

export function jobActionsFor(
  actor: Actor | null,
  job: JobStanding & Pick<JobTimes, 'closesAt'>,
  { now, reported, review }: { now: Date; reported: boolean; review: ReviewPolicy | undefined },
): JobAction[] {
  const can: JobAction[] = [];
  const piece = asPiece(job);
  // Leads look after each other's jobs: postings must not die with the person who made them.
  can.push(...lifeActions(actor, piece, review));
  if (canEditPiece(actor, piece) && isPublished(job)) can.push('reconfirm');
  const move = moderationAction(actor, piece);
  if (move) can.push(move);
  if (!reported && canReportClosed(actor, job, now)) can.push('report-closed');
  if (actor && !actor.verified && canReportClosed({ ...actor, verified: true }, job, now)) can.push('verify');
  return can;
}

/** Place of a degree in `degrees`, 0 when a posting names none. */
export const degreeRank = (degree: Degree | null): number => (degree === null ? 0 : degrees.indexOf(degree));
