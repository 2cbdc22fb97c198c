import type { Context } from '../../../context';
import { decodeCursor, encodeCursor } from '../../../db/keyset';
import { AppError } from '../../../errors';
import type { JobFilter } from '../browse/filter-store';
import type { JobQueries, JobSummaryRow, RankRow } from '../browse/list-store';
import { summariesOf } from '../summaries';
import { byScore } from './rules';
import type { Matcher } from './viewer';

/** How many of the newest jobs are compared with a profile; older ones follow in order of time. */
const rankedCount = 2000;

interface Ask {
  filter: JobFilter;
  matcher: Matcher;
  cursor: string | undefined;
  limit: number;
  now: Date;
}

/** Rows with their scores, the best first, the newer of equals first. */
function ranked(rows: readonly RankRow[], { match }: Matcher) {
  return rows.map((row) => ({ ...row, match: match(row) })).sort(byScore);
}

/** The newest jobs that a filter finds, the best for this profile first. */
export const rankNewest = async (queries: JobQueries, { filter, matcher, now }: Ask, until: Date) => {
  const rows = await queries.rank(filter, until, rankedCount, now);
  return { rows: ranked(rows, matcher), oldest: rows.length === rankedCount ? rows.at(-1) : undefined };
};

function isCursorOf(order: string, cursor: string): boolean {
  try {
    decodeCursor(order, cursor);
    return true;
  } catch {
    return false;
  }
}

// The place in a ranking is an offset; the instant of the first page keeps what comes in later from shifting it.
function placeOf(cursor: string | undefined, now: Date): { until: Date; offset: number } {
  if (cursor === undefined) return { until: now, offset: 0 };
  const { at, id } = decodeCursor('match', cursor);
  if (!/^\d{1,4}$/.test(id)) throw new AppError('cursor.invalid');
  return { until: at, offset: Number(id) };
}

/**
 * One page of the jobs that a filter finds, the best for a profile first. Beyond {@link rankedCount} jobs the cursor goes on
 * in order of time, and the answer is null: such a cursor is one of the list `newest`.
 * @throws AppError `cursor.invalid`
 */
export async function pageOfMatches(
  context: Context,
  queries: JobQueries,
  ask: Ask,
): Promise<{ rows: JobSummaryRow[]; nextCursor: string | null } | null> {
  const { cursor, limit, now } = ask;
  if (cursor !== undefined && isCursorOf('newest', cursor)) return null;
  const { until, offset } = placeOf(cursor, now);
  const { rows, oldest } = await rankNewest(queries, ask, until);
  const end = offset + limit;
  const nextCursor =
    end < rows.length
      ? encodeCursor('match', { at: until, id: String(end) })
      : oldest
        ? encodeCursor('newest', { at: oldest.publishedAt, id: oldest.id })
        : null;
  const ids = rows.slice(offset, end).map(({ id }) => id);
  return { rows: await summariesOf(context, ids), nextCursor };
}
