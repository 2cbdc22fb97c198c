import { and, count, eq, gte, isNull, min } from 'drizzle-orm';
import type { Database, Reader } from '../../db/types';

/** The class of the roster that graduates next, from `year` on: how many it has, and how many of them have an account. */
export async function countNextClass(
  { tables: { rosterEntries } }: Database,
  read: Reader,
  year: number,
): Promise<{ year: number; total: number; bound: number } | undefined> {
  const { graduationYear, leftAt, userId } = rosterEntries;
  const [next] = await read
    .select({ year: min(graduationYear) })
    .from(rosterEntries)
    .where(and(isNull(leftAt), gte(graduationYear, year)));
  if (!next?.year) return undefined;
  const [row] = await read
    .select({ total: count(), bound: count(userId) })
    .from(rosterEntries)
    .where(and(isNull(leftAt), eq(graduationYear, next.year)));
  return row && { year: next.year, ...row };
}
