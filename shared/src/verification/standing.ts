/**
 * How the school stands to a person, by the roster's graduation year and the clock. Nothing is stored and no task runs: the
 * day comes, and the answer is another.
 */
export const standings = ['unverified', 'member', 'recent-alumnus', 'alumnus'] as const;
export type Standing = (typeof standings)[number];

/**
 * Degrees are conferred by the end of June and halls are left in July; on 1 August of the year in the roster everybody of
 * that year has left, also where the summer term is long. Who finished in winter stays a student for half a year more,
 * which costs nothing.
 */
export const graduationInstant = (year: number): number => Date.parse(`${year}-08-01T00:00:00+08:00`);

/**
 * 择业期: for two years after leaving, most provinces treat who has found no work yet as a graduate of this year, and their
 * questions (档案, 户口, 应届身份) are the ones this service exists for. Afterwards alumni read, answer and recommend, and
 * the people on duty are there for those who come after them.
 */
const jobSeekingYears = 2;

export const isAlumnus = (graduationYear: number, now: Date): boolean =>
  now.getTime() >= graduationInstant(graduationYear);

/** The instant from which an alumnus of that year asks no more questions. */
export const askingEnds = (graduationYear: number): number =>
  graduationInstant(graduationYear + jobSeekingYears);

interface Member {
  verified: boolean;
  /** Null for staff. */
  graduationYear: number | null;
}

export function standingOf({ verified, graduationYear }: Member, now: Date): Standing {
  if (!verified) return 'unverified';
  if (graduationYear === null || !isAlumnus(graduationYear, now)) return 'member';
  return now.getTime() < askingEnds(graduationYear) ? 'recent-alumnus' : 'alumnus';
}
