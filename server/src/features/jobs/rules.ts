import type { JobAction, JobState } from '@qihang/shared/jobs/vocabulary';
import { maxRecheckDays } from '@qihang/shared/jobs/vocabulary';
import { addDays, dayAt, dayMs, deadlineInstant, endOfDay } from '@qihang/shared/time/shanghai';
import { type Actor, canModerate } from '../users/rules';

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

export interface JobStanding {
  board: string;
  ownerId: string;
  hidden: boolean;
}

/** What is hidden exists only for its owner and for those who keep the board clean. */
export const canSeeJob = (actor: Actor | null, job: JobStanding): boolean =>
  !job.hidden || actor?.id === job.ownerId || canModerate(actor, job.board);

/** Leads look after each other's jobs: postings must not die with the person who made them. */
export const canEditJob = (actor: Actor | null, job: JobStanding): boolean => canModerate(actor, job.board);

export function jobActionsFor(actor: Actor | null, job: JobStanding): JobAction[] {
  if (!canModerate(actor, job.board)) return [];
  return job.hidden ? ['edit', 'restore'] : ['edit', 'reconfirm', 'hide'];
}
