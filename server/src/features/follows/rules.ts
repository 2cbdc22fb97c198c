import type { FollowedFilter } from '@qihang/shared/follows/contract';
import { filterKey, filterTitle, plainFilter } from '@qihang/shared/follows/filter';
import { followLimits } from '@qihang/shared/follows/vocabulary';
import { companyKey } from '@qihang/shared/jobs/similar/normalize';
import { dayMs } from '@qihang/shared/time/shanghai';

/** What is followed: one of the three. */
export type Followed =
  | { kind: 'board'; board: string; company: null; filter: null }
  | { kind: 'employer'; board: null; company: string; filter: null }
  | { kind: 'filter'; board: null; company: null; filter: FollowedFilter };

/** A row holds what its kind says. */
export const followedIn = ({ kind, board, company, filter }: Record<keyof Followed, unknown>): Followed =>
  ({ kind, board, company, filter }) as Followed;

export interface Asked {
  board?: string | undefined;
  company?: string | undefined;
  filter?: FollowedFilter | undefined;
}

/** A filter by nothing but its board is the board. */
export function followedOf({ board, company, filter }: Asked): Followed {
  if (board !== undefined) return { kind: 'board', board, company: null, filter: null };
  if (company !== undefined) return { kind: 'employer', board: null, company, filter: null };
  const plain = plainFilter(filter ?? {});
  const { board: only, ...rest } = plain;
  return only !== undefined && Object.keys(rest).length === 0
    ? followedOf({ board: only })
    : { kind: 'filter', board: null, company: null, filter: plain };
}

/** An employer counts as the same with and without its legal form and the city in front. */
export const employerKey = (company: string): string => `employer:${companyKey(company)}`;
export const boardKey = (slug: string): string => `board:${slug}`;

/** Equal for what asks for the same. */
export function followKey(followed: Followed): string {
  if (followed.kind === 'board') return boardKey(followed.board);
  if (followed.kind === 'employer') return employerKey(followed.company);
  return `filter:${filterKey(followed.filter)}`;
}

/** What came in earlier is no news any more. */
export const newSince = (now: Date): Date => new Date(now.getTime() - followLimits.recentDays * dayMs);

/** Met so much later than it was published, a piece came in late: an import with the day on which it was first posted. */
const lateMs = 60 * 60_000;

/** What was followed up to this instant hears of a piece: what one follows later, one has seen in the list. */
export const toldBefore = (publishedAt: Date, metAt: Date): Date =>
  metAt.getTime() - publishedAt.getTime() > lateMs ? metAt : publishedAt;

export const followedCause = (type: string, id: string): string => `followed:${type}:${id}`;

/**
 * What is followed, in words.
 * @param boardNames by slug, also of boards that are off
 */
export function titleOf(
  { board, company, filter }: Followed,
  boardNames: ReadonlyMap<string, string>,
): string {
  if (company !== null) return company;
  if (board !== null) return boardNames.get(board) ?? board;
  const slug = filter.board;
  return filterTitle(filter, slug === undefined ? null : (boardNames.get(slug) ?? slug));
}
