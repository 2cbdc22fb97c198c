import { f1, share } from './corpus';
import type { Miss } from './score-paste';

export interface DuplicateItem {
  id: string;
  a: Record<string, unknown>;
  b: Record<string, unknown>;
  same: boolean;
}

/** Whether the API would warn that `b` has been published as `a`. */
export type Warns = (a: Record<string, unknown>, b: Record<string, unknown>) => boolean;

export interface DuplicateScore {
  precision: number;
  recall: number;
  f1: number;
}

/** Precision, recall and F1 of “warn”. */
export function scoreDuplicates(
  items: readonly DuplicateItem[],
  warns: Warns,
): { score: DuplicateScore; misses: Miss[] } {
  const misses: Miss[] = [];
  let hit = 0;
  let missed = 0;
  let wrongly = 0;
  for (const item of items) {
    const warned = warns(item.a, item.b);
    if (warned && item.same) hit += 1;
    else if (warned) wrongly += 1;
    else if (item.same) missed += 1;
    if (warned !== item.same) misses.push({ id: item.id, what: 'warn', expected: item.same, got: warned });
  }
  const precision = share(hit, hit + wrongly);
  const recall = share(hit, hit + missed);
  return { score: { precision, recall, f1: f1(precision, recall) }, misses };
}
