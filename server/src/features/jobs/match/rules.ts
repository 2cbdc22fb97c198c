import type { Catalogue } from '@qihang/shared/jobs/majors/catalogue';
import { type MatchableJob, matchJob, type Profile } from '@qihang/shared/jobs/match';

export interface Ranked {
  id: string;
  publishedAt: Date;
  match: { score: number };
}

/** Best score first, then the newest. */
export const byScore = (a: Ranked, b: Ranked): number =>
  b.match.score - a.match.score ||
  b.publishedAt.getTime() - a.publishedAt.getTime() ||
  (a.id < b.id ? 1 : -1);

/** The jobs that fit profiles, with what profiles have in common compared once. */
export function fitter<J extends MatchableJob>(
  jobs: readonly J[],
  catalogue: Catalogue,
): (profile: Profile) => J[] {
  const groups = new Map<string, { fits: ReadonlySet<J>; open: readonly J[] }>();
  const groupOf = ({ major, degree, graduationYear }: Profile) => {
    const key = JSON.stringify([major, degree, graduationYear]);
    const known = groups.get(key);
    if (known) return known;
    // Without wishes: what is missed then is a requirement, which no wish makes up for.
    const plain: Profile = { major, degree, graduationYear, cities: [], kinds: [] };
    const judged = jobs.map((job) => ({ job, match: matchJob(plain, job, catalogue) }));
    const group = {
      fits: new Set(judged.filter(({ match }) => match.fits).map(({ job }) => job)),
      open: judged.filter(({ match }) => match.reasons.length === 0).map(({ job }) => job),
    };
    groups.set(key, group);
    return group;
  };
  return (profile) => {
    const { fits, open } = groupOf(profile);
    const wished = open.filter((job) => matchJob(profile, job, catalogue).fits);
    return wished.length === 0 ? [...fits] : [...fits, ...wished];
  };
}
