import type { LintOverride } from '@qihang/shared/jobs/contract';
import type { Finding } from '@qihang/shared/jobs/lint/finding';

/** What the self-check says of a draft, and what becomes of it. */
export type Verdict =
  | { publish: true; lintOverride: LintOverride | null }
  | { publish: false; refusedFor: 'request.invalid' | 'job.lint-warnings'; findings: Finding[] };

/**
 * Objections of the first kind refuse a job. Warnings need a written reason; one that was given before holds for the rules
 * it was given for. A deadline in the past is the caller's to judge, to the minute.
 */
export function judgeFindings(
  findings: readonly Finding[],
  reason: string | undefined,
  given: LintOverride | null,
): Verdict {
  const counting = findings.filter(({ rule }) => rule !== 'expired.deadline');
  const blocks = counting.filter(({ severity }) => severity === 'block');
  if (blocks.length > 0) return { publish: false, refusedFor: 'request.invalid', findings: blocks };
  const rules = [...new Set(counting.map(({ rule }) => rule))];
  if (rules.length === 0) return { publish: true, lintOverride: null };
  if (reason !== undefined) return { publish: true, lintOverride: { reason, rules } };
  const fresh = counting.filter(({ rule }) => !given?.rules.includes(rule));
  if (fresh.length > 0 || given === null)
    return { publish: false, refusedFor: 'job.lint-warnings', findings: counting };
  return { publish: true, lintOverride: { reason: given.reason, rules } };
}

/**
 * The ids that these lists speak for the most, at most `limit`: a short list says more of each of its ids than a long one,
 * so each gives its share. Of equals the greatest id, which is the newest.
 */
export function mostShared(lists: readonly (readonly string[])[], limit: number): string[] {
  const weights = new Map<string, number>();
  for (const list of lists) {
    for (const id of list) weights.set(id, (weights.get(id) ?? 0) + 1 / list.length);
  }
  return [...weights]
    .sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
    .slice(0, limit)
    .map(([id]) => id);
}
