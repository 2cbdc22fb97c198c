import type { JobMatch } from '@qihang/shared/jobs/contract';
import { isEmptyProfile, type MatchableJob, matchJob, type Profile } from '@qihang/shared/jobs/match';
import type { Progress } from '@qihang/shared/jobs/progress';
import type { Actor } from '../../../actor/rules';
import type { Context } from '../../../context';
import { schoolCatalogue } from '../majors/catalogue';
import { findProfile, listMarks } from './store';

interface Mark {
  saved: Progress | null;
  reported: boolean;
}

/** A person whose profile says enough to compare jobs with it. */
export interface Matcher {
  profile: Profile;
  match(job: MatchableJob): JobMatch;
}

/** Who looks at jobs, with what only that person has to do with them. */
export interface Viewer {
  actor: Actor | null;
  /** Null when nothing is known that a job could be matched with. */
  matcher: Matcher | null;
  marks: ReadonlyMap<string, Mark>;
}

const unmarked: Mark = { saved: null, reported: false };

export const markOf = ({ marks }: Viewer, id: string): Mark => marks.get(id) ?? unmarked;

/** How jobs match the actor; null for visitors and for people who said nothing of themselves. */
export async function matcherOf({ db }: Context, actor: Actor | null): Promise<Matcher | null> {
  const profile = actor && (await findProfile(db, db.read, actor.id));
  if (!profile || isEmptyProfile(profile)) return null;
  const catalogue = await schoolCatalogue(db, db.read);
  return { profile, match: (job) => matchJob(profile, job, catalogue) };
}

async function marksOf({ db }: Context, actor: Actor | null, ids: readonly string[]) {
  if (!actor || ids.length === 0) return new Map<string, Mark>();
  const rows = await listMarks(db, db.read, actor.id, ids);
  return new Map(rows.map(({ id, saved, reportedBy }) => [id, { saved, reported: reportedBy !== null }]));
}

/** The actor as viewer of these jobs. Visitors cost no query. */
export async function viewerOf(
  context: Context,
  actor: Actor | null,
  ids: readonly string[],
): Promise<Viewer> {
  // One after the other: together they would take two of PostgreSQL's connections for one request.
  const matcher = await matcherOf(context, actor);
  const marks = await marksOf(context, actor, ids);
  return { actor, matcher, marks };
}
