import { isEmptyProfile, type Profile } from '@qihang/shared/jobs/match';
import type { Progress } from '@qihang/shared/saves/vocabulary';
import type { Context } from '../../context';
import type { Actor } from '../users/rules';
import { findProfile, listMarks } from './store';

interface Mark {
  saved: Progress | null;
  reported: boolean;
}

/** Who looks at jobs, with what only that person has to do with them. */
export interface Viewer {
  actor: Actor | null;
  /** Null when nothing is known that a job could be matched with. */
  profile: Profile | null;
  marks: ReadonlyMap<string, Mark>;
}

const unmarked: Mark = { saved: null, reported: false };

export const markOf = ({ marks }: Viewer, id: string): Mark => marks.get(id) ?? unmarked;

/** The profile of the actor; null for visitors and for people who said nothing of themselves. */
export async function profileOf({ db }: Context, actor: Actor | null): Promise<Profile | null> {
  const profile = actor && (await findProfile(db, db.read, actor.id));
  return profile && !isEmptyProfile(profile) ? profile : null;
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
  const profile = await profileOf(context, actor);
  const marks = await marksOf(context, actor, ids);
  return { actor, profile, marks };
}
