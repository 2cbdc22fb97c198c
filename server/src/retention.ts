import type { SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Context } from './context';
import type { Database, Tables } from './db/types';

/** How long a kind of record is kept; docs/privacy.md names each. Repeating one, also in two processes at once, does no harm. */
export interface RetentionRule {
  /** `sessions.expired`: what, and when it goes. */
  name: string;
  /** How many records are due. */
  count(db: Database, now: Date): Promise<number>;
  /** Deletes them; how many. */
  apply(context: Context, now: Date): Promise<number>;
}

/** A rule that deletes the rows of one table that are due. */
export function deletesRows<T extends PgTable>(
  name: string,
  tableOf: (tables: Tables) => T,
  due: (table: T, now: Date) => SQL | undefined,
): RetentionRule {
  return {
    name,
    count(db, now) {
      const table = tableOf(db.tables);
      return db.read.$count(table, due(table, now));
    },
    apply({ db }, now) {
      const table = tableOf(db.tables);
      return db.write(async (tx) => {
        const n = await tx.$count(table, due(table, now));
        if (n > 0) await tx.delete(table).where(due(table, now));
        return n;
      });
    },
  };
}

export interface RetentionResult {
  rule: string;
  /** Deleted records, or, in a dry run, those that are due. */
  records: number;
  /** Why the rule failed; the others are applied all the same. */
  error?: unknown;
}

/**
 * Applies every retention rule once, or only counts what is due; gives up between two rules when `signal` is aborted.
 * @throws the reason of `signal`
 */
export async function runRetention(
  context: Context,
  { dryRun = false, signal }: { dryRun?: boolean; signal?: AbortSignal } = {},
): Promise<RetentionResult[]> {
  const now = context.clock.now();
  const results: RetentionResult[] = [];
  for (const { name, count, apply } of context.registry.retention) {
    signal?.throwIfAborted();
    try {
      const records = dryRun ? await count(context.db, now) : await apply(context, now);
      results.push({ rule: name, records });
    } catch (error) {
      results.push({ rule: name, records: 0, error });
    }
  }
  return results;
}
