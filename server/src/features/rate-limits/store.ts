import { and, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '../../db/types';
import { type Count, writeLimits } from './rules';

/** A database that several processes share. */
export type Shared = Database & { counting: NonNullable<Database['counting']> };

export const isShared = (db: Database): db is Shared => db.counting !== null;

/** Counts one request, in a statement of its own: two at once wait for the row, and neither is lost or repeated. */
export async function addRequest(
  { counting, tables: { requestCounts } }: Shared,
  key: string,
  now: Date,
): Promise<Count> {
  const { n, resetAt } = requestCounts;
  const begins = { n: 1, resetAt: new Date(now.getTime() + writeLimits.windowMs) };
  const over = sql`${resetAt} <= ${sql.param(now, resetAt)}`;
  const [row] = await counting
    .insert(requestCounts)
    .values({ key, ...begins })
    .onConflictDoUpdate({
      target: requestCounts.key,
      set: {
        n: sql`case when ${over} then 1 else ${n} + 1 end`,
        resetAt: sql`case when ${over} then ${sql.param(begins.resetAt, resetAt)} else ${resetAt} end`,
      },
    })
    .returning({ n, resetAt });
  return row ?? begins;
}

/** Takes one request off again. */
export async function removeRequest(
  { counting, tables: { requestCounts } }: Shared,
  key: string,
  now: Date,
): Promise<void> {
  const { n, resetAt } = requestCounts;
  await counting
    .update(requestCounts)
    .set({ n: sql`${n} - 1` })
    .where(and(eq(requestCounts.key, key), gt(n, 0), gt(resetAt, now)));
}
