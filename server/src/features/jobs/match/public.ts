import { type MatchableJob, matchJob, type Profile } from '@qihang/shared/jobs/match';
import type { Context } from '../../../context';
import { schoolCatalogue } from '../majors/catalogue';
import { byScore, fitter, type Ranked } from './rules';

/** Tells for one profile after the other which of these jobs fit; what profiles have in common is compared once. */
export async function fittingAmong<J extends MatchableJob>(
  { db }: Pick<Context, 'db'>,
  jobs: readonly J[],
): Promise<(profile: Profile) => J[]> {
  return fitter(jobs, await schoolCatalogue(db, db.read));
}

/** Those of these jobs that fit a profile, the best first. */
export async function bestOf<J extends MatchableJob & Omit<Ranked, 'match'>>(
  { db }: Pick<Context, 'db'>,
  profile: Profile,
  jobs: readonly J[],
): Promise<J[]> {
  const catalogue = await schoolCatalogue(db, db.read);
  return jobs
    .map((job) => ({ ...job, match: matchJob(profile, job, catalogue) }))
    .filter(({ match }) => match.fits)
    .sort(byScore);
}
