import type { Context } from '../../context';
import { listEnabledBoards } from '../boards/public-store';
import { countNewJobs, listNewJobs, type NewJob } from '../jobs/browse/public';
import { listNewPosts } from '../posts/public-store';
import { employerKey, type Followed } from './rules';
import type { FollowedType } from './tables';

/** New pieces that are looked at, at most, of each kind: more than a school publishes in a week. */
const mostNew = 2000;

type NewPost = Awaited<ReturnType<typeof listNewPosts>>[number];

/** What came before readers within a time, with what it is found by. */
export interface NewPieces {
  since: Date;
  now: Date;
  jobs: readonly NewJob[];
  posts: readonly NewPost[];
  /** Slugs of the boards that are on. */
  boards: ReadonlySet<string>;
  byEmployer: ReadonlyMap<string, readonly NewJob[]>;
}

/** A piece that meets what is followed. */
export interface Matched {
  type: FollowedType;
  id: string;
}

export async function findNewPieces(
  context: Pick<Context, 'config' | 'db'>,
  since: Date,
  now: Date,
): Promise<NewPieces> {
  const { db } = context;
  const jobs = await listNewJobs(context, { filter: {}, since, now }, mostNew);
  const posts = await listNewPosts(db, db.read, { since, now }, mostNew);
  const boards = new Set((await listEnabledBoards(db, db.read)).map(({ slug }) => slug));
  const byEmployer = new Map<string, NewJob[]>();
  for (const job of jobs) {
    const key = employerKey(job.company);
    byEmployer.set(key, [...(byEmployer.get(key) ?? []), job]);
  }
  return { since, now, jobs, posts, boards, byEmployer };
}

export const isOff = ({ board, filter }: Followed, boards: ReadonlySet<string>): boolean => {
  const slug = board ?? filter?.board;
  return slug !== undefined && !boards.has(slug);
};

const asJobs = (rows: readonly { id: string }[]): Matched[] => rows.map(({ id }) => ({ type: 'job', id }));

/** The new pieces that meet what is followed, the newest first; filters ask the job list's own query. */
export async function findMatches(
  context: Pick<Context, 'config' | 'db'>,
  followed: Followed,
  { since, now, jobs, posts, boards, byEmployer }: NewPieces,
): Promise<Matched[]> {
  if (isOff(followed, boards)) return [];
  const { kind, board, company, filter } = followed;
  if (kind === 'employer') return asJobs(byEmployer.get(employerKey(company)) ?? []);
  if (kind === 'filter') return asJobs(await listNewJobs(context, { filter, since, now }, mostNew));
  const onBoard = (piece: { board: string }) => piece.board === board;
  return [
    ...asJobs(jobs.filter(onBoard)),
    ...posts.filter(onBoard).map(({ id }): Matched => ({ type: 'post', id })),
  ];
}

/** How many pieces these are. */
export const countMatches = async (
  context: Pick<Context, 'config' | 'db'>,
  followed: Followed,
  pieces: NewPieces,
): Promise<number> => {
  if (followed.kind !== 'filter' || isOff(followed, pieces.boards))
    return (await findMatches(context, followed, pieces)).length;
  const { since, now } = pieces;
  return countNewJobs(context, { filter: followed.filter, since, now });
};
