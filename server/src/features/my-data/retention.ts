import type { Context } from '../../context';
import { retentionRules } from './registry';

export interface RetentionResult {
  rule: string;
  /** Records that went, or, in a dry run, that are due. */
  records: number;
  /** What kept the rule from being carried out; the others are carried out all the same. */
  error?: unknown;
}

/** Carries out every retention rule once, or only counts. */
export async function runRetention(
  context: Context,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<RetentionResult[]> {
  const now = context.clock.now();
  const results: RetentionResult[] = [];
  for (const { name, count, apply } of retentionRules) {
    try {
      const records = dryRun ? await count(context.db, now) : await apply(context, now);
      results.push({ rule: name, records });
    } catch (error) {
      results.push({ rule: name, records: 0, error });
    }
  }
  return results;
}
